package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointRequestBody.ActionEnum;
import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ConnectionEndpoints;
import com.huaweicloud.sdk.vpcep.v1.model.ConnectionsDesc;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointInfoDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceConnectionsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceConnectionsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointConnectionsDescRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointConnectionsDescRequestBody;
import io.github.vpcep.sandbox.SandboxConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service owner's view of endpoints through the SDK. */
class ConnectionsTest {
    @RegisterExtension
    static final Peer peer = new Peer();

    @Test
    void listServiceConnections() {
        String service = peer.service("orders").getId();
        CreateEndpointResponse endpoint = peer.endpoint(service);
        peer.endpoint(service);

        ListServiceConnectionsResponse list = peer.whole(peer.owner()
                .listServiceConnections(new ListServiceConnectionsRequest()
                        .withVpcEndpointServiceId(service)
                        .withId(endpoint.getId())
                        .withMarkerId(endpoint.getMarkerId().toString())
                        .withStatus(ListServiceConnectionsRequest.StatusEnum.PENDINGACCEPTANCE)
                        .withSortKey(ListServiceConnectionsRequest.SortKeyEnum.UPDATE_AT)
                        .withSortDir(ListServiceConnectionsRequest.SortDirEnum.ASC)
                        .withLimit(10)
                        .withOffset(0)));

        assertThat(list.getTotalCount()).isEqualTo(1);
        ConnectionEndpoints only = list.getConnections().get(0);
        assertThat(only.getId()).isEqualTo(endpoint.getId());
        assertThat(only.getMarkerId()).isEqualTo(endpoint.getMarkerId());
        assertThat(only.getDomainId()).isEqualTo(SandboxConfig.DEMO.domainId());
        assertThat(only.getStatus()).isEqualTo("pendingAcceptance");
        assertThat(only.getCreatedAt()).isEqualTo(endpoint.getCreatedAt());
    }

    @Test
    void acceptOrRejectEndpoint() {
        String service = peer.service("orders").getId();
        String endpoint = peer.endpoint(service).getId();

        assertThat(peer.whole(decide(service, endpoint, ActionEnum.RECEIVE)).getConnections())
                .singleElement()
                .satisfies(each -> assertThat(each.getId()).isEqualTo(endpoint));
        assertThat(statusOf(endpoint)).isEqualTo("accepted");
        assertThat(peer.whole(decide(service, endpoint, ActionEnum.REJECT)).getConnections())
                .extracting(ConnectionEndpoints::getStatus)
                .containsExactly("rejected");
        assertThat(statusOf(endpoint)).isEqualTo("rejected");
    }

    @Test
    void updateEndpointConnectionsDesc() {
        String service = peer.service("orders").getId();
        String first = peer.endpoint(service).getId();
        String second = peer.endpoint(service).getId();

        List<ConnectionEndpoints> changed = peer.whole(peer.owner()
                        .updateEndpointConnectionsDesc(new UpdateEndpointConnectionsDescRequest()
                                .withVpcEndpointServiceId(service)
                                .withBody(new UpdateEndpointConnectionsDescRequestBody()
                                        .withConnections(List.of(
                                                new ConnectionsDesc()
                                                        .withId(first)
                                                        .withDescription("the first"),
                                                new ConnectionsDesc()
                                                        .withId(second)
                                                        .withDescription("第二"))))))
                .getConnections();

        assertThat(changed).extracting(ConnectionEndpoints::getId).containsExactly(first, second);
        assertThat(changed).extracting(ConnectionEndpoints::getDescription).containsExactly("the first", "第二");
    }

    private static AcceptOrRejectEndpointResponse decide(String service, String endpoint, ActionEnum action) {
        return peer.owner()
                .acceptOrRejectEndpoint(new AcceptOrRejectEndpointRequest()
                        .withVpcEndpointServiceId(service)
                        .withBody(new AcceptOrRejectEndpointRequestBody()
                                .withAction(action)
                                .withEndpoints(List.of(endpoint))));
    }

    private static String statusOf(String endpoint) {
        return peer.owner()
                .listEndpointInfoDetails(new ListEndpointInfoDetailsRequest().withVpcEndpointId(endpoint))
                .getStatus();
    }
}
