package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** To begin anew is one step. */
class ResetTest {
    private static final int TIMES = 100;

    private final VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard(), StoreUnderTest.empty());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void reset_whileOthersRead_neverShowsAStateWithoutPublicServices() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        VpcepClient client = sandbox.client();
        CompletableFuture<Integer> fewest = CompletableFuture.supplyAsync(() -> {
            int least = Integer.MAX_VALUE;
            while (!done.get()) {
                least = Math.min(least, client.endpointServices().listPublic().totalCount());
                reading.countDown();
            }
            return least;
        });
        reading.await();

        try {
            for (int i = 0; i < TIMES; i++) {
                sandbox.reset();
            }
        } finally {
            done.set(true);
        }

        assertThat(fewest.get()).isEqualTo(2);
    }

    @Test
    void reset_forgetsWhichTokensWereRevoked() throws Exception {
        String token = post("{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"demo-token\"}}}}")
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
        assertThat(send(tokens(token).header("X-Subject-Token", token).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(send(tokens(token).header("X-Subject-Token", token)).statusCode())
                .isEqualTo(401);

        sandbox.reset();

        assertThat(send(tokens(token).header("X-Subject-Token", token)).statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder tokens(String caller) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri() + "/v3/auth/tokens"))
                .header("X-Auth-Token", caller);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(tokens("none").POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
