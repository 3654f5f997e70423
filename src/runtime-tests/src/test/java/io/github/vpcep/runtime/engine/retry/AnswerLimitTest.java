package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.okio.Buffer;
import mockwebserver3.okio.BufferedSink;
import mockwebserver3.okio.GzipSink;
import mockwebserver3.okio.Okio;
import okhttp3.ConnectionPool;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

/** How much of an answer is read. */
@Timeout(60)
class AnswerLimitTest {
    private static final String EMPTY_PAGE = "{\"books\":[],\"total\":0}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    static Stream<Arguments> endlessAnswers() {
        return Stream.of(Fault.ENDLESS, Fault.ENDLESS_ERROR)
                .flatMap(fault -> Stream.of(Face.values()).map(face -> Arguments.of(fault, face)));
    }

    private static void assertConnectionIsFree(Client client) {
        ConnectionPool pool = client.connections();
        assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
    }

    @ParameterizedTest
    @MethodSource("endlessAnswers")
    void answer_thatNeverEnds_isAFailureThatNamesOperationLimitAndSetting(Fault fault, Face face) throws Exception {
        try (FaultServer server = new FaultServer(fault);
                Client client = shelf.builder()
                        .endpoint(server.url())
                        .retry(RetryPolicy.standard())
                        .answerLimit(100_000)
                        .build()) {
            VpcepTransportException e =
                    catchThrowableOfType(VpcepTransportException.class, () -> face.send(client.list()));
            assertThat(e)
                    .hasMessageStartingWith("ListBooks got no usable answer: the answer is longer than 100000 bytes, "
                            + "the limit that answerLimit(…) sets, after HTTP "
                            + (fault == Fault.ENDLESS ? 200 : 500));
            assertThat(e.requestId()).isEqualTo("r-77");
            assertThat(server.requests()).as("it would be the same again").isEqualTo(1);
            assertConnectionIsFree(client);
            assertThat(face.send(client.list()).total()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("endlessAnswers")
    void answer_thatNeverEnds_isLimitedUnlessSetToo(Fault fault, Face face) throws Exception {
        try (FaultServer server = new FaultServer(fault);
                Client client = shelf.builder().endpoint(server.url()).build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("longer than 33554432 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answer_thatUnpacksToMoreThanTheLimit_isNotUnpackedFurther(Face face) throws Exception {
        Buffer packed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 50; i++) {
                sink.write(blanks);
            }
        }
        assertThat(packed.size()).as("bytes on the wire").isLessThan(100_000);
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .setHeader("Content-Encoding", "gzip")
                        .body(packed)
                        .build());
        try (Client client = shelf.builder().answerLimit(100_000).build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("longer than 100000 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answer_ofExactlyTheLimit_isRead(Face face) {
        try (Client client = shelf.builder().answerLimit(1024).build()) {
            shelf.answers(200, EMPTY_PAGE + " ".repeat(1024 - EMPTY_PAGE.length()));
            assertThat(face.send(client.list()).total()).isZero();
            shelf.answers(400, " ".repeat(1024));
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(VpcepServiceException.class);
            shelf.answers(200, EMPTY_PAGE + " ".repeat(1025 - EMPTY_PAGE.length()));
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(VpcepTransportException.class);
            shelf.answers(400, " ".repeat(1025));
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(VpcepTransportException.class);
        }
    }

    @Test
    void answerLimit_canBeSetForSomeCalls() {
        Client client = shelf.client();
        CallOptions small = CallOptions.builder().answerLimit(1024).build();
        shelf.answers(200, EMPTY_PAGE + " ".repeat(1024));
        assertThatThrownBy(() -> new Client(client.engine().with(small)).list().execute())
                .hasMessageContaining("longer than 1024 bytes");
        shelf.answers(200, EMPTY_PAGE + " ".repeat(1024));
        assertThat(client.list().execute().total()).isZero();
        assertThat(small)
                .hasToString(
                        "CallOptions[projectId=null, retry=null, callTimeout=null, readTimeout=null, answerLimit=1024, headers=[]]");
        assertThat(CallOptions.builder().build().over(small).answerLimit()).isEqualTo(1024);
    }

    @Test
    void answerLimit_holdsForRetrofitAloneAsWell() throws IOException {
        try (Client client = shelf.builder().answerLimit(1024).build()) {
            Shelf.Api api = client.engine().retrofit().create(Shelf.Api.class);
            shelf.answers(200, EMPTY_PAGE + " ".repeat(1024));
            assertThatThrownBy(() -> api.list("p-1", null).execute())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("longer than 1024 bytes");
        }
    }

    interface Streams {
        @Streaming
        @GET("v1/p-1/books")
        retrofit2.Call<ResponseBody> read();
    }

    @Test
    void answerLimit_doesNotHoldForASuccessThatIsReadAsItComes() throws IOException {
        try (Client client = shelf.builder().answerLimit(1024).build()) {
            shelf.answers(200, " ".repeat(1025));
            try (ResponseBody body =
                    client.engine().api(Streams.class).read().execute().body()) {
                assertThat(Objects.requireNonNull(body).bytes()).hasSize(1025);
            }
            shelf.answers(200, " ".repeat(1025));
            Request request = new Request.Builder()
                    .url(shelf.server().url("/x").toString())
                    .build();
            try (Response response =
                    client.engine().retrofit().callFactory().newCall(request).execute()) {
                assertThat(response.body().bytes()).hasSize(1025);
            }
            shelf.answers(500, " ".repeat(1025));
            assertThatThrownBy(() -> client.engine().api(Streams.class).read().execute())
                    .hasMessageContaining("longer than 1024 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1023, (1 << 30) + 1})
    void answerLimit_outOfBounds_saysWhatIsAllowed(int limit) {
        assertThatThrownBy(() -> shelf.builder().answerLimit(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answerLimit is \"" + limit + "\", but must be from 1024 to 1073741824 bytes");
    }
}
