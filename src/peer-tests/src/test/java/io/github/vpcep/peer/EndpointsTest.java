package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointResponse;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.DeleteEndpointPolicyRequest;
import com.huaweicloud.sdk.vpcep.v1.model.DeleteEndpointPolicyResponse;
import com.huaweicloud.sdk.vpcep.v1.model.DeleteEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.DeleteEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.EndpointResponseBody;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointInfoDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointInfoDetailsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.PolicyStatement;
import com.huaweicloud.sdk.vpcep.v1.model.QueryError;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointPolicyRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointPolicyRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointPolicyResponse;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointRoutetableRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointRoutetableRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointRoutetableResponse;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointWhiteRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointWhiteRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointWhiteResponse;
import io.github.vpcep.sandbox.SandboxConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** VPC endpoints through the SDK. */
class EndpointsTest {
    private static final PolicyStatement READ = new PolicyStatement()
            .withEffect(PolicyStatement.EffectEnum.ALLOW)
            .withAction(List.of("obs:object:GetObject", "obs:bucket:ListBucket"))
            .withResource(List.of("obs:*:*:object:invoices/*"));

    /** What the SDK does not have in these two answers. */
    private static final String[] NOT_AFTER_A_POLICY = {"enable_dns", "enable_status", "specification_name"};

    @RegisterExtension
    static final Peer peer = new Peer();

    /** The SDK has no dns_names here, the page has. */
    @Test
    void createEndpoint() {
        CreateEndpointServiceResponse service = peer.service("orders");

        CreateEndpointResponse created = peer.whole(
                peer.owner()
                        .createEndpoint(new CreateEndpointRequest()
                                .withBody(Peer.newEndpoint(service.getId())
                                        .withPortIp("192.168.0.17")
                                        .withEnableDns(true)
                                        .withTags(List.of(Peer.TEAM))
                                        .withWhitelist(List.of("192.168.1.0/24", "10.0.0.1"))
                                        .withEnableWhitelist(true)
                                        .withDescription("Orders"))),
                "dns_names");

        assertThat(created.getHttpStatusCode()).isEqualTo(200);
        assertThat(created.getStatus()).isEqualTo("pendingAcceptance");
        assertThat(created.getServiceType()).isEqualTo("interface");
        assertThat(created.getEndpointServiceId()).isEqualTo(service.getId());
        assertThat(created.getEndpointServiceName()).isEqualTo(service.getServiceName());
        assertThat(created.getActiveStatus()).containsExactly("active");
        assertThat(created.getEnableStatus()).isEqualTo("enable");
        assertThat(created.getSpecificationName()).isEqualTo("default");
        assertThat(created.getMarkerId()).isPositive();
        assertThat(created.getVpcId()).isEqualTo(Peer.VPC);
        assertThat(created.getSubnetId()).isEqualTo(Peer.SUBNET);
        assertThat(created.getProjectId()).isEqualTo(SandboxConfig.DEMO.projectId());
        assertThat(created.getEnableDns()).isTrue();
        assertThat(created.getTags()).containsExactly(Peer.TEAM);
        assertThat(created.getWhitelist()).containsExactly("192.168.1.0/24", "10.0.0.1");
        assertThat(created.getEnableWhitelist()).isTrue();
        assertThat(created.getDescription()).isEqualTo("Orders");
        assertThat(created.getCreatedAt()).isEqualTo(created.getUpdatedAt()).isNotNull();
    }

    @Test
    void listEndpoints() {
        CreateEndpointServiceResponse service = peer.service("orders");
        String first = peer.endpoint(service.getId()).getId();
        String second = peer.endpoint(service.getId()).getId();
        String storage = peer.gatewayEndpoint().getId();

        ListEndpointsResponse all = peer.whole(peer.owner().listEndpoints(new ListEndpointsRequest()));
        ListEndpointsResponse page = peer.whole(peer.owner()
                .listEndpoints(new ListEndpointsRequest()
                        .withEndpointServiceName("Orders")
                        .withVpcId(Peer.VPC)
                        .withSortKey(ListEndpointsRequest.SortKeyEnum.CREATE_AT)
                        .withSortDir(ListEndpointsRequest.SortDirEnum.ASC)
                        .withLimit(1)
                        .withOffset(1)));

        assertThat(all.getEndpoints())
                .extracting(EndpointResponseBody::getId)
                .containsExactlyInAnyOrder(first, second, storage);
        assertThat(page.getTotalCount()).isEqualTo(2);
        assertThat(page.getEndpoints())
                .singleElement()
                .satisfies(each -> assertThat(each.getId()).isIn(first, second));
    }

    /** The SDK has no ip_version here, the vendor's Terraform provider has. */
    @Test
    void listEndpointInfoDetails() {
        CreateEndpointResponse created = peer.endpoint(peer.publicService("dns").getId());

        ListEndpointInfoDetailsResponse shown = peer.whole(details(created.getId()), "ip_version");

        assertThat(shown.getStatus()).isEqualTo("accepted");
        assertThat(shown.getIp()).matches("[0-9]+([.][0-9]+){3}");
        assertThat(shown.getMarkerId()).isEqualTo(created.getMarkerId());
        assertThat(shown.getEnableDns()).isFalse();
        assertThat(shown.getEndpointServiceName()).isEqualTo("com.myhuaweicloud." + Peer.REGION + ".dns");
        assertThat(shown.getCreatedAt()).isEqualTo(created.getCreatedAt());
    }

    /** Errors are a list here as well, by erratum P28. */
    @Test
    void listEndpointInfoDetails_ofAFailedEndpoint_readsItsErrors() {
        String service = peer.service("orders").getId();
        String endpoint = peer.endpoint(service).getId();
        peer.owner().deleteEndpointService(new DeleteEndpointServiceRequest().withVpcEndpointServiceId(service));

        ListEndpointInfoDetailsResponse failed = peer.whole(details(endpoint), "ip_version");

        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getError()).extracting(QueryError::getErrorCode).containsExactly("EndPoint.2003");
    }

    @Test
    void deleteEndpoint() {
        String id = peer.endpoint(peer.service("orders").getId()).getId();

        assertThat(peer.owner()
                        .deleteEndpoint(new DeleteEndpointRequest().withVpcEndpointId(id))
                        .getHttpStatusCode())
                .isEqualTo(204);

        assertThatExceptionOfType(ClientRequestException.class)
                .isThrownBy(() -> details(id))
                .satisfies(gone -> {
                    assertThat(gone.getHttpStatusCode()).isEqualTo(404);
                    assertThat(gone.getErrorCode()).isIn("EndPoint.2006", "EndPoint.2008");
                });
    }

    @Test
    void updateEndpointWhite() {
        String id = peer.endpoint(peer.service("orders").getId()).getId();

        UpdateEndpointWhiteResponse changed = peer.whole(peer.owner()
                .updateEndpointWhite(new UpdateEndpointWhiteRequest()
                        .withVpcEndpointId(id)
                        .withBody(new UpdateEndpointWhiteRequestBody()
                                .withWhitelist(List.of("10.1.0.0/16"))
                                .withEnableWhitelist(true))));

        assertThat(changed.getId()).isEqualTo(id);
        assertThat(changed.getWhitelist()).containsExactly("10.1.0.0/16");
        assertThat(changed.getEnableWhitelist()).isTrue();
    }

    @Test
    void updateEndpointRoutetable() {
        String id = gateway();
        List<String> tables = List.of("5f6e1d2c-3b4a-4958-8776-655443322110", "0f1e2d3c-4b5a-4697-8877-665544332211");

        UpdateEndpointRoutetableResponse bound = peer.whole(peer.owner()
                .updateEndpointRoutetable(new UpdateEndpointRoutetableRequest()
                        .withVpcEndpointId(id)
                        .withBody(new UpdateEndpointRoutetableRequestBody().withRoutetables(tables))));

        assertThat(bound.getRoutetables()).containsExactlyElementsOf(tables);
        assertThat(bound.getError()).isNullOrEmpty();
        assertThat(details(id).getRoutetables()).containsExactlyElementsOf(tables);
    }

    /** Action is a list, by erratum P05. The SDK has neither enable_dns, which the page has, nor the fields of P12. */
    @Test
    void updateEndpointPolicy() {
        String id = gateway();

        UpdateEndpointPolicyResponse changed = peer.whole(setPolicy(id), NOT_AFTER_A_POLICY);

        assertThat(changed.getId()).isEqualTo(id);
        assertThat(changed.getServiceType()).isEqualTo("gateway");
        assertThat(changed.getStatus()).isEqualTo("accepted");
        assertThat(changed.getPolicyStatement()).containsExactly(READ);
        assertThat(details(id).getPolicyStatement()).containsExactly(READ);
    }

    /** As with {@link #updateEndpointPolicy}. */
    @Test
    void deleteEndpointPolicy() {
        String id = gateway();
        setPolicy(id);

        DeleteEndpointPolicyResponse changed = peer.whole(
                peer.owner().deleteEndpointPolicy(new DeleteEndpointPolicyRequest().withVpcEndpointId(id)),
                NOT_AFTER_A_POLICY);

        assertThat(changed.getHttpStatusCode()).isEqualTo(200);
        assertThat(changed.getId()).isEqualTo(id);
        assertThat(changed.getPolicyStatement()).isNullOrEmpty();
    }

    private static String gateway() {
        String id = peer.gatewayEndpoint().getId();
        assertThat(details(id).getStatus()).isEqualTo("accepted");
        return id;
    }

    private static UpdateEndpointPolicyResponse setPolicy(String id) {
        return peer.owner()
                .updateEndpointPolicy(new UpdateEndpointPolicyRequest()
                        .withVpcEndpointId(id)
                        .withBody(new UpdateEndpointPolicyRequestBody().withPolicyStatement(List.of(READ))));
    }

    private static ListEndpointInfoDetailsResponse details(String id) {
        return peer.owner().listEndpointInfoDetails(new ListEndpointInfoDetailsRequest().withVpcEndpointId(id));
    }
}
