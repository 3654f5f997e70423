package io.github.vpcep.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Just as much is tolerated as the contract says, and what is refused names its field. */
class ToleranceTest {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final PolicyStatement STATEMENT = PolicyStatement.builder()
            .effect(PolicyEffect.ALLOW)
            .actions(List.of("obs:*:*"))
            .resources(List.of("obs:*"))
            .build();

    private static Endpoint endpoint(String properties) throws JsonProcessingException {
        return JSON.readValue("{\"id\":\"e\"," + properties + "}", Endpoint.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "gataway", "GateWay", "GATAWAY"})
    void serviceType_inAnySpellingOfGateway_isGateway(String text) throws JsonProcessingException {
        assertThat(endpoint("\"service_type\":\"" + text + "\"").serviceType()).isEqualTo(EndpointServiceType.GATEWAY);
    }

    @Test
    void status_whenUnknown_keepsItsText() throws JsonProcessingException {
        EndpointStatus status =
                Objects.requireNonNull(endpoint("\"status\":\"Frozen-2\"").status());
        assertThat(status.value()).isEqualTo("Frozen-2");
        assertThat(status.isKnown()).isFalse();
        assertThat(JSON.valueToTree(status).toString()).isEqualTo("\"Frozen-2\"");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'\"true\"', true", "'\"False\"', false", "'\"TRUE\"', true"})
    void enableDns_asBooleanOrText_isABoolean(String json, boolean value) throws JsonProcessingException {
        assertThat(endpoint("\"enable_dns\":" + json).dnsEnabled()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'\"true\"', true", "'\"False\"', false"})
    void everyAnsweredBoolean_asBooleanOrText_isABoolean(String json, boolean value) throws JsonProcessingException {
        assertThat(endpoint("\"enable_whitelist\":" + json).whitelistEnabled()).isEqualTo(value);
        assertThat(JSON.readValue("{\"id\":\"s\",\"approval_enabled\":" + json + "}", EndpointService.class)
                        .approvalEnabled())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update_at", "updated_at"})
    void updatedAt_underEitherName_isTheTimeAndIsWrittenUnderItsOwn(String name) throws JsonProcessingException {
        String time = "\"" + name + "\":\"2018-01-30T07:42:01\"";
        Instant read = Instant.parse("2018-01-30T07:42:01Z");

        assertThat(endpoint(time).updatedAt()).isEqualTo(read);
        assertThat(JSON.readValue("{\"id\":\"c\"," + time + "}", Connection.class)
                        .updatedAt())
                .isEqualTo(read);
        assertThat(JSON.readValue("{\"id\":\"s\"," + time + "}", EndpointService.class)
                        .updatedAt())
                .isEqualTo(read);
        assertThat(JSON.writeValueAsString(endpoint(time)))
                .isEqualTo("{\"id\":\"e\",\"updated_at\":\"2018-01-30T07:42:01Z\"}");
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("[]", List.of()),
                Arguments.of("null", List.of()),
                Arguments.of("\"frozen\"", List.of(AccountStatus.FROZEN)),
                Arguments.of("[\"Active\",\"frozen\"]", List.of(AccountStatus.ACTIVE, AccountStatus.FROZEN)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void activeStatus_asListOrBareValue_isAList(String json, List<AccountStatus> values)
            throws JsonProcessingException {
        assertThat(endpoint("\"active_status\":" + json).accountStatuses()).isEqualTo(values);
    }

    @Test
    void lists_whenAbsent_areEmpty() throws JsonProcessingException {
        Endpoint endpoint = endpoint("\"ip\":null");
        assertThat(endpoint.tags()).isEmpty();
        assertThat(endpoint.dnsNames()).isEmpty();
        assertThat(endpoint.policyStatements()).isEmpty();
        assertThat(endpoint.ip()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Effect\":\"Allow\",\"Action\":[\"obs:*:*\"],\"Resource\":[\"obs:*\"]}",
                "{\"Effect\":\"allow\",\"Action\":\"obs:*:*\",\"Resource\":[\"obs:*\"]}",
                "\"{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"obs:*:*\\\",\\\"Resource\\\":[\\\"obs:*\\\"]}\""
            })
    void policyStatement_asObjectOrText_isTheStatement(String json) throws JsonProcessingException {
        Endpoint endpoint = endpoint("\"policy_statement\":[" + json + "]");
        assertThat(endpoint.policyStatements()).hasSize(1);
        assertThat(endpoint.policyStatements().get(0).actions()).isEqualTo(STATEMENT.actions());
        assertThat(endpoint.policyStatements().get(0).resources()).isEqualTo(STATEMENT.resources());
        assertThat(endpoint.policyStatements().get(0).effect()).isEqualTo(STATEMENT.effect());
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-03T03:03:54Z, 2022-08-03T03:03:54Z",
        "2022-08-03T03:03:54.123456Z, 2022-08-03T03:03:54.123456Z",
        "2022-08-03T11:03:54+08:00, 2022-08-03T03:03:54Z",
        "2018-01-30T07:42:01.174, 2018-01-30T07:42:01.174Z"
    })
    void createdAt_withFractionsOffsetOrNoZone_isTheInstant(String text, Instant instant)
            throws JsonProcessingException {
        assertThat(endpoint("\"created_at\":\"" + text + "\"").createdAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(longs = {2_147_483_648L, 9_007_199_254_740_993L, Long.MAX_VALUE})
    void markerId_beyondAnIntOrADouble_isExact(long marker) throws JsonProcessingException {
        assertThat(endpoint("\"marker_id\":" + marker).markerId()).isEqualTo(marker);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("\"ip\":7", "ip"),
                Arguments.of("\"ip\":true", "ip"),
                Arguments.of("\"ip\":[\"10.0.0.1\"]", "ip"),
                Arguments.of("\"marker_id\":\"7\"", "marker_id"),
                Arguments.of("\"marker_id\":7.5", "marker_id"),
                Arguments.of("\"enable_dns\":\"yes\"", "enable_dns"),
                Arguments.of("\"enable_dns\":1", "enable_dns"),
                Arguments.of("\"enable_whitelist\":\"yes\"", "enable_whitelist"),
                Arguments.of("\"whitelist\":\"10.0.0.1\"", "whitelist"),
                Arguments.of("\"whitelist\":[null]", "whitelist"),
                Arguments.of("\"whitelist\":[7]", "whitelist"),
                Arguments.of("\"dns_names\":{}", "dns_names"),
                Arguments.of("\"tags\":\"\"", "tags"),
                Arguments.of("\"tags\":[{\"key\":5}]", "key"),
                Arguments.of("\"created_at\":\"yesterday\"", "created_at"),
                Arguments.of("\"created_at\":\"2022-08-03\"", "created_at"),
                Arguments.of("\"created_at\":1659495834", "created_at"),
                Arguments.of("\"policy_statement\":[\"none\"]", "policy_statement"),
                Arguments.of("\"policy_statement\":{}", "policy_statement"),
                Arguments.of("\"policy_statement\":[{\"Effect\":\"Allow\"}]", "policy_statement"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void value_ofAWrongType_isRefusedByItsPath(String properties, String field) {
        JsonMappingException thrown = catchThrowableOfType(
                JsonMappingException.class,
                () -> JSON.readValue(
                        "{\"total_count\":1,\"endpoints\":[{\"id\":\"e\"," + properties + "}]}", EndpointList.class));
        assertThat(thrown.getPathReference()).contains("[\"endpoints\"]", "[0]", "[\"" + field + "\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"endpoints\":[]}', total_count",
        "'{\"total_count\":0}', endpoints",
        "'{\"endpoints\":null,\"total_count\":0}', endpoints",
        "'{\"endpoints\":[{}],\"total_count\":1}', id"
    })
    void requiredProperty_whenMissing_isNamed(String json, String field) {
        JsonMappingException thrown =
                catchThrowableOfType(JsonMappingException.class, () -> JSON.readValue(json, EndpointList.class));
        assertThat(thrown).hasMessageContaining("(\"" + field + "\") must not be null");
    }
}
