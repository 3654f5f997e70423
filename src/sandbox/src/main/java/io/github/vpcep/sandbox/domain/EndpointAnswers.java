package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.StoredEndpoint;

/** What each operation shows of an endpoint. */
final class EndpointAnswers {
    private EndpointAnswers() {}

    /** After its creation. */
    static Endpoint created(StoredEndpoint endpoint) {
        return details(endpoint).toBuilder().errors(null).build();
    }

    /** Alone. */
    static Endpoint details(StoredEndpoint endpoint) {
        return visible(endpoint).endpointPoolId(null).publicBorderGroup(null).build();
    }

    /** In the list of its project. */
    static Endpoint item(StoredEndpoint endpoint) {
        return visible(endpoint).specificationName(null).enableStatus(null).build();
    }

    /** After a change of its whitelist. */
    static Endpoint whitelistChanged(StoredEndpoint endpoint) {
        return details(endpoint).toBuilder()
                .specificationName(null)
                .enableStatus(null)
                .errors(null)
                .routeTables(null)
                .description(null)
                .policyStatements(null)
                .build();
    }

    /** After a change of its policy: what the tables name and what the examples show. */
    static Endpoint policyChanged(StoredEndpoint endpoint) {
        return visible(endpoint).build();
    }

    /** The address shows from the first acceptance on, errors show in the state that they explain. */
    private static Endpoint.Builder visible(StoredEndpoint endpoint) {
        Endpoint document = endpoint.document();
        Endpoint.Builder shown = document.toBuilder();
        if (!endpoint.wasAccepted()) {
            shown.ip(null);
        }
        if (!EndpointStatus.FAILED.is(document.status())) {
            shown.errors(null);
        }
        return shown;
    }
}
