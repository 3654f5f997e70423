package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.RouteTableError;
import io.github.vpcep.model.RouteTableErrors;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import java.util.List;
import java.util.Map;

/** What each operation shows of an endpoint. */
final class EndpointAnswers {
    /** Lists show the same endpoints over and over. */
    private static final Memo<StoredEndpoint, Endpoint> ITEMS = new Memo<>(
            1024,
            endpoint -> visible(endpoint)
                    .specificationName(null)
                    .enableStatus(null)
                    .ipVersion(null)
                    .ipv6Address(null)
                    .build());

    private EndpointAnswers() {}

    /** After its creation. */
    static Endpoint created(StoredEndpoint endpoint) {
        return details(endpoint).toBuilder().errors(null).ipVersion(null).build();
    }

    /** Alone. */
    static Endpoint details(StoredEndpoint endpoint) {
        return visible(endpoint).build();
    }

    /** In the list of its project; as long as nothing has changed, the same object. */
    static Endpoint item(StoredEndpoint endpoint) {
        return ITEMS.of(endpoint);
    }

    /** After a change of its whitelist. */
    static Endpoint whitelistChanged(StoredEndpoint endpoint) {
        return details(endpoint).toBuilder()
                .endpointPoolId(null)
                .publicBorderGroup(null)
                .specificationName(null)
                .enableStatus(null)
                .errors(null)
                .routeTables(null)
                .description(null)
                .ipVersion(null)
                .ipv6Address(null)
                .build();
    }

    /** After a change of its policy: what the tables name and what the examples show. */
    static Endpoint policyChanged(StoredEndpoint endpoint) {
        return visible(endpoint).ipVersion(null).ipv6Address(null).build();
    }

    /** After a change of its route tables: those that lead to it, and why others do not. */
    static EndpointRouteTables bound(List<String> routeTables, Map<String, ErrorCode> failed) {
        EndpointRouteTables.Builder answer = EndpointRouteTables.builder().routeTables(routeTables);
        if (!failed.isEmpty()) {
            RouteTableErrors errors = RouteTableErrors.builder()
                    .bindFailed(failed.entrySet().stream()
                            .map(each -> error(each.getKey(), each.getValue()))
                            .toList())
                    .unbindFailed(List.of())
                    .build();
            answer.errors(List.of(errors));
        }
        return answer.build();
    }

    private static RouteTableError error(String id, ErrorCode code) {
        return RouteTableError.builder().id(id).message(code.message()).build();
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
