package io.github.vpcep.contract.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.contract.support.Call;
import io.github.vpcep.contract.support.Face;
import io.github.vpcep.contract.support.StubServer;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers with values that the contract does not allow in optional properties: each costs itself and nothing else. */
class OddValueTest {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    @RegisterExtension
    final StubServer server = new StubServer();

    private Endpoint endpoint(String properties) {
        server.answers(200, "{\"endpoints\":[{\"id\":\"e\"," + properties + "}],\"total_count\":1}");
        return server.vpcep().endpoints().list().items().get(0);
    }

    @ParameterizedTest
    @EnumSource
    void page_withOneBadValueInAThousandItems_isReadWithoutThatValue(Face face) {
        server.answers(
                200,
                IntStream.range(0, 1000)
                        .mapToObj(i -> "{\"id\":\"s" + i + "\",\"created_at\":\""
                                + (i == 500 ? "yesterday" : "2022-08-03T03:03:54Z") + "\"}")
                        .collect(Collectors.joining(",", "{\"endpoint_services\":[", "],\"total_count\":1000}")));

        List<?> items = ((Face.Listing) face.call(server.vpcep(), Call.LIST_PUBLIC_FULL)).items();

        assertThat(items).hasSize(1000);
        for (int i = 0; i < items.size(); i++) {
            EndpointServiceSummary item = (EndpointServiceSummary) items.get(i);
            assertThat(item.createdAt()).isEqualTo(i == 500 ? null : Instant.parse("2022-08-03T03:03:54Z"));
            assertThat(item.additionalProperties()).isEqualTo(i == 500 ? Map.of("created_at", "yesterday") : Map.of());
        }
    }

    static Stream<Arguments> oddValues() {
        return Stream.of(
                Arguments.of("ip", "7"),
                Arguments.of("ip", "[\"10.0.0.1\"]"),
                Arguments.of("marker_id", "7.50"),
                Arguments.of("marker_id", "9223372036854775808"),
                Arguments.of("enable_dns", "\"yes\""),
                Arguments.of("enable_whitelist", "1"),
                Arguments.of("whitelist", "\"10.0.0.1\""),
                Arguments.of("whitelist", "[null]"),
                Arguments.of("dns_names", "{}"),
                Arguments.of("status", "5"),
                Arguments.of("tags", "[{\"key\":5}]"),
                Arguments.of("created_at", "1659495834"),
                Arguments.of("update_at", "\"soon\""),
                Arguments.of("policy_statement", "[\"none\"]"),
                Arguments.of("policy_statement", "[{\"Effect\":\"Allow\"}]"));
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void value_thatTheContractDoesNotAllow_isKeptAndWrittenAgainAsItWasSent(String name, String sent) throws Exception {
        Endpoint endpoint = endpoint("\"" + name + "\":" + sent);

        assertThat(endpoint.additionalProperties()).containsOnlyKeys(name);
        assertThat(JSON.writeValueAsString(endpoint)).isEqualTo("{\"id\":\"e\",\"" + name + "\":" + sent + "}");
        assertThat(endpoint.toBuilder().build()).isEqualTo(endpoint);
    }

    @Test
    void value_insideAnOptionalPropertyOfAnItem_costsOnlyThatOne() {
        Endpoint endpoint = endpoint("\"tags\":[{\"key\":\"a\",\"value\":5},{\"key\":\"b\",\"value\":\"c\"}]");

        assertThat(endpoint.additionalProperties()).isEmpty();
        assertThat(endpoint.tags()).extracting(tag -> tag.key()).containsExactly("a", "b");
        assertThat(endpoint.tags().get(0).value()).isNull();
        assertThat(endpoint.tags().get(0).additionalProperties()).isEqualTo(Map.of("value", 5));
    }

    @Test
    void builder_whenThePropertyIsSet_forgetsWhatWasSentForIt() throws Exception {
        Endpoint endpoint = endpoint("\"update_at\":\"soon\",\"ip\":7");
        Instant now = Instant.parse("2026-01-31T08:00:00Z");

        Endpoint set = endpoint.toBuilder().updatedAt(now).build();

        assertThat(set.additionalProperties()).isEqualTo(Map.of("ip", 7));
        assertThat(JSON.writeValueAsString(set))
                .isEqualTo("{\"id\":\"e\",\"updated_at\":\"2026-01-31T08:00:00Z\",\"ip\":7}");
        assertThat(set.toBuilder().ip(null).build().additionalProperties()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void requiredValue_beyondItsType_isToldAsSuch(Face face) {
        server.answers(200, "{\"endpoints\":[],\"total_count\":2147483648}");

        VpcepDecodeException thrown =
                catchThrowableOfType(VpcepDecodeException.class, () -> face.call(server.vpcep(), Call.LIST_FULL));

        assertThat(thrown.field()).isEqualTo("total_count");
        assertThat(thrown)
                .hasMessageContaining("(2147483648) out of range of int")
                .hasMessageNotContaining("not valid JSON");
    }
}
