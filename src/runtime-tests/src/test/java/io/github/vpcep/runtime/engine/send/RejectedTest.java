package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a 401 the credentials may have something better to send: once. */
@Timeout(30)
class RejectedTest {
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";
    private static final String REFUSED = "{\"error\":{\"code\":\"x\",\"message\":\"no\"}}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    /** Sends t1, t2 and so on, one for each time that it is asked. */
    private static final class Counting implements Credentials {
        private final List<String> rejected = new ArrayList<>();
        private final List<String> accepted = new ArrayList<>();
        private int asked;

        @Override
        public synchronized Map<String, String> headers(OutgoingRequest request) {
            assertThat(request.headers()).doesNotContainKey("X-Auth-Token");
            asked++;
            return Map.of("X-Auth-Token", "t" + asked);
        }

        @Override
        public synchronized boolean rejected(OutgoingRequest request) {
            rejected.add(request.headers().get("X-Auth-Token"));
            return true;
        }

        @Override
        public synchronized void accepted(OutgoingRequest request) {
            accepted.add(request.headers().get("X-Auth-Token"));
        }
    }

    private String tokenOfNextRequest() throws InterruptedException {
        return String.valueOf(shelf.server().takeRequest().getHeaders().get("X-Auth-Token"));
    }

    @ParameterizedTest
    @EnumSource
    void call_whenCredentialsHaveSomethingElse_isSentOnceMore(Face face) throws Exception {
        Counting credentials = new Counting();
        shelf.answers(401, REFUSED);
        shelf.answers(200, BOOK);
        try (Client client = shelf.builder().credentials(credentials).build()) {
            assertThat(face.send(client.add(new Book("Öl", 7)))).isEqualTo(new Book("t", 1));
        }
        RecordedRequest first = shelf.server().takeRequest();
        RecordedRequest second = shelf.server().takeRequest();
        assertThat(credentials.rejected).containsExactly("t1");
        assertThat(credentials.accepted).containsExactly("t2");
        assertThat(first.getHeaders().get("X-Auth-Token")).isEqualTo("t1");
        assertThat(second.getHeaders().values("X-Auth-Token")).containsExactly("t2");
        assertThat(second.getBody()).isEqualTo(first.getBody()).isNotNull();
        assertThat(second.getExchangeIndex())
                .as("the first answer was closed, so its connection is used again")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void call_whenTheSecondTryIsRefusedToo_fails(Face face) {
        Counting credentials = new Counting();
        shelf.answers(401, REFUSED);
        shelf.answers(401, REFUSED);
        shelf.answers(200, BOOK);
        try (Client client = shelf.builder().credentials(credentials).build()) {
            assertThatThrownBy(() -> face.send(client.sort("b")))
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("HTTP 401");
        }
        assertThat(credentials.rejected).containsExactly("t1");
        assertThat(credentials.accepted).isEmpty();
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void call_whenCredentialsAreFixed_isSentOnce() {
        shelf.answers(401, REFUSED);
        assertThatThrownBy(() -> shelf.client().list().execute()).isInstanceOf(AuthenticationFailedException.class);
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void call_whenForbidden_doesNotAskTheCredentials() {
        Counting credentials = new Counting();
        shelf.answers(403, REFUSED);
        try (Client client = shelf.builder().credentials(credentials).build()) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(PermissionDeniedException.class);
        }
        assertThat(credentials.rejected).isEmpty();
        assertThat(credentials.accepted)
                .as("told of tries that follow a refusal alone")
                .isEmpty();
    }

    /** Throws when the server has refused, or when it has taken what followed that. */
    private record Locked(boolean isAtOnce, RuntimeException reason) implements Credentials {
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return Map.of();
        }

        @Override
        public boolean rejected(OutgoingRequest request) {
            if (isAtOnce) {
                throw reason;
            }
            return true;
        }

        @Override
        public void accepted(OutgoingRequest request) {
            throw reason;
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_whenCredentialsThrowAfterA401_passesItOn_andLeavesNoAnswerOpen(Face face) {
        for (boolean isAtOnce : new boolean[] {true, false}) {
            Locked credentials = new Locked(isAtOnce, new IllegalStateException("the vault is locked"));
            shelf.answers(401, REFUSED);
            if (!isAtOnce) {
                shelf.answers(200, BOOK);
            }
            try (Client client = shelf.builder().credentials(credentials).build()) {
                assertThatThrownBy(() -> face.send(client.list())).isSameAs(credentials.reason());
                assertThat(client.connections().idleConnectionCount())
                        .isEqualTo(client.connections().connectionCount());
            }
        }
    }

    @Test
    void call_whenItsBodyCanBeWrittenOnce_isSentOnceMoreAllTheSame() throws Exception {
        shelf.answers(401, REFUSED);
        shelf.answers(200, BOOK);
        RequestBody once = new RequestBody() {
            private boolean written;

            @Override
            public @Nullable MediaType contentType() {
                return null;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                assertThat(written).isFalse();
                written = true;
                sink.writeUtf8("once");
            }
        };
        try (Client client = shelf.builder().credentials(new Counting()).build();
                Response response = client.engine()
                        .retrofit()
                        .callFactory()
                        .newCall(new Request.Builder()
                                .url(shelf.server().url("/x").toString())
                                .post(once)
                                .build())
                        .execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(tokenOfNextRequest()).isEqualTo("t1");
        assertThat(tokenOfNextRequest()).isEqualTo("t2");
    }

    @Test
    void retrofit_whenAnotherServerAnswers401_doesNotAskTheCredentials() throws Exception {
        Counting credentials = new Counting();
        try (MockWebServer other = PromptServer.create();
                Client client = shelf.builder().credentials(credentials).build()) {
            other.start();
            other.enqueue(new MockResponse.Builder().code(401).build());
            assertThat(client.api()
                            .elsewhere(other.url("/books").toString())
                            .execute()
                            .code())
                    .isEqualTo(401);
        }
        assertThat(credentials.rejected).isEmpty();
    }
}
