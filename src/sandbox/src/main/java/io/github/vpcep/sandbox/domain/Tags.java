package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ProjectTagList;
import io.github.vpcep.model.ResourceList;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ResourceQueryAction;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagActionRequest;
import io.github.vpcep.model.TagValues;
import io.github.vpcep.model.TaggedResource;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags of services and endpoints. */
public final class Tags {
    private static final int MAX_LIMIT = 1000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
    // So many always fit into an int.
    private static final int SURE_DIGITS = 9;

    private final DomainContext context;

    /** Works on that state. */
    public Tags(DomainContext context) {
        this.context = context;
    }

    /** Puts tags on a resource or takes them off, all or none. */
    public void change(Caller caller, ResourceType resourceType, String resourceId, TagActionRequest body) {
        if (isService(resourceType)) {
            String id = Checks.serviceId(resourceId);
            TagChange change = new TagChange(body);
            context.write(unit -> changeService(unit, caller, id, change));
        } else {
            String id = Checks.endpointId(resourceId);
            TagChange change = new TagChange(body);
            context.write(unit -> changeEndpoint(unit, caller, id, change));
        }
    }

    /** Every key of the project's resources of a kind with its values, both sorted. */
    public ProjectTagList list(Caller caller, ResourceType resourceType) {
        boolean services = isService(resourceType);
        return context.ask(unit -> {
            SortedMap<String, SortedSet<String>> valuesByKey = new TreeMap<>();
            resources(unit, caller, services)
                    .flatMap(resource -> resource.tags().stream())
                    .forEach(tag -> valuesByKey
                            .computeIfAbsent(tag.key(), key -> new TreeSet<>())
                            .add(tag.value() == null ? "" : tag.value()));
            return ProjectTagList.builder()
                    .tags(valuesByKey.entrySet().stream()
                            .map(each -> tagValues(each.getKey(), each.getValue()))
                            .toList())
                    .build();
        });
    }

    /** Finds resources by their tags and names, the newest first, or counts them. */
    public ResourceList query(Caller caller, ResourceType resourceType, ResourceQuery body) {
        boolean services = isService(resourceType);
        if (!body.action().isKnown()) {
            throw refusal(ErrorCode.INVALID_ACTION, "It is one of " + ResourceQueryAction.values() + ".");
        }
        int limit = Checks.limit(number(body.limit(), MAX_LIMIT, ErrorCode.INVALID_LIMIT), MAX_LIMIT);
        int offset = number(body.offset(), 0, ErrorCode.INVALID_OFFSET);
        TagQuery wanted = new TagQuery(body);
        return context.ask(unit -> {
            List<TaggedResource> found =
                    resources(unit, caller, services).filter(wanted).toList();
            ResourceList.Builder answer = ResourceList.builder().totalCount(found.size());
            return body.action().is(ResourceQueryAction.COUNT)
                    ? answer.build()
                    : answer.resources(found.stream().skip(offset).limit(limit).toList())
                            .build();
        });
    }

    private StoredService changeService(Unit unit, Caller caller, String id, TagChange change) {
        StoredService service = OwnServices.toChange(unit, caller, id);
        EndpointService document = service.document();
        if (EndpointServiceStatus.DELETING.is(document.status())) {
            throw refusal(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, "It is being deleted.");
        }
        StoredService changed = service.with(document.toBuilder()
                .tags(change.appliedTo(document.tags(), Checks.SERVICE_TAGS))
                .updatedAt(context.now())
                .build());
        unit.save(changed);
        return changed;
    }

    private StoredEndpoint changeEndpoint(Unit unit, Caller caller, String id, TagChange change) {
        StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
        Endpoint document = endpoint.document();
        if (EndpointStatus.DELETING.is(document.status())) {
            throw new Problem(ErrorCode.ENDPOINT_BEING_DELETED);
        }
        StoredEndpoint changed = endpoint.with(document.toBuilder()
                .tags(change.appliedTo(document.tags(), Checks.ENDPOINT_TAGS))
                .updatedAt(context.now())
                .build());
        unit.save(changed);
        return changed;
    }

    private static boolean isService(ResourceType type) {
        if (!type.isKnown()) {
            throw refusal(ErrorCode.INVALID_RESOURCE_TYPE, "It is one of " + ResourceType.values() + ".");
        }
        return type.is(ResourceType.ENDPOINT_SERVICE);
    }

    private static Stream<TaggedResource> resources(Unit unit, Caller caller, boolean services) {
        if (services) {
            return unit.services(Filter.by(ServiceField.PROJECT_ID, caller.projectId()), Slice.ALL).items().stream()
                    .map(StoredService::document)
                    .map(each -> resource(each.id(), each.name(), each.tags()));
        }
        return unit.endpoints(Filter.by(EndpointField.PROJECT_ID, caller.projectId()), Slice.ALL).items().stream()
                .map(StoredEndpoint::document)
                .map(each -> resource(each.id(), each.id(), each.tags()));
    }

    private static TaggedResource resource(String id, @Nullable String name, List<Tag> tags) {
        return TaggedResource.builder().id(id).name(name).tags(tags).build();
    }

    private static TagValues tagValues(String key, SortedSet<String> values) {
        return TagValues.builder().key(key).values(List.copyOf(values)).build();
    }

    /** A number in digits; a greater one than there are resources stands for the greatest. */
    private static int number(@Nullable String digits, int absent, ErrorCode code) {
        if (digits == null) {
            return absent;
        }
        if (!DIGITS.matcher(digits).matches()) {
            throw refusal(code, "It is a number in digits.");
        }
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        return significant.length() > SURE_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(significant);
    }
}
