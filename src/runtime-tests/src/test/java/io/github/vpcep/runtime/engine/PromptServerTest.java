package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.mock.PromptServer;
import java.io.IOException;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** The server that these tests answer with. */
class PromptServerTest {
    @Test
    void requestThatNoAnswerWasQueuedFor_isAFailureOfItsOwn() throws IOException {
        OkHttpClient client = new OkHttpClient();
        try (MockWebServer server = PromptServer.create()) {
            server.start();
            Request request =
                    new Request.Builder().url(server.url("/").toString()).build();
            try (Response answer = client.newCall(request).execute()) {
                assertThat(answer.code()).isEqualTo(418);
            }
        } finally {
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }
}
