package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Allow", "Deny"})
    void statements_whenTheyAllowOrDeny_thenTheyAreTaken(String effect) {
        List<PolicyStatement> statements = List.of(statement(effect, List.of("obs:*:*"), List.of("obs:*:*:*:*")));
        assertThat(Policies.statements(statements)).isEqualTo(statements);
    }

    @Test
    void statements_whenThereAreNone_thenTheyAreRefused() {
        assertRefused(ErrorCode.INVALID_POLICY, () -> Policies.statements(List.of()));
    }

    @ParameterizedTest
    @MethodSource("badStatements")
    void statements_whenOneIsBad_thenTheyAreRefused(PolicyStatement bad) {
        PolicyStatement good = statement("Allow", List.of("obs:*:*"), List.of("obs:*:*:*:*"));
        assertRefused(ErrorCode.INVALID_POLICY, () -> Policies.statements(List.of(good, bad)));
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
