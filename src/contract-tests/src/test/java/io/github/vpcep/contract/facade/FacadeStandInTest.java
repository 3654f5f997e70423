package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.EndpointServices;
import io.github.vpcep.client.EndpointServicesAsync;
import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.EndpointsAsync;
import io.github.vpcep.client.Permissions;
import io.github.vpcep.client.PermissionsAsync;
import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointServiceName;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PermissionList;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Users put stand-ins of their own behind the groups: that this compiles is half of the proof. */
class FacadeStandInTest {
    private static final class OneEndpoint implements Endpoints {
        @Override
        public Page<Endpoint> list(ListParams params) {
            Endpoint only = Endpoint.builder().id("limit " + params.limit()).build();
            return Page.of(List.of(only));
        }

        @Override
        public Endpoint updatePolicy(String endpointId, EndpointPolicyRequest body) {
            return Endpoint.builder().id(endpointId).build();
        }
    }

    private record OneEndpointAsync(Endpoints sync) implements EndpointsAsync {
        @Override
        public CompletableFuture<AsyncPage<Endpoint>> list(Endpoints.ListParams params) {
            List<Endpoint> items = sync.list(params).items();
            return CompletableFuture.completedFuture(AsyncPage.of(items));
        }

        @Override
        public CompletableFuture<Endpoint> updatePolicy(String endpointId, EndpointPolicyRequest body) {
            return CompletableFuture.completedFuture(sync.updatePolicy(endpointId, body));
        }
    }

    private static final class Renaming implements EndpointServices {
        @Override
        public Page<EndpointServiceSummary> listPublic(ListPublicParams params) {
            return Page.of(List.of());
        }

        @Override
        public EndpointServiceName rename(String endpointServiceId, EndpointServiceNameRequest body) {
            return EndpointServiceName.builder()
                    .name(endpointServiceId + "." + body.name())
                    .build();
        }
    }

    private record RenamingAsync(EndpointServices sync) implements EndpointServicesAsync {
        @Override
        public CompletableFuture<AsyncPage<EndpointServiceSummary>> listPublic(
                EndpointServices.ListPublicParams params) {
            return CompletableFuture.completedFuture(AsyncPage.of(List.of()));
        }

        @Override
        public CompletableFuture<EndpointServiceName> rename(
                String endpointServiceId, EndpointServiceNameRequest body) {
            return CompletableFuture.completedFuture(sync.rename(endpointServiceId, body));
        }
    }

    private static PermissionList added(String serviceId, AddPermissionsRequest body) {
        return PermissionList.builder()
                .permissions(body.permissions().stream()
                        .map(each -> Permission.builder()
                                .id(serviceId)
                                .permission(each.permission())
                                .build())
                        .toList())
                .build();
    }

    @Test
    void endpoints_standIn_servesEveryWayToCallIt() {
        Endpoints endpoints = new OneEndpoint();
        EndpointsAsync async = new OneEndpointAsync(endpoints);

        assertThat(endpoints.list(q -> q.limit(7)).stream().map(Endpoint::id)).containsExactly("limit 7");
        assertThat(endpoints.list().items()).hasSize(1);
        assertThat(endpoints.updatePolicy("e", List.of()).id()).isEqualTo("e");
        assertThat(async.list().join().toList().join()).hasSize(1);
        assertThat(async.updatePolicy("e", b -> b.policyStatements(List.of()))
                        .join()
                        .id())
                .isEqualTo("e");
    }

    @Test
    void endpointServices_standIn_servesEveryWayToCallIt() {
        EndpointServices services = new Renaming();
        EndpointServicesAsync async = new RenamingAsync(services);

        assertThat(services.rename("s", "orders").name()).isEqualTo("s.orders");
        assertThat(services.listPublic()).isEmpty();
        assertThat(async.rename("s", "orders").join().name()).isEqualTo("s.orders");
        assertThat(async.listPublic().join().toList().join()).isEmpty();
    }

    @Test
    void permissions_standIn_isALambda() {
        Permissions permissions = FacadeStandInTest::added;
        PermissionsAsync async = (id, body) -> CompletableFuture.completedFuture(permissions.add(id, body));
        List<NewPermission> everyone =
                List.of(NewPermission.builder().permission("*").description("").build());

        assertThat(permissions.add("s", everyone).permissions())
                .extracting(Permission::permission)
                .containsExactly("*");
        assertThat(async.add("s", everyone).join()).isEqualTo(permissions.add("s", everyone));
    }
}
