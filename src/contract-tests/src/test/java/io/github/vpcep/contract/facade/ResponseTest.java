package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.runtime.ApiResponse;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTTP answer behind what a call returns. */
class ResponseTest {
    private static final String NOT_FOUND = "{\"error\":{\"code\":\"EndPoint.0005\",\"message\":\"gone\"}}";

    @RegisterExtension
    final ListServer server = new ListServer();

    static Stream<Function<VpcepClient, List<Endpoint>>> faces() {
        return Stream.of(
                client -> client.endpoints().list().items(),
                client -> client.async().endpoints().list().join().items());
    }

    @ParameterizedTest
    @MethodSource("faces")
    void withResponse_hasStatusHeadersRequestIdAndBody(Function<VpcepClient, List<Endpoint>> call) {
        server.holds(2);
        ApiResponse<List<Endpoint>> response = server.client().withResponse(call);

        assertThat(response.value()).extracting(Endpoint::id).containsExactly("0", "1");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.requestId()).isEqualTo("request-1");
        assertThat(response.headers().get("x-many")).containsExactly("one", "two");
        assertThat(response.headers().get("CONTENT-TYPE")).containsExactly("application/json");
        assertThat(response.rawBody()).isEqualTo("{\"endpoints\":[{\"id\":\"0\"},{\"id\":\"1\"}],\"total_count\":2}");
    }

    @Test
    void withResponse_whenTheServiceRefuses_throwsWhatTheCallThrows() {
        server.refuses(404, NOT_FOUND);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> server.client().withResponse(c -> c.endpoints().list()))
                .satisfies(e -> assertThat(e.requestId()).isEqualTo("request-1"))
                .satisfies(e -> assertThat(e.rawBody()).isEqualTo(NOT_FOUND));
    }

    @Test
    void withResponse_whenTheServiceRefusesAFuture_throwsWhatJoinThrows() {
        server.refuses(404, NOT_FOUND);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> server.client()
                        .withResponse(c -> c.async().endpoints().list().join()))
                .withCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void withResponse_whenTheRefusalIsCaughtInside_hasItsAnswer() {
        server.refuses(404, NOT_FOUND);
        ApiResponse<String> response = server.client().withResponse(c -> {
            try {
                return c.endpoints().list().toString();
            } catch (NotFoundException e) {
                return "none";
            }
        });

        assertThat(response.value()).isEqualTo("none");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.rawBody()).isEqualTo(NOT_FOUND);
    }

    @Test
    void withResponse_whenNothingIsCalledInside_throwsIllegalState() {
        VpcepClient client = server.client();
        client.endpoints().list();

        assertThatIllegalStateException().isThrownBy(() -> client.withResponse(c -> "nothing"));
        // A call of the outer client is not one inside.
        assertThatIllegalStateException()
                .isThrownBy(() -> client.withResponse(c -> client.endpoints().list()));
    }

    @Test
    void withResponse_ofAWholeList_hasTheLastPage() {
        server.holds(25);
        ApiResponse<Long> response = server.client()
                .withResponse(c -> c.endpoints().list(q -> q.limit(10)).stream().count());

        assertThat(response.value()).isEqualTo(25);
        assertThat(response.requestId()).isEqualTo("request-3");
    }

    @Test
    void withResponse_afterARetry_hasTheAnswerThatCounted() {
        server.refuses(503, "");
        ApiResponse<Integer> response = server.client()
                .with(o -> o.retry(RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1))))
                .withResponse(c -> c.endpoints().list().totalCount());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.requestId()).isEqualTo("request-2");
    }

    @Test
    void withResponse_withOptionsInside_hasTheirAnswer() {
        ApiResponse<Integer> response = server.client()
                .withResponse(c ->
                        c.with(o -> o.header("X-Trace", "t")).endpoints().list().totalCount());

        assertThat(response.status()).isEqualTo(200);
        assertThat(server.asked.get(0).headers()).containsEntry("x-trace", "t");
    }
}
