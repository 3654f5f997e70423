package io.github.vpcep.peer.migration;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.vpcep.v1.VpcepClient;
import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.AcceptOrRejectEndpointRequestBody.ActionEnum;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceRequest.ResourceTypeEnum;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequestBody.ServerTypeEnum;
import com.huaweicloud.sdk.vpcep.v1.model.DeleteEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.EndpointResponseBody;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointInfoDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointInfoDetailsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.PortList;
import com.huaweicloud.sdk.vpcep.v1.model.ResourceTag;
import java.util.ArrayList;
import java.util.List;

/** With the vendor's SDK. */
final class Before {
    private final VpcepClient vpcep;

    Before(VpcepClient vpcep) {
        this.vpcep = vpcep;
    }

    static VpcepClient client(String ak, String sk, String projectId, String endpoint) {
        return VpcepClient.newBuilder()
                .withCredential(new BasicCredentials().withAk(ak).withSk(sk).withProjectId(projectId))
                .withEndpoints(List.of(endpoint))
                .build();
    }

    String createService(String vpcId, String portId) {
        return vpcep.createEndpointService(new CreateEndpointServiceRequest()
                        .withBody(new CreateEndpointServiceRequestBody()
                                .withServiceName("orders")
                                .withVpcId(vpcId)
                                .withPortId(portId)
                                .withServerType(ServerTypeEnum.LB)
                                .withPorts(List.of(
                                        new PortList().withClientPort(443).withServerPort(8443)))))
                .getId();
    }

    String connect(String serviceId, String vpcId, String subnetId) {
        return vpcep.createEndpoint(new CreateEndpointRequest()
                        .withBody(new CreateEndpointRequestBody()
                                .withEndpointServiceId(serviceId)
                                .withVpcId(vpcId)
                                .withSubnetId(subnetId)))
                .getId();
    }

    void accept(String serviceId, String endpointId) {
        vpcep.acceptOrRejectEndpoint(new AcceptOrRejectEndpointRequest()
                .withVpcEndpointServiceId(serviceId)
                .withBody(new AcceptOrRejectEndpointRequestBody()
                        .withAction(ActionEnum.RECEIVE)
                        .withEndpoints(List.of(endpointId))));
    }

    String waitUntilAccepted(String endpointId) {
        ListEndpointInfoDetailsResponse shown;
        do { // with pauses, a deadline, and an end when it has failed or was rejected
            shown = vpcep.listEndpointInfoDetails(new ListEndpointInfoDetailsRequest().withVpcEndpointId(endpointId));
        } while (!"accepted".equals(shown.getStatus()));
        return shown.getIp();
    }

    List<String> listAll() {
        List<String> ids = new ArrayList<>();
        List<EndpointResponseBody> page;
        do {
            page = vpcep.listEndpoints(new ListEndpointsRequest().withLimit(100).withOffset(ids.size()))
                    .getEndpoints();
            page.forEach(each -> ids.add(each.getId()));
        } while (page.size() == 100);
        return ids;
    }

    void tag(String endpointId) {
        vpcep.batchAddOrRemoveResourceInstance(new BatchAddOrRemoveResourceInstanceRequest()
                .withResourceType(ResourceTypeEnum.ENDPOINT)
                .withResourceId(endpointId)
                .withBody(new BatchAddOrRemoveResourceInstanceRequestBody()
                        .withAction(BatchAddOrRemoveResourceInstanceRequestBody.ActionEnum.CREATE)
                        .withTags(List.of(new ResourceTag().withKey("team").withValue("orders")))));
    }

    boolean delete(String endpointId) {
        try {
            vpcep.deleteEndpoint(new DeleteEndpointRequest().withVpcEndpointId(endpointId));
            return true;
        } catch (ClientRequestException e) {
            if (e.getHttpStatusCode() == 404) {
                return false;
            }
            throw e;
        }
    }
}
