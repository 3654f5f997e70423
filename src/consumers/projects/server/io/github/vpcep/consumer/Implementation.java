package io.github.vpcep.consumer;

import io.github.vpcep.model.ProjectTagList;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceList;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.TagActionRequest;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.TagsApi;
import java.util.List;

/** Answers whatever it is called with. */
final class Implementation {
    private Implementation() {}

    /** For the container, which looks for the annotations of the interface. */
    public static final class Quotas implements QuotasApi {
        @Override
        public QuotaList list(String projectId, ListParams params) {
            return QuotaList.builder()
                    .quotas(QuotaResources.builder().resources(List.of()).build())
                    .build();
        }
    }

    /** For the container as well. */
    public static final class Tags implements TagsApi {
        @Override
        public void batchAddOrRemoveResourceInstance(
                String projectId, ResourceType resourceType, String resourceId, TagActionRequest body) {}

        @Override
        public ProjectTagList list(String projectId, ResourceType resourceType) {
            return ProjectTagList.builder().tags(List.of()).build();
        }

        @Override
        public ResourceList listResourceInstances(String projectId, ResourceType resourceType, ResourceQuery body) {
            return ResourceList.builder().resources(List.of()).totalCount(0).build();
        }
    }
}
