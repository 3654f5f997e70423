package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.ApiResponse;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.Shelf.Page;
import io.github.vpcep.runtime.error.NotFoundException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTTP answer behind what a call returned. */
@Timeout(30)
class WithResponseTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private static Page list(Face face, Engine engine) {
        return face.send(new Client(engine).list());
    }

    @ParameterizedTest
    @EnumSource
    void withResponse_givesStatusHeadersRequestIdAndBody(Face face) {
        String body = "{ \"books\": [], \"total\": 7 }";
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(203)
                        .setHeader("X-Request-Id", "r-77")
                        .addHeader("X-Twice", "1")
                        .addHeader("x-twice", "2")
                        .body(body)
                        .build());
        ApiResponse<Page> answer = shelf.client().engine().withResponse(engine -> list(face, engine));
        assertThat(answer.value().total()).isEqualTo(7);
        assertThat(answer.status()).isEqualTo(203);
        assertThat(answer.requestId()).isEqualTo("r-77");
        assertThat(answer.rawBody()).isEqualTo(body);
        assertThat(answer.headers().get("X-TWICE")).containsExactly("1", "2");
        assertThatThrownBy(() -> answer.headers().put("x", List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(answer).hasToString("ApiResponse[status=203, requestId=r-77, value=Page[books=[], total=7]]");
    }

    @ParameterizedTest
    @EnumSource
    void withResponse_givesALongBodyWhole(Face face) {
        String body = "{ \"books\": [], \"total\": 7 }" + " ".repeat(2 << 20);
        shelf.answers(200, body);
        ApiResponse<Page> answer = shelf.client().engine().withResponse(engine -> list(face, engine));
        assertThat(answer.rawBody()).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource
    void withResponse_ofAnOperationWithoutAnswer_givesTheRest(Face face) {
        shelf.answers(200, "done");
        ApiResponse<?> answer =
                shelf.client().engine().withResponse(engine -> face.send(new Client(engine).remove("b-1")) == null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rawBody()).isEqualTo("done");
    }

    @Test
    void withResponse_whenSeveralCallsAreMade_givesTheLast() {
        shelf.answers(200, "{\"books\":[],\"total\":1}");
        shelf.answers(200, "{\"books\":[],\"total\":2}");
        ApiResponse<Integer> answer = shelf.client()
                .engine()
                .withResponse(engine -> list(Face.SYNC, engine).total()
                        + list(Face.ASYNC, engine).total());
        assertThat(answer.value()).isEqualTo(3);
        assertThat(answer.rawBody()).isEqualTo("{\"books\":[],\"total\":2}");
    }

    @Test
    void withResponse_whenRetried_givesTheLastTrysAnswer() {
        shelf.answers(503, "busy");
        shelf.answers(200, FaultServer.PAGE);
        ApiResponse<Page> answer = shelf.client()
                .engine()
                .with(CallOptions.builder().retry(RetryPolicy.standard()).build())
                .withResponse(engine -> list(Face.SYNC, engine));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void withResponse_whenTheCallFails_throwsWhatItThrows() {
        shelf.answers(404, "gone");
        assertThatThrownBy(() -> shelf.client().engine().withResponse(engine -> list(Face.SYNC, engine)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void withResponse_whenAFailureIsCaughtInside_givesItsAnswer() {
        shelf.answers(404, "gone");
        ApiResponse<String> answer = shelf.client().engine().withResponse(engine -> {
            try {
                return list(Face.SYNC, engine).toString();
            } catch (NotFoundException e) {
                return "none";
            }
        });
        assertThat(answer.value()).isEqualTo("none");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.rawBody()).isEqualTo("gone");
    }

    @Test
    void withResponse_whenNested_givesBoth() {
        shelf.answers(200, FaultServer.PAGE);
        var answer = shelf.client()
                .engine()
                .withResponse(outer -> outer.with(CallOptions.builder().build())
                        .withResponse(inner -> list(Face.SYNC, inner))
                        .status());
        assertThat(answer.value()).isEqualTo(200);
        assertThat(answer.rawBody()).isEqualTo(FaultServer.PAGE);
    }

    @Test
    void withResponse_ofRetrofitAlone_givesTheAnswer() {
        shelf.answers(200, FaultServer.PAGE);
        ApiResponse<Integer> answer = shelf.client().engine().withResponse(engine -> {
            try {
                return engine.retrofit()
                        .create(Shelf.Api.class)
                        .list("p-1", null)
                        .execute()
                        .code();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(answer.rawBody()).isEqualTo(FaultServer.PAGE);
    }

    @Test
    void withResponse_readsTheBodyInItsOwnCharacters() {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(500)
                        .setHeader("Content-Type", "text/html; charset=ISO-8859-1")
                        .body(new Buffer().write(new byte[] {(byte) 0xe9}))
                        .build());
        var answer = shelf.client().engine().withResponse(engine -> {
            assertThatThrownBy(() -> list(Face.SYNC, engine)).isNotNull();
            return 0;
        });
        assertThat(answer.rawBody()).isEqualTo("é");
    }

    @Test
    void withResponse_whenNoCallIsMadeInside_throws() {
        assertThatThrownBy(() -> shelf.client().engine().withResponse(engine -> "nothing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("No call was answered inside withResponse(…)");
        shelf.answers(200, FaultServer.PAGE);
        assertThatThrownBy(() -> shelf.client()
                        .engine()
                        .withResponse(engine -> shelf.client().list().execute()))
                .as("a call made with another client")
                .isInstanceOf(IllegalStateException.class);
    }
}
