package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceRequestBody.ActionEnum;
import com.huaweicloud.sdk.vpcep.v1.model.BatchAddOrRemoveResourceInstanceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListQueryProjectResourceTagsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListResourceInstancesRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListResourceInstancesResponse;
import com.huaweicloud.sdk.vpcep.v1.model.ListServiceDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.Match;
import com.huaweicloud.sdk.vpcep.v1.model.QueryResourceInstanceTagsBody;
import com.huaweicloud.sdk.vpcep.v1.model.ResourceTag;
import com.huaweicloud.sdk.vpcep.v1.model.TagList;
import com.huaweicloud.sdk.vpcep.v1.model.TagValuesList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tags through the SDK. */
class TagsTest {
    private static final TagValuesList TEAM =
            new TagValuesList().withKey("team").withValues(List.of("orders"));

    @RegisterExtension
    static final Peer peer = new Peer();

    @Test
    void listResourceInstances() {
        CreateEndpointServiceResponse tagged = peer.service("orders");
        change(tagged.getId(), ActionEnum.CREATE);
        peer.service("bills");

        ListResourceInstancesResponse found = query(new QueryResourceInstanceTagsBody()
                .withAction(QueryResourceInstanceTagsBody.ActionEnum.FILTER)
                .withTags(List.of(TEAM))
                .withMatches(List.of(new Match().withKey("resource_name").withValue("ORDERS")))
                .withLimit("10")
                .withOffset("0"));
        ListResourceInstancesResponse counted = query(new QueryResourceInstanceTagsBody()
                .withAction(QueryResourceInstanceTagsBody.ActionEnum.COUNT)
                .withNotTags(List.of(TEAM)));

        assertThat(found.getTotalCount()).isEqualTo(1);
        assertThat(found.getResources()).singleElement().satisfies(each -> {
            assertThat(each.getResourceId()).isEqualTo(tagged.getId());
            assertThat(each.getResourceName()).isEqualTo(tagged.getServiceName());
            assertThat(each.getTags()).containsExactly(Peer.TEAM);
        });
        assertThat(counted.getTotalCount()).isEqualTo(1);
        assertThat(counted.getResources()).isNull();
    }

    @Test
    void batchAddOrRemoveResourceInstance() {
        String service = peer.service("orders").getId();

        assertThat(change(service, ActionEnum.CREATE).getHttpStatusCode()).isEqualTo(204);
        assertThat(tagsOf(service)).containsExactly(Peer.TEAM);
        assertThat(change(service, ActionEnum.DELETE).getHttpStatusCode()).isEqualTo(204);
        assertThat(tagsOf(service)).isEmpty();
    }

    @Test
    void listQueryProjectResourceTags() {
        change(peer.service("orders").getId(), ActionEnum.CREATE);

        assertThat(peer.whole(peer.owner()
                                .listQueryProjectResourceTags(new ListQueryProjectResourceTagsRequest()
                                        .withResourceType(
                                                ListQueryProjectResourceTagsRequest.ResourceTypeEnum.ENDPOINT_SERVICE)))
                        .getTags())
                .containsExactly(TEAM);
    }

    private static ListResourceInstancesResponse query(QueryResourceInstanceTagsBody body) {
        return peer.whole(peer.owner()
                .listResourceInstances(new ListResourceInstancesRequest()
                        .withResourceType(ListResourceInstancesRequest.ResourceTypeEnum.ENDPOINT_SERVICE)
                        .withBody(body)));
    }

    private static BatchAddOrRemoveResourceInstanceResponse change(String service, ActionEnum action) {
        return peer.owner()
                .batchAddOrRemoveResourceInstance(new BatchAddOrRemoveResourceInstanceRequest()
                        .withResourceType(BatchAddOrRemoveResourceInstanceRequest.ResourceTypeEnum.ENDPOINT_SERVICE)
                        .withResourceId(service)
                        .withBody(new BatchAddOrRemoveResourceInstanceRequestBody()
                                .withAction(action)
                                .withTags(List.of(
                                        new ResourceTag().withKey("team").withValue("orders")))));
    }

    private static List<TagList> tagsOf(String service) {
        return peer.owner()
                .listServiceDetails(new ListServiceDetailsRequest().withVpcEndpointServiceId(service))
                .getTags();
    }
}
