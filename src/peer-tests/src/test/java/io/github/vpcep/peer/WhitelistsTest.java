package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.vpcep.v1.model.AddOrRemoveServicePermissionsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.AddOrRemoveServicePermissionsRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.AddOrRemoveServicePermissionsRequestBody.ActionEnum;
import com.huaweicloud.sdk.vpcep.v1.model.AddOrRemoveServicePermissionsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddEndpointServicePermissionsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddEndpointServicePermissionsRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddEndpointServicePermissionsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.BatchRemoveEndpointServicePermissionsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.BatchRemoveEndpointServicePermissionsRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.EpsAddPermissionRequest;
import com.huaweicloud.sdk.vpcep.v1.model.EpsPermission;
import com.huaweicloud.sdk.vpcep.v1.model.EpsRemovePermissionRequest;
import com.huaweicloud.sdk.vpcep.v1.model.EpsUpdatePermissionDesc;
import com.huaweicloud.sdk.vpcep.v1.model.ListServicePermissionsDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListServicePermissionsDetailsResponse;
import com.huaweicloud.sdk.vpcep.v1.model.PermissionObject;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServicePermissionDescRequest;
import com.huaweicloud.sdk.vpcep.v1.model.UpdateEndpointServicePermissionDescRequestBody;
import io.github.vpcep.sandbox.SandboxConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which accounts may connect, through the SDK. */
class WhitelistsTest {
    private static final String PARTNER = "iam:domain::" + SandboxConfig.PARTNER.domainId();

    @RegisterExtension
    static final Peer peer = new Peer();

    /** A record has its description in the list too, by erratum P19; the SDK has none here. */
    @Test
    void listServicePermissionsDetails() {
        String service = peer.service("orders").getId();
        add(service, "partner");

        ListServicePermissionsDetailsResponse list = peer.whole(
                peer.owner()
                        .listServicePermissionsDetails(new ListServicePermissionsDetailsRequest()
                                .withVpcEndpointServiceId(service)
                                .withPermission(PARTNER)
                                .withSortKey(ListServicePermissionsDetailsRequest.SortKeyEnum.CREATE_AT)
                                .withSortDir(ListServicePermissionsDetailsRequest.SortDirEnum.DESC)
                                .withLimit(500)),
                "permissions[].description");

        assertThat(list.getTotalCount()).isEqualTo(1);
        PermissionObject only = list.getPermissions().get(0);
        assertThat(only.getPermission()).isEqualTo(PARTNER);
        assertThat(only.getId()).isNotBlank();
        assertThat(only.getCreatedAt()).isNotNull();
    }

    @Test
    void addOrRemoveServicePermissions() {
        String service = peer.service("orders").getId();

        assertThat(peer.whole(change(service, ActionEnum.ADD)).getPermissions()).containsExactly(PARTNER);
        assertThat(peer.guest()
                        .createEndpoint(new CreateEndpointRequest().withBody(Peer.newEndpoint(service)))
                        .getProjectId())
                .isEqualTo(SandboxConfig.PARTNER.projectId());
        assertThat(peer.whole(change(service, ActionEnum.REMOVE)).getPermissions())
                .isEmpty();
    }

    @Test
    void batchAddEndpointServicePermissions() {
        String service = peer.service("orders").getId();

        assertThat(peer.whole(add(service, "partner")).getPermissions())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.getPermission()).isEqualTo(PARTNER);
                    assertThat(each.getDescription()).isEqualTo("partner");
                    assertThat(each.getId()).isNotBlank();
                    assertThat(each.getCreatedAt()).isNotNull();
                });
    }

    @Test
    void batchRemoveEndpointServicePermissions() {
        String service = peer.service("orders").getId();
        String record = idOf(add(service, "partner"));

        assertThat(peer.whole(peer.owner()
                                .batchRemoveEndpointServicePermissions(
                                        new BatchRemoveEndpointServicePermissionsRequest()
                                                .withVpcEndpointServiceId(service)
                                                .withBody(new BatchRemoveEndpointServicePermissionsRequestBody()
                                                        .withPermissions(List.of(
                                                                new EpsRemovePermissionRequest().withId(record))))))
                        .getPermissions())
                .isEmpty();
    }

    @Test
    void updateEndpointServicePermissionDesc() {
        String service = peer.service("orders").getId();
        String record = idOf(add(service, "partner"));

        List<EpsPermission> described = peer.whole(peer.owner()
                        .updateEndpointServicePermissionDesc(new UpdateEndpointServicePermissionDescRequest()
                                .withVpcEndpointServiceId(service)
                                .withPermissionId(record)
                                .withBody(new UpdateEndpointServicePermissionDescRequestBody()
                                        .withPermission(new EpsUpdatePermissionDesc().withDescription("friend")))))
                .getPermissions();

        assertThat(described).extracting(EpsPermission::getId).containsExactly(record);
        assertThat(described).extracting(EpsPermission::getDescription).containsExactly("friend");
    }

    private static AddOrRemoveServicePermissionsResponse change(String service, ActionEnum action) {
        return peer.owner()
                .addOrRemoveServicePermissions(new AddOrRemoveServicePermissionsRequest()
                        .withVpcEndpointServiceId(service)
                        .withBody(new AddOrRemoveServicePermissionsRequestBody()
                                .withPermissions(List.of(PARTNER))
                                .withAction(action)));
    }

    private static BatchAddEndpointServicePermissionsResponse add(String service, String description) {
        return peer.owner()
                .batchAddEndpointServicePermissions(new BatchAddEndpointServicePermissionsRequest()
                        .withVpcEndpointServiceId(service)
                        .withBody(new BatchAddEndpointServicePermissionsRequestBody()
                                .withPermissions(List.of(new EpsAddPermissionRequest()
                                        .withPermission(PARTNER)
                                        .withDescription(description)))));
    }

    private static String idOf(BatchAddEndpointServicePermissionsResponse added) {
        return added.getPermissions().get(0).getId();
    }
}
