package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
