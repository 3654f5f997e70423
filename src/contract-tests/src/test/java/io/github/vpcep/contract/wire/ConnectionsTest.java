package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.Connections;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.ConnectionDescription;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.sandbox.SandboxConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the owner of a service deals with those who want in. */
class ConnectionsTest {
    @RegisterExtension
    static final Wire wire = new Wire();

    /** Of the owner. */
    private static Connections connections() {
        return wire.owner().connections();
    }

    @Test
    void acceptOrRejectEndpoint_ofOneThatWaits_connectsIt() {
        String service = wire.service("orders").id();
        wire.owner().permissions().add(service, List.of(Wire.PARTNER));
        String endpoint =
                wire.guest().endpoints().create(Wire.newEndpoint(service)).id();

        connections().accept(service, endpoint);
        wire.settle();

        Endpoint connected = wire.guest().endpoints().get(endpoint);
        assertThat(connected.status()).isEqualTo(EndpointStatus.ACCEPTED);
        assertThat(connected.ip()).isNotBlank();
    }

    @Test
    void acceptOrRejectEndpoint_ofAConnectedOne_throwsItOut() {
        String service = wire.service("orders").id();
        assertThat(connections().reject(service, wire.connected(service).id()).connections())
                .extracting(Connection::status)
                .containsExactly(EndpointStatus.REJECTED);
    }

    @Test
    void acceptOrRejectEndpoint_whenAlreadyAccepted_isRefused() {
        String service = wire.service("orders").id();
        String endpoint = wire.connected(service).id();
        wire.refuses(ErrorCode.ENDPOINT_ALREADY_CONNECTED, () -> connections().accept(service, endpoint));
    }

    @Test
    void listServiceConnections_withAllFilters_findsTheOne() {
        String service = wire.service("orders").id();
        wire.endpoint(service);
        Endpoint one = wire.endpoint(service);
        assertThat(connections()
                        .list(
                                service,
                                q -> q.id(one.id())
                                        .markerId(String.valueOf(one.markerId()))
                                        .status(EndpointStatus.PENDING_ACCEPTANCE)
                                        .sortKey(SortKey.UPDATED_AT)
                                        .sortDirection(SortDirection.ASCENDING)
                                        .limit(1000)
                                        .offset(0))
                        .items())
                .extracting(Connection::domainId)
                .containsExactly(SandboxConfig.DEMO.domainId());
    }

    @Test
    void listServiceConnections_pageByPage_comesToTheEnd() {
        String service = wire.service("orders").id();
        List<String> all = wire.fiveEndpoints(service);
        assertThat(connections().list(service, q -> q.limit(2)).stream())
                .extracting(Connection::id)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void listServiceConnections_ofAnotherAccount_isRefused() {
        String service = wire.service("orders").id();
        wire.refuses(
                ErrorCode.RESOURCE_NOT_FOUND, () -> wire.guest().connections().list(service));
    }

    @Test
    void updateEndpointConnectionsDesc_notesWhoIsWho() {
        String service = wire.service("orders").id();
        ConnectionDescription note = ConnectionDescription.builder()
                .endpointId(wire.endpoint(service).id())
                .description("第一")
                .build();
        assertThat(connections().updateDescription(service, List.of(note)).connections())
                .extracting(Connection::description)
                .containsExactly("第一");
    }

    @Test
    void updateEndpointConnectionsDesc_ofAnotherService_isRefused() {
        String endpoint = wire.endpoint(wire.service("orders").id()).id();
        String bills = wire.service("bills").id();
        ConnectionDescription note = ConnectionDescription.builder()
                .endpointId(endpoint)
                .description("mine")
                .build();
        wire.refuses(ErrorCode.ENDPOINT_OF_OTHER_SERVICE, () -> connections().updateDescription(bills, List.of(note)));
    }
}
