package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import java.util.List;

/** The form of access policies. */
final class Policies {
    private Policies() {}

    /** The statements of a policy. */
    static List<PolicyStatement> statements(List<PolicyStatement> statements) {
        if (statements.isEmpty() || !statements.stream().allMatch(Policies::isValid)) {
            throw refusal(
                    ErrorCode.INVALID_POLICY,
                    "It has statements, each with an effect of " + PolicyEffect.values()
                            + ", at least one action and at least one resource.");
        }
        return statements;
    }

    private static boolean isValid(PolicyStatement statement) {
        return statement.effect().isKnown() && hasTexts(statement.actions()) && hasTexts(statement.resources());
    }

    private static boolean hasTexts(List<String> texts) {
        return !texts.isEmpty() && texts.stream().noneMatch(String::isBlank);
    }
}
