package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ProjectTagList;
import io.github.vpcep.model.ResourceList;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.TagActionRequest;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Tags;
import io.github.vpcep.server.TagsApi;

/** Hands requests about tags to their rules. */
final class TagsResource implements TagsApi {
    private final Tags tags;
    private final Caller caller;

    TagsResource(Tags tags, Caller caller) {
        this.tags = tags;
        this.caller = caller;
    }

    @Override
    public void batchAddOrRemoveResourceInstance(
            String projectId, ResourceType resourceType, String resourceId, TagActionRequest body) {
        tags.change(caller, resourceType, resourceId, body);
    }

    @Override
    public ProjectTagList list(String projectId, ResourceType resourceType) {
        return tags.list(caller, resourceType);
    }

    @Override
    public ResourceList listResourceInstances(String projectId, ResourceType resourceType, ResourceQuery body) {
        return tags.query(caller, resourceType, body);
    }
}
