package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.sandbox.store.StoredService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The access policy that an endpoint is to have: statements for one of a gateway service, a document for one of an
 * interface service.
 */
final class Policies {
    private final List<PolicyStatement> statements;
    private final @Nullable Map<String, @Nullable Object> document;

    /** Checks the form. */
    Policies(List<PolicyStatement> statements, @Nullable Map<String, @Nullable Object> document) {
        if (!statements.stream().allMatch(Policies::isValid)) {
            throw refusal(
                    ErrorCode.INVALID_POLICY,
                    "It has statements, each with an effect of " + PolicyEffect.values()
                            + ", at least one action and at least one resource.");
        }
        this.statements = statements;
        this.document = document;
    }

    boolean isNone() {
        return statements.isEmpty() && document == null;
    }

    /** Refuses a policy that endpoints of the service cannot have. */
    void refuseUnlessFor(StoredService service) {
        if (isNone()) {
            return;
        }
        boolean isGateway = EndpointServiceType.GATEWAY.is(service.document().type());
        if (isGateway ? document != null : !statements.isEmpty()) {
            throw refusal(
                    ErrorCode.INVALID_POLICY,
                    "An endpoint of a gateway service has a policy_statement, one of an interface service a"
                            + " policy_document.");
        }
        if (!ServiceAnswers.takesPolicies(service)) {
            throw refusal(ErrorCode.INVALID_POLICY, "The service does not have enable_policy.");
        }
    }

    /** The endpoint with it. */
    Endpoint.Builder of(Endpoint.Builder endpoint) {
        return endpoint.policyStatements(statements.isEmpty() ? null : statements)
                .policyDocument(document);
    }

    private static boolean isValid(PolicyStatement statement) {
        return statement.effect().isKnown() && hasTexts(statement.actions()) && hasTexts(statement.resources());
    }

    private static boolean hasTexts(List<String> texts) {
        return !texts.isEmpty() && texts.stream().noneMatch(String::isBlank);
    }
}
