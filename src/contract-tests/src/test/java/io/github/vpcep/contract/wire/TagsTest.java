package io.github.vpcep.contract.wire;

import static io.github.vpcep.model.ResourceType.ENDPOINT;
import static io.github.vpcep.model.ResourceType.ENDPOINT_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.Tags;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.ResourceField;
import io.github.vpcep.model.ResourceMatch;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagFilter;
import io.github.vpcep.model.TagValues;
import io.github.vpcep.model.TaggedResource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keeping order among many: tags and quotas. */
class TagsTest {
    private static final Tag TEAM = tag("team", "订单");

    @RegisterExtension
    static final Wire wire = new Wire();

    /** Of the owner. */
    private static Tags tags() {
        return wire.owner().tags();
    }

    @Test
    void batchAddOrRemoveResourceInstance_putsOnAndTakesOff() {
        String service = wire.service("orders").id();
        tags().add(ENDPOINT_SERVICE, service, List.of(TEAM, tag("temporary", "")));
        tags().remove(ENDPOINT_SERVICE, service, List.of(tag("temporary", "")));
        assertThat(wire.owner().endpointServices().get(service).tags()).containsExactly(TEAM);
    }

    @Test
    void batchAddOrRemoveResourceInstance_ofTheEleventh_isRefused() {
        String endpoint = wire.gateway().id();
        List<Tag> ten =
                IntStream.range(0, 10).mapToObj(i -> tag("key" + i, "value")).toList();
        tags().add(ENDPOINT, endpoint, ten);
        wire.refuses(ErrorCode.TOO_MANY_TAGS, () -> tags().add(ENDPOINT, endpoint, List.of(TEAM)));
    }

    @Test
    void listQueryProjectResourceTags_gathersTheValuesOfEachKey() {
        Stream.of("orders", "bills")
                .forEach(name -> tags().add(ENDPOINT_SERVICE, wire.service(name).id(), List.of(tag("team", name))));
        assertThat(tags().list(ENDPOINT_SERVICE).tags())
                .containsExactly(TagValues.builder()
                        .key("team")
                        .values(List.of("bills", "orders"))
                        .build());
    }

    @Test
    void listQueryProjectResourceTags_ofAnotherProject_isRefused() {
        wire.refuses(ErrorCode.PERMISSION_DENIED, () -> wire.stranger().tags().list(ENDPOINT));
    }

    @Test
    void listResourceInstances_withAllFilters_findsTheOne() {
        String orders = wire.service("orders").id();
        wire.service("bills");
        tags().add(ENDPOINT_SERVICE, orders, List.of(TEAM));
        List<TagFilter> team = List.of(filter("team", "订单", "*shop"));
        List<TagFilter> other = List.of(filter("other"));
        assertThat(tags().listResources(
                                ENDPOINT_SERVICE,
                                q -> q.tags(team)
                                        .tagsAny(team)
                                        .notTags(other)
                                        .notTagsAny(other)
                                        .systemTags(List.of())
                                        .withoutAnyTag(false)
                                        .matches(List.of(ResourceMatch.builder()
                                                .key(ResourceField.RESOURCE_NAME)
                                                .value("ORDERS")
                                                .build()))
                                        .limit(10)
                                        .offset(0))
                        .items())
                .extracting(TaggedResource::id)
                .containsExactly(orders);
        assertThat(tags().countResources(ENDPOINT_SERVICE, q -> q.withoutAnyTag(true)))
                .isEqualTo(1);
    }

    @Test
    void listResourceInstances_pageByPage_comesToTheEnd() {
        String service = wire.service("orders").id();
        List<String> all = wire.fiveEndpoints(service);
        assertThat(tags().listResources(ENDPOINT, q -> q.limit(2)).stream())
                .extracting(TaggedResource::id)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void listResourceInstances_byOneKeyTwice_isRefused() {
        List<TagFilter> twice = List.of(filter("team", "a"), filter("team", "b"));
        wire.refuses(ErrorCode.DUPLICATE_TAG_KEY, () -> tags().listResources(ENDPOINT, q -> q.tags(twice)));
    }

    @Test
    void listQuotaDetails_countsWhatIsUsed() {
        wire.endpoint(wire.service("orders").id());
        assertThat(wire.owner().quotas().list().quotas().resources())
                .extracting(Quota::used)
                .containsExactly(1, 1);
        assertThat(wire.owner().quotas().list(q -> q.type(ENDPOINT)).quotas().resources())
                .extracting(Quota::quota)
                .containsExactly(5);
    }

    @Test
    void listQuotaDetails_ofWhatIsNotCounted_isRefused() {
        wire.announce("query.type enum");
        wire.refuses(
                ErrorCode.INVALID_RESOURCE_TYPE,
                () -> wire.owner().quotas().list(q -> q.type(ResourceType.fromString("planet"))));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static TagFilter filter(String key, String... values) {
        return TagFilter.builder().key(key).values(List.of(values)).build();
    }
}
