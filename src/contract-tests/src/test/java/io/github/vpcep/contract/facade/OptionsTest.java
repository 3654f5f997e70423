package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vpcep.client.EndpointsApi;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client with other options for some calls, beside the client that it came from. */
class OptionsTest {
    private static final RetryPolicy QUICK = RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1));

    @RegisterExtension
    final ListServer server = new ListServer();

    @Test
    void with_header_sendsItOnThatClientsCallsOnly() {
        VpcepClient client = server.client();
        VpcepClient traced = client.with(o -> o.header("X-Trace", "t1"));
        traced.endpoints().list();
        traced.async().endpoints().list().join();
        client.endpoints().list();

        assertThat(server.asked)
                .extracting(each -> each.headers().getOrDefault("x-trace", ""))
                .containsExactly("t1", "t1", "");
    }

    @Test
    void with_projectId_asksThatProjectOnThatClientsCallsOnly() {
        VpcepClient client = server.client();
        client.with(o -> o.projectId("another")).endpoints().list();
        client.async().with(o -> o.projectId("third")).endpoints().list().join();
        client.endpoints().list();

        assertThat(server.asked)
                .extracting(each -> each.path().split("/", -1)[2])
                .containsExactly("another", "third", "295dacf46a4842fcbf7844dc2dc2489d");
    }

    @Test
    void with_onFutures_keepsWhatItDoesNotSet() {
        server.client()
                .with(o -> o.header("X-One", "1"))
                .async()
                .with(CallOptions.builder().header("X-Two", "2").build())
                .endpoints()
                .list()
                .join();

        assertThat(server.asked)
                .singleElement()
                .satisfies(each ->
                        assertThat(each.headers()).containsEntry("x-one", "1").containsEntry("x-two", "2"));
    }

    @Test
    void with_header_sendsItOnCallsOfRetrofitToo() throws IOException {
        VpcepClient traced = server.client().with(o -> o.header("X-Trace", "t1"));
        EndpointsApi api = traced.retrofit().create(EndpointsApi.class);
        var answer = api.listEndpoints("p", null, null, null, null, null, null, null, null)
                .execute();

        assertThat(answer.isSuccessful()).isTrue();
        assertThat(server.asked)
                .singleElement()
                .satisfies(each -> assertThat(each.headers()).containsEntry("x-trace", "t1"));
    }

    @Test
    void with_twice_keepsWhatTheSecondDoesNotSet() {
        VpcepClient client = server.client()
                .with(o -> o.header("X-One", "1").header("X-Two", "1").retry(QUICK))
                .with(CallOptions.builder().header("x-two", "2").build());
        server.refuses(503, "");
        client.endpoints().list();

        assertThat(server.asked)
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each.headers()).containsEntry("x-one", "1").containsEntry("x-two", "2"));
    }

    @Test
    void with_retry_sendsAgainOnThatClientOnly() {
        VpcepClient client = server.client();
        server.refuses(503, "");
        server.refuses(503, "");

        assertThat(client.with(o -> o.retry(QUICK)).endpoints().list().totalCount())
                .isZero();
        assertThat(server.asked).hasSize(3);

        server.refuses(503, "");
        assertThatExceptionOfType(ServerFailureException.class)
                .isThrownBy(() -> client.endpoints().list());
        assertThat(server.asked).hasSize(4);
    }

    static Stream<Arguments> timeouts() {
        Duration brief = Duration.ofMillis(100);
        return Stream.<Consumer<CallOptions.Builder>>of(o -> o.callTimeout(brief), o -> o.readTimeout(brief))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void with_timeout_holdsOnThatClientOnly(Consumer<CallOptions.Builder> timeout) {
        CountDownLatch givenUp = new CountDownLatch(1);
        // The first answer comes when nobody waits for it any more.
        server.beforeAnswer(number -> await(givenUp));
        VpcepClient client = server.client();

        assertThatExceptionOfType(VpcepTransportException.class)
                .isThrownBy(() -> client.with(timeout).endpoints().list())
                .withMessageContaining("timed out");
        givenUp.countDown();
        assertThat(client.endpoints().list().totalCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void with_anything_sharesTheConnections() {
        VpcepClient client = server.client();
        client.endpoints().list();
        client.with(o -> o.callTimeout(Duration.ofSeconds(9))).endpoints().list();
        client.with(o -> o.readTimeout(Duration.ofSeconds(9)))
                .async()
                .endpoints()
                .list()
                .join();
        client.withResponse(c -> c.endpoints().list());
        client.endpoints().list();

        assertThat(server.asked)
                .extracting(ListServer.Asked::port)
                .hasSize(5)
                .containsOnly(server.asked.get(0).port());
    }

    @Test
    void close_ofTheDerivedClient_leavesTheFirstAndItsConnection() {
        VpcepClient client = server.client();
        try (VpcepClient derived = client.with(o -> o.header("X-Trace", "t"))) {
            derived.endpoints().list();
        }
        client.endpoints().list();
        client.async().endpoints().list().join();

        assertThat(server.asked)
                .extracting(ListServer.Asked::port)
                .hasSize(3)
                .containsOnly(server.asked.get(0).port());
    }

    @Test
    void close_ofTheFirstClient_closesTheDerived() {
        VpcepClient client = server.client();
        VpcepClient derived = client.with(o -> o.header("X-Trace", "t"));
        client.close();

        assertThatIllegalStateException().isThrownBy(() -> derived.endpoints().list());
        assertThatIllegalStateException()
                .isThrownBy(() -> derived.async().endpoints().list());
        assertThat(server.asked).isEmpty();
    }
}
