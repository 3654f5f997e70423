package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.Connections;
import io.github.vpcep.client.ConnectionsAsync;
import io.github.vpcep.client.Quotas;
import io.github.vpcep.client.QuotasAsync;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.ConnectionDescription;
import io.github.vpcep.model.ConnectionDescriptionsRequest;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.UpdatedConnections;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Users put stand-ins of their own behind the groups: that this compiles is half of the proof. */
class FacadeStandInTest {
    private static UpdatedConnections one(String id, EndpointStatus status) {
        return UpdatedConnections.builder()
                .connections(List.of(Connection.builder().id(id).status(status).build()))
                .build();
    }

    private static final class OneConnection implements Connections {
        @Override
        public Page<Connection> list(String endpointServiceId, ListParams params) {
            return Page.of(List.of(Connection.builder()
                    .id(endpointServiceId + " limit " + params.limit())
                    .build()));
        }

        @Override
        public UpdatedConnections accept(String endpointServiceId, ConnectionActionRequest body) {
            return one(body.endpointIds().get(0), EndpointStatus.ACCEPTED);
        }

        @Override
        public UpdatedConnections reject(String endpointServiceId, ConnectionActionRequest body) {
            return one(body.endpointIds().get(0), EndpointStatus.REJECTED);
        }

        @Override
        public UpdatedConnections updateDescription(String endpointServiceId, ConnectionDescriptionsRequest body) {
            return one(body.connections().get(0).endpointId(), EndpointStatus.CREATING);
        }
    }

    private record OneConnectionAsync(Connections sync) implements ConnectionsAsync {
        @Override
        public CompletableFuture<AsyncPage<Connection>> list(String endpointServiceId, Connections.ListParams params) {
            return CompletableFuture.completedFuture(
                    AsyncPage.of(sync.list(endpointServiceId, params).items()));
        }

        @Override
        public CompletableFuture<UpdatedConnections> accept(String endpointServiceId, ConnectionActionRequest body) {
            return CompletableFuture.completedFuture(sync.accept(endpointServiceId, body));
        }

        @Override
        public CompletableFuture<UpdatedConnections> reject(String endpointServiceId, ConnectionActionRequest body) {
            return CompletableFuture.completedFuture(sync.reject(endpointServiceId, body));
        }

        @Override
        public CompletableFuture<UpdatedConnections> updateDescription(
                String endpointServiceId, ConnectionDescriptionsRequest body) {
            return CompletableFuture.completedFuture(sync.updateDescription(endpointServiceId, body));
        }
    }

    @Test
    void group_standIn_servesEveryWayToCallIt() {
        Connections connections = new OneConnection();
        List<ConnectionDescription> notes = List.of(
                ConnectionDescription.builder().endpointId("e").description("").build());

        assertThat(connections.list("s", q -> q.limit(7)).stream().map(Connection::id))
                .containsExactly("s limit 7");
        assertThat(connections.list("s").items()).hasSize(1);
        assertThat(connections.updateDescription("s", notes).connections())
                .extracting(Connection::id)
                .containsExactly("e");
    }

    @Test
    void asyncGroup_standIn_servesEveryWayToCallIt() {
        ConnectionsAsync async = new OneConnectionAsync(new OneConnection());
        List<ConnectionDescription> notes = List.of(
                ConnectionDescription.builder().endpointId("e").description("").build());

        assertThat(async.list("s").join().toList().join()).hasSize(1);
        assertThat(async.updateDescription("s", b -> b.connections(notes)).join())
                .isEqualTo(async.updateDescription("s", notes).join());
        assertThat(async.accept("s", "e").join())
                .isNotEqualTo(async.reject("s", "e").join());
    }

    @Test
    void groupOfOneOperation_standIn_isALambda() {
        Quotas quotas = params -> QuotaList.builder()
                .quotas(QuotaResources.builder()
                        .resources(List.of(Quota.builder().type(params.type()).build()))
                        .build())
                .build();
        QuotasAsync async = params -> CompletableFuture.completedFuture(quotas.list(params));

        assertThat(quotas.list(q -> q.type(ResourceType.ENDPOINT)).quotas().resources())
                .extracting(Quota::type)
                .containsExactly(ResourceType.ENDPOINT);
        assertThat(async.list().join()).isEqualTo(quotas.list());
    }
}
