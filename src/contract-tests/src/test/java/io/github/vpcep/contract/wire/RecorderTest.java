package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.contract.wire.Recorder.Exchange;
import io.github.vpcep.contract.wire.Recorder.Violation;
import io.github.vpcep.contract.wire.Wire.Running;
import io.github.vpcep.runtime.error.VpcepException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The absence of violations proves nothing unless they show when there are any. */
class RecorderTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** Those of the other tests here, with a sandbox that answers what it is told. */
    @SuppressWarnings("NullAway.Init")
    private static Running wire;

    @RegisterExtension
    static final BeforeAllCallback WIRE = tests -> wire = Running.of(tests);

    @Test
    void exchanges_withAServerThatBreaksTheContract_haveTheViolations() {
        assertThat(places(200, "{\"total_count\":0,\"endpoints\":[]}")).isEmpty();
        assertThat(places(200, "{\"total_count\":\"one\",\"endpoints\":[{\"id\":1}]}"))
                .containsExactlyInAnyOrder("response.body.total_count type", "response.body.endpoints.0.id type");
        assertThat(places(200, "{\"endpoints\":[{\"created_at\":\"yesterday\"}]}"))
                .containsExactlyInAnyOrder(
                        "response.body required",
                        "response.body.endpoints.0 required",
                        "response.body.endpoints.0.created_at format");
        assertThat(places(418, "{\"error\":{\"code\":\"a\",\"message\":\"b\"}}"))
                .containsExactly("response null");
        assertThat(places(404, "{\"error\":{\"code\":404}}")).contains("response.body.error.code type");
    }

    @Test
    void mustBreakOnly_whenMoreIsBroken_namesItAndTheRequest() {
        Violation violation = new Violation(List.of("response", "body"), "required", "id is missing");
        Exchange exchange =
                new Exchange("ListEndpoints", "GET /v1/p/vpc-endpoints", 200, "1", List.of(violation), List.of());

        assertThatThrownBy(() -> Wire.mustBreakOnly(List.of(exchange), List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("response.body required", "GET /v1/p/vpc-endpoints", "id is missing");
    }

    /** What is wrong with the one exchange of a call that is answered so. */
    private static List<String> places(int status, String body) {
        wire.sandbox().faults().next("ListEndpoints", 1).withAnswer(status, JSON, body);
        try {
            wire.owner().endpoints().list();
        } catch (VpcepException e) {
            // The client minds as well; here it is about what the recorder sees.
            assertThat(e).hasMessageContaining("ListEndpoints");
        }
        List<Exchange> exchanges = wire.recorder().take();
        assertThat(exchanges).hasSize(1);
        assertThat(exchanges.get(0).objections().isEmpty())
                .as("the other validator agrees: %s", exchanges)
                .isEqualTo(exchanges.get(0).violations().isEmpty());
        return exchanges.get(0).violations().stream().map(Violation::place).toList();
    }
}
