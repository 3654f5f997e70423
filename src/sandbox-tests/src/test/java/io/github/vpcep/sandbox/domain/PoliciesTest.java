package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.sandbox.store.StoredService;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
    private static Endpoint with(Policies policy) {
        return policy.of(Endpoint.builder().id("e")).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allow", "Deny"})
    void statements_whenTheyAllowOrDeny_thenTheyAreTaken(String effect) {
        List<PolicyStatement> statements = List.of(statement(effect, List.of("obs:*:*"), List.of("obs:*:*:*:*")));
        assertThat(with(new Policies(statements, null)).policyStatements()).isEqualTo(statements);
    }

    @Test
    void document_ofAnyForm_isTakenAsItIs() {
        Map<String, @Nullable Object> document = new HashMap<>(Map.of("Version", "5.0", "n", new BigDecimal("1.50")));
        document.put("none", null);
        assertThat(with(new Policies(List.of(), document)).policyDocument()).isEqualTo(document);
    }

    @Test
    void policy_withNeither_isNone() {
        assertThat(new Policies(List.of(), null).isNone()).isTrue();
        assertThat(new Policies(List.of(), Map.of()).isNone()).isFalse();
        assertThat(with(new Policies(List.of(), null)))
                .isEqualTo(Endpoint.builder().id("e").build());
    }

    /** Of a gateway service statements, of an interface service a document, each where the service takes a policy. */
    @ParameterizedTest
    @CsvSource({
        "gateway, true, statements, true",
        "gateway, true, document, false",
        "gateway, true, both, false",
        "gateway, true, none, true",
        "gateway, false, statements, false",
        "interface, true, statements, false",
        "interface, true, document, true",
        "interface, true, both, false",
        "interface, true, none, true",
        "interface, false, document, false",
        "interface, false, none, true",
    })
    void policy_isForServicesOfOneKindThatTakeIt(String type, boolean enabled, String form, boolean taken) {
        boolean both = form.equals("both");
        Policies policy = new Policies(
                both || form.equals("statements") ? List.of(statement("Allow", List.of("a"), List.of("r"))) : List.of(),
                both || form.equals("document") ? Map.of("Version", "5.0") : null);
        EndpointService document = EndpointService.builder()
                .id("s")
                .type(EndpointServiceType.fromString(type))
                .policyEnabled(enabled)
                .build();
        StoredService service = new StoredService(document, "", null, true, null);
        if (taken) {
            policy.refuseUnlessFor(service);
        } else {
            assertRefused(ErrorCode.INVALID_POLICY, () -> policy.refuseUnlessFor(service));
        }
    }

    @ParameterizedTest
    @MethodSource("badStatements")
    void statements_whenOneIsBad_thenTheyAreRefused(PolicyStatement bad) {
        PolicyStatement good = statement("Allow", List.of("obs:*:*"), List.of("obs:*:*:*:*"));
        assertRefused(ErrorCode.INVALID_POLICY, () -> new Policies(List.of(good, bad), null));
    }

    static Stream<PolicyStatement> badStatements() {
        return Stream.of(
                statement("Maybe", List.of("a"), List.of("r")),
                statement("Allow", List.of(), List.of("r")),
                statement("Allow", List.of(""), List.of("r")),
                statement("Allow", List.of("a"), List.of()),
                statement("Allow", List.of("a"), List.of("r", " ")));
    }

    static PolicyStatement statement(String effect, List<String> actions, List<String> resources) {
        return PolicyStatement.builder()
                .effect(PolicyEffect.fromString(effect))
                .actions(actions)
                .resources(resources)
                .build();
    }
}
