package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.EndpointWorld.LONG_ID;
import static io.github.vpcep.sandbox.domain.EndpointWorld.UNKNOWN;
import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ResourceList;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ResourceQueryAction;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagAction;
import io.github.vpcep.model.TagActionRequest;
import io.github.vpcep.model.TagFilter;
import io.github.vpcep.model.TagValues;
import io.github.vpcep.model.TaggedResource;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    private static final ResourceType NEITHER = ResourceType.fromString("vpc");

    private final EndpointWorld world = new EndpointWorld();
    private final Tags tags = world.tags;
    private final String endpoint = world.endpoint();

    @Nested
    class Change {
        @Test
        void change_whenCreated_thenTheTagsAreThere() {
            world.services.advance(Duration.ofSeconds(1));
            create(tag("a", "1"), tag("b", ""));
            assertThat(present()).containsExactly(tag("a", "1"), tag("b", ""));
            assertThat(world.get(endpoint).updatedAt()).isEqualTo(START.plusSeconds(1));
        }

        @Test
        void change_ofAService_takes20Tags_andDatesIt() {
            Tag[] twenty = numbered(20);
            world.services.advance(Duration.ofSeconds(1));
            tags.change(OWNER, ResourceType.ENDPOINT_SERVICE, world.open, request(TagAction.CREATE, twenty));
            EndpointService changed = world.services.services.get(OWNER, world.open);
            assertThat(changed.tags()).containsExactly(twenty);
            assertThat(changed.updatedAt()).isEqualTo(START.plusSeconds(1));
            assertChangeRefused(ErrorCode.TOO_MANY_TAGS, ResourceType.ENDPOINT_SERVICE, world.open);
        }

        @Test
        void change_takes20TagsToDelete_andNoMore() {
            delete(numbered(20));
            assertRefused(ErrorCode.TOO_MANY_TAGS, () -> delete(numbered(21)));
        }

        @Test
        void change_whenAKeyIsThere_thenItGetsTheNewValue() {
            create(tag("a", "1"), tag("b", "2"));
            create(tag("a", "3"));
            assertThat(present()).containsExactly(tag("a", "3"), tag("b", "2"));
        }

        @Test
        void change_whenDeletedByKey_thenAnyValueGoes() {
            create(tag("a", "1"), tag("b", "2"));
            delete(tag("a", null));
            assertThat(present()).containsExactly(tag("b", "2"));
        }

        @Test
        void change_whenDeletedByKeyAndValue_thenBothHaveToMatch() {
            create(tag("a", "1"), tag("b", "2"));
            delete(tag("a", "1"), tag("b", "1"));
            assertThat(present()).containsExactly(tag("b", "2"));
        }

        @Test
        void change_whenWhatIsDeletedIsNotThere_thenNothingHappens() {
            create(tag("a", "1"));
            delete(tag("b", null));
            assertThat(present()).containsExactly(tag("a", "1"));
        }

        @Test
        void change_whenOfAService_thenItsTagsChange() {
            tags.change(OWNER, ResourceType.ENDPOINT_SERVICE, world.open, request(TagAction.CREATE, tag("a", "1")));
            assertThat(world.services.services.get(OWNER, world.open).tags()).containsExactly(tag("a", "1"));
        }

        @Test
        void change_whenThereWouldBeMoreThanTen_thenItIsRefusedWhole() {
            create(numbered(10));
            assertRefused(ErrorCode.TOO_MANY_TAGS, () -> create(tag("0", "new"), tag("more", "")));
            assertThat(present()).containsExactly(numbered(10));
        }

        @Test
        void change_whenMoreThanTenAreSent_thenItIsRefused() {
            assertRefused(ErrorCode.TOO_MANY_TAGS, () -> create(numbered(11)));
        }

        @Test
        void change_whenThereAreNoTags_thenItIsRefused() {
            assertRefused(ErrorCode.EMPTY_TAG, () -> create());
        }

        @Test
        void change_whenAKeyIsEmpty_thenItIsRefused() {
            assertRefused(ErrorCode.EMPTY_TAG, () -> delete(tag("", "1")));
        }

        @Test
        void change_whenCreatedWithoutValue_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_TAG, () -> create(tag("a", null)));
        }

        @Test
        void change_whenAnAsteriskIsInAValue_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_TAG, () -> create(tag("a", "*1")));
        }

        @Test
        void change_whenAKeyIsThereTwice_thenItIsRefused() {
            assertRefused(ErrorCode.DUPLICATE_TAG_KEY, () -> create(tag("a", "1"), tag("a", "2")));
        }

        @Test
        void change_whenAKeyIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_TAG_KEY_LENGTH, () -> create(tag("a".repeat(129), "1")));
        }

        @Test
        void change_whenAValueIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_TAG_VALUE_LENGTH, () -> create(tag("a", "1".repeat(256))));
        }

        @Test
        void change_whenTheActionIsUnknown_thenItIsRefused() {
            TagActionRequest request = request(TagAction.fromString("update"), tag("a", "1"));
            assertRefused(ErrorCode.INVALID_ACTION, () -> tags.change(OWNER, ResourceType.ENDPOINT, endpoint, request));
        }

        @Test
        void change_whenTheTypeIsUnknown_thenItIsRefused() {
            assertChangeRefused(ErrorCode.INVALID_RESOURCE_TYPE, NEITHER, endpoint);
        }

        @Test
        void change_whenTheEndpointIsUnknown_thenItIsNotFound() {
            assertChangeRefused(ErrorCode.ENDPOINT_NOT_FOUND, ResourceType.ENDPOINT, UNKNOWN);
        }

        @Test
        void change_whenTheServiceIsUnknown_thenItIsNotFound() {
            assertChangeRefused(ErrorCode.RESOURCE_NOT_FOUND, ResourceType.ENDPOINT_SERVICE, UNKNOWN);
        }

        @Test
        void change_whenTheEndpointIdIsTooLong_thenItIsRefused() {
            assertChangeRefused(ErrorCode.INVALID_ENDPOINT_ID, ResourceType.ENDPOINT, LONG_ID);
        }

        @Test
        void change_whenTheServiceIdIsTooLong_thenItIsRefused() {
            assertChangeRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, ResourceType.ENDPOINT_SERVICE, LONG_ID);
        }

        @Test
        void change_whenTheServiceIsPublic_thenItIsRefused() {
            assertChangeRefused(ErrorCode.PERMISSION_DENIED, ResourceType.ENDPOINT_SERVICE, world.gateway);
        }

        @Test
        void change_whenTheEndpointIsBeingDeleted_thenItIsRefused() {
            String id = world.endpoint(world.open, EndpointStatus.DELETING);
            assertChangeRefused(ErrorCode.ENDPOINT_BEING_DELETED, ResourceType.ENDPOINT, id);
        }

        @Test
        void change_whenTheServiceIsBeingDeleted_thenItIsRefused() {
            world.services.context.write(unit -> {
                var service = unit.service(world.approved).orElseThrow();
                unit.save(service.with(service.document().toBuilder()
                        .status(EndpointServiceStatus.DELETING)
                        .build()));
                return service;
            });
            assertChangeRefused(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, ResourceType.ENDPOINT_SERVICE, world.approved);
        }

        @Test
        void change_whenOfAnotherProject_thenItIsNotFound() {
            TagActionRequest request = request(TagAction.CREATE, tag("a", "1"));
            assertRefused(
                    ErrorCode.ENDPOINT_NOT_FOUND, () -> tags.change(OTHER, ResourceType.ENDPOINT, endpoint, request));
        }

        private void assertChangeRefused(ErrorCode code, ResourceType type, String id) {
            assertRefused(code, () -> tags.change(OWNER, type, id, request(TagAction.CREATE, tag("a", "1"))));
        }
    }

    @Nested
    class ListAll {
        @Test
        void list_whenATagHasNoValue_thenItIsEmpty() {
            world.edit(endpoint, document -> document.tags(tag("a", null)));
            assertThat(tags.list(OWNER, ResourceType.ENDPOINT).tags())
                    .containsExactly(TagValues.builder().key("a").values("").build());
        }

        @Test
        void list_whenThereAreTags_thenKeysAndDistinctValuesAreSorted() {
            create(tag("b", "2"), tag("a", "1"));
            createOn(world.endpoint(), tag("b", "1"), tag("a", "1"));
            assertThat(tags.list(OWNER, ResourceType.ENDPOINT).tags())
                    .extracting(TagValues::key, TagValues::values)
                    .containsExactly(tuple("a", List.of("1")), tuple("b", List.of("1", "2")));
        }

        @Test
        void list_whenOfTheOtherTypeOrProject_thenThereAreNone() {
            create(tag("a", "1"));
            assertThat(tags.list(OWNER, ResourceType.ENDPOINT_SERVICE).tags()).isEmpty();
            assertThat(tags.list(OTHER, ResourceType.ENDPOINT).tags()).isEmpty();
        }

        @Test
        void list_whenTheTypeIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_RESOURCE_TYPE, () -> tags.list(OWNER, NEITHER));
        }
    }

    @Nested
    class Query {
        @Test
        void query_whenEndpointsAreFiltered_thenTheyShowWithIdNameAndTags() {
            create(tag("a", "1"));
            world.endpoint();
            TagFilter filter = TagFilter.builder().key("a").values(List.of("1")).build();
            ResourceList found = query(ResourceType.ENDPOINT, filter().tags(List.of(filter)));
            assertThat(found.resources())
                    .extracting(TaggedResource::id, TaggedResource::name, TaggedResource::tags)
                    .containsExactly(tuple(endpoint, endpoint, List.of(tag("a", "1"))));
            assertThat(found.totalCount()).isEqualTo(1);
        }

        @Test
        void query_whenServicesAreFiltered_thenTheirFullNamesShow() {
            assertThat(query(ResourceType.ENDPOINT_SERVICE, filter()).resources())
                    .extracting(TaggedResource::name)
                    .containsExactlyInAnyOrder("cn-north-4." + world.open, "cn-north-4." + world.approved);
        }

        @Test
        void query_whenPaged_thenTheNewestAreFirstAndTheTotalCountsAll() {
            world.services.advance(Duration.ofSeconds(1));
            String second = world.endpoint();
            ResourceList page = query(ResourceType.ENDPOINT, filter().limit("1").offset("0"));
            assertThat(page.resources()).extracting(TaggedResource::id).containsExactly(second);
            assertThat(page.totalCount()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "0001", "99999999999999999999"})
        void query_whenTheOffsetIsAtTheEndOrBeyond_thenItIsEmptyWithTheTotal(String offset) {
            ResourceList page = query(ResourceType.ENDPOINT, filter().offset(offset));
            assertThat(page.resources()).isEmpty();
            assertThat(page.totalCount()).isEqualTo(1);
        }

        @Test
        void query_whenCounted_thenThereIsOnlyTheTotal() {
            ResourceList found =
                    query(ResourceType.ENDPOINT, ResourceQuery.builder().action(ResourceQueryAction.COUNT));
            assertThat(found).isEqualTo(ResourceList.builder().totalCount(1).build());
        }

        @Test
        void query_whenOfAnotherProject_thenNothingIsFound() {
            assertThat(tags.query(OTHER, ResourceType.ENDPOINT, filter().build())
                            .totalCount())
                    .isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "1001", "-1", "", "ten", "99999999999"})
        void query_whenTheLimitIsBad_thenItIsRefused(String limit) {
            assertRefused(ErrorCode.INVALID_LIMIT, () -> query(ResourceType.ENDPOINT, filter().limit(limit)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "", "ten", "１"})
        void query_whenTheOffsetIsBad_thenItIsRefused(String offset) {
            assertRefused(ErrorCode.INVALID_OFFSET, () -> query(ResourceType.ENDPOINT, filter().offset(offset)));
        }

        @Test
        void query_whenTheActionIsUnknown_thenItIsRefused() {
            ResourceQueryAction action = ResourceQueryAction.fromString("list");
            assertRefused(
                    ErrorCode.INVALID_ACTION,
                    () -> query(ResourceType.ENDPOINT, ResourceQuery.builder().action(action)));
        }

        @Test
        void query_whenTheTypeIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_RESOURCE_TYPE, () -> query(NEITHER, filter()));
        }

        @Test
        void query_whenTheOffsetIsGreaterThanAnyNumber_thenNothingIsFound() {
            assertThat(query(ResourceType.ENDPOINT, filter().offset("9999999999"))
                            .resources())
                    .isEmpty();
        }

        private ResourceList query(ResourceType type, ResourceQuery.Builder query) {
            return tags.query(OWNER, type, query.build());
        }

        private static ResourceQuery.Builder filter() {
            return ResourceQuery.builder().action(ResourceQueryAction.FILTER);
        }
    }

    private List<Tag> present() {
        return world.get(endpoint).tags();
    }

    private void create(Tag... added) {
        createOn(endpoint, added);
    }

    private void createOn(String id, Tag... added) {
        tags.change(OWNER, ResourceType.ENDPOINT, id, request(TagAction.CREATE, added));
    }

    private void delete(Tag... removed) {
        tags.change(OWNER, ResourceType.ENDPOINT, endpoint, request(TagAction.DELETE, removed));
    }

    private static TagActionRequest request(TagAction action, Tag... tags) {
        return TagActionRequest.builder().action(action).tags(List.of(tags)).build();
    }

    private static Tag[] numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> tag(String.valueOf(number), ""))
                .toArray(Tag[]::new);
    }

    private static Tag tag(String key, @Nullable String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
