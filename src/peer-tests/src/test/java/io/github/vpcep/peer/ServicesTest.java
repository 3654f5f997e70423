package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequestBody.TcpProxyEnum;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.DeleteEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.EndpointService;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointServiceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceDescribeDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceDescribeDetailsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceDetailsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListServicePublicDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListServicePublicDetailsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ServiceList;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServiceNameRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServiceNameRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServiceNameResponse;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServiceRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServiceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.UpgradeEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpgradeEndpointServiceResponse;
import io.github.vpcep.sandbox.SandboxConfig;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Endpoint services through the SDK. */
class ServicesTest {
    @RegisterExtension
    static final Peer peer = new Peer();

    /** The SDK has no cidr_type here, the page has. */
    @Test
    void createEndpointService() {
        CreateEndpointServiceResponse created = peer.whole(
                peer.owner()
                        .createEndpointService(new CreateEndpointServiceRequest()
                                .withBody(Peer.newService()
                                        .withServiceName("orders")
                                        .withApprovalEnabled(false)
                                        .withTcpProxy(TcpProxyEnum.PROXY_OPEN)
                                        .withTags(List.of(Peer.TEAM))
                                        .withDescription("Orders, 订单"))),
                "cidr_type");

        assertThat(created.getHttpStatusCode()).isEqualTo(200);
        assertThat(created.getServiceName()).isEqualTo(Peer.REGION + ".orders." + created.getId());
        assertThat(created.getStatus()).isEqualTo("creating");
        assertThat(created.getServiceType()).isEqualTo("interface");
        assertThat(created.getServerType()).isEqualTo("LB");
        assertThat(created.getPortId()).isEqualTo(Peer.PORT);
        assertThat(created.getVpcId()).isEqualTo(Peer.VPC);
        assertThat(created.getProjectId()).isEqualTo(SandboxConfig.DEMO.projectId());
        assertThat(created.getApprovalEnabled()).isFalse();
        assertThat(created.getTcpProxy()).isEqualTo("proxy_open");
        assertThat(created.getPorts()).containsExactly(Peer.port(443, 8443));
        assertThat(created.getTags()).containsExactly(Peer.TEAM);
        assertThat(created.getDescription()).isEqualTo("Orders, 订单");
        assertThat(created.getCreatedAt().toInstant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(created.getUpdatedAt()).isEqualTo(created.getCreatedAt());
    }

    /** The SDK sends no body. */
    @Test
    void upgradeEndpointService() {
        String id = peer.service("orders").getId();

        UpgradeEndpointServiceResponse upgraded =
                peer.owner().upgradeEndpointService(new UpgradeEndpointServiceRequest().withVpcEndpointServiceId(id));

        assertThat(upgraded.getHttpStatusCode()).isEqualTo(204);
        assertThat(peer.owner()
                        .listServiceDetails(new ListServiceDetailsRequest().withVpcEndpointServiceId(id))
                        .getSupportedEditions())
                .extracting(Object::toString)
                .containsExactly("profession", "basic");
    }

    @Test
    void listEndpointService() {
        String orders = peer.service("orders").getId();
        peer.service("bills");
        peer.endpoint(orders);

        ListEndpointServiceResponse list = peer.whole(peer.owner()
                .listEndpointService(new ListEndpointServiceRequest()
                        .withEndpointServiceName("ORDERS")
                        .withStatus(ListEndpointServiceRequest.StatusEnum.AVAILABLE)
                        .withSortKey(ListEndpointServiceRequest.SortKeyEnum.CREATE_AT)
                        .withSortDir(ListEndpointServiceRequest.SortDirEnum.ASC)
                        .withLimit(1)
                        .withOffset(0)));

        assertThat(list.getTotalCount()).isEqualTo(1);
        ServiceList only = list.getEndpointServices().get(0);
        assertThat(only.getId()).isEqualTo(orders);
        assertThat(only.getStatus()).isEqualTo("available");
        assertThat(only.getDomainId()).isEqualTo(SandboxConfig.DEMO.domainId());
        assertThat(only.getConnectionCount()).isZero();
        assertThat(only.getTcpProxy()).isEqualTo("close");
    }

    /** The SDK has no ip_version here, the vendor's Terraform provider has. */
    @Test
    void listServiceDetails() {
        CreateEndpointServiceResponse created = peer.service("orders");

        ListServiceDetailsResponse shown = peer.whole(details(created.getId()), "ip_version");

        assertThat(shown.getId()).isEqualTo(created.getId());
        assertThat(shown.getServiceName()).isEqualTo(created.getServiceName());
        assertThat(shown.getStatus()).isEqualTo("available");
        assertThat(shown.getCidrType()).isEqualTo("internal");
        assertThat(shown.getPorts()).containsExactly(Peer.port(443, 8443));
        assertThat(shown.getCreatedAt()).isEqualTo(created.getCreatedAt());
    }

    /** The SDK has no cidr_type here, the page has. */
    @Test
    void updateEndpointService() {
        CreateEndpointServiceResponse created = peer.service("orders");
        String id = created.getId();

        UpdateEndpointServiceResponse updated = peer.whole(
                peer.owner()
                        .updateEndpointService(new UpdateEndpointServiceRequest()
                                .withVpcEndpointServiceId(id)
                                .withBody(new UpdateEndpointServiceRequestBody()
                                        .withServiceName("sales")
                                        .withApprovalEnabled(false)
                                        .withPorts(List.of(Peer.port(80, 8080), Peer.port(81, 8080)))
                                        .withDescription("Sales"))),
                "cidr_type");

        assertThat(updated.getServiceName()).isEqualTo(Peer.REGION + ".sales." + id);
        assertThat(updated.getStatus()).isEqualTo("available");
        assertThat(updated.getApprovalEnabled()).isFalse();
        assertThat(updated.getPorts()).containsExactly(Peer.port(80, 8080), Peer.port(81, 8080));
        assertThat(updated.getDescription()).isEqualTo("Sales");
        assertThat(updated.getPortId()).isEqualTo(created.getPortId());
    }

    @Test
    void deleteEndpointService() {
        String id = peer.service("orders").getId();
        details(id);

        assertThat(peer.owner()
                        .deleteEndpointService(new DeleteEndpointServiceRequest().withVpcEndpointServiceId(id))
                        .getHttpStatusCode())
                .isEqualTo(204);

        assertThatExceptionOfType(ClientRequestException.class)
                .isThrownBy(() -> details(id))
                .satisfies(gone -> {
                    assertThat(gone.getHttpStatusCode()).isEqualTo(404);
                    assertThat(gone.getErrorCode()).isEqualTo("EndPoint.0005");
                    assertThat(gone.getErrorMsg()).isNotBlank();
                    assertThat(gone.getRequestId()).isNotBlank();
                });
    }

    /** The answer has the short name, by erratum P07. */
    @Test
    void updateEndpointServiceName() {
        String id = peer.service("orders").getId();

        UpdateEndpointServiceNameResponse renamed = peer.whole(peer.owner()
                .updateEndpointServiceName(new UpdateEndpointServiceNameRequest()
                        .withVpcEndpointServiceId(id)
                        .withBody(new UpdateEndpointServiceNameRequestBody().withEndpointServiceName("sales"))));

        assertThat(renamed.getEndpointServiceName()).isEqualTo("sales");
        assertThat(details(id).getServiceName()).isEqualTo(Peer.REGION + ".sales." + id);
    }

    @Test
    void listServiceDescribeDetails() {
        CreateEndpointServiceResponse created = peer.service("orders");

        ListServiceDescribeDetailsResponse byId = peer.whole(peer.guest()
                .listServiceDescribeDetails(new ListServiceDescribeDetailsRequest().withId(created.getId())));
        ListServiceDescribeDetailsResponse byName = peer.whole(peer.guest()
                .listServiceDescribeDetails(
                        new ListServiceDescribeDetailsRequest().withEndpointServiceName(created.getServiceName())));

        assertThat(byId).isEqualTo(byName);
        assertThat(byId.getId()).isEqualTo(created.getId());
        assertThat(byId.getServiceName()).isEqualTo(created.getServiceName());
        assertThat(byId.getServiceType()).isEqualTo("interface");
        assertThat(byId.getCreatedAt()).isEqualTo(created.getCreatedAt());
        assertThat(byId.getIsCharge()).isNotNull();
    }

    @Test
    void listServicePublicDetails() {
        ListServicePublicDetailsResponse list = peer.whole(peer.owner()
                .listServicePublicDetails(new ListServicePublicDetailsRequest()
                        .withSortKey(ListServicePublicDetailsRequest.SortKeyEnum.CREATE_AT)
                        .withSortDir(ListServicePublicDetailsRequest.SortDirEnum.DESC)));

        assertThat(list.getTotalCount()).isEqualTo(2);
        assertThat(list.getEndpointServices())
                .extracting(EndpointService::getServiceType)
                .containsExactlyInAnyOrder("interface", "gateway");
        EndpointService storage = peer.publicService("obs");
        assertThat(storage.getOwner()).isEqualTo("huawei");
        assertThat(storage.getIsCharge()).isFalse();
    }

    private static ListServiceDetailsResponse details(String id) {
        return peer.owner().listServiceDetails(new ListServiceDetailsRequest().withVpcEndpointServiceId(id));
    }
}
