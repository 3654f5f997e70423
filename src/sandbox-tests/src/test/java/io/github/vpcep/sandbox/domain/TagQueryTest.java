package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ResourceField;
import io.github.vpcep.model.ResourceMatch;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ResourceQueryAction;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagFilter;
import io.github.vpcep.model.TaggedResource;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagQueryTest {
    /** Tags and filters are written key=value+value, several with a semicolon between. */
    @ParameterizedTest(name = "{0}: {1} finds {2}: {3}")
    @CsvSource({
        // tags: all keys, any of the values
        "tags, a=1, a=1, true",
        "tags, a=1, a=2, false",
        "tags, a=1+2, a=2, true",
        "tags, a=, a=7, true",
        "tags, a=, b=7, false",
        "tags, a=1;b=2, a=1;b=2;c=3, true",
        "tags, a=1;b=2, a=1, false",
        "tags, a=1, '', false",
        "tags, A=1, a=1, false",
        "tags, a=x, a=X, false",
        "tags, ' a = 1 ', a=1, true",
        // an asterisk in front: holds the rest
        "tags, a=*ill, a=billing, true",
        "tags, a=*ill, a=ill, true",
        "tags, a=*ill, a=paid, false",
        "tags, a=ill, a=billing, false",
        "tags, a=i*l, a=ill, false",
        "tags, a=*, a=1, true",
        "tags, *=1, a=1, false",
        // tags_any: one key is enough
        "tags_any, a=1;b=2, a=1, true",
        "tags_any, a=1;b=2, b=2, true",
        "tags_any, a=1;b=2, a=2;b=1, false",
        "tags_any, a=;b=, b=7, true",
        "tags_any, a=1, '', false",
        // not_tags: drops what matches all keys
        "not_tags, a=1;b=2, a=1;b=2, false",
        "not_tags, a=1;b=2, a=1, true",
        "not_tags, a=1;b=2, '', true",
        "not_tags, a=, a=7, false",
        "not_tags, a=1+2, a=3, true",
        // not_tags_any: drops what matches one key
        "not_tags_any, a=1;b=2, a=1, false",
        "not_tags_any, a=1;b=2, b=2;c=3, false",
        "not_tags_any, a=1;b=2, a=2;b=1, true",
        "not_tags_any, a=1;b=2, '', true",
    })
    void test_whenByOneList_thenItFindsWhatMatches(String list, String filters, String tags, boolean found) {
        TagQuery query = query(builder -> with(builder, list, filters(filters)));
        assertThat(query.test(resource("id", "name", tags))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "a=1;b=2, true",
        "b=2, false",
        "a=1, false",
        "a=1;b=2;c=3, false",
        "a=1;b=2;d=4, false",
        "a=1;b=2;c=9;d=9, true",
    })
    void test_whenByAllLists_thenEachHasToMatch(String tags, boolean found) {
        TagQuery query = query(builder -> builder.tags(filters("a=1"))
                .tagsAny(filters("b=2;x=1"))
                .notTags(filters("c=3"))
                .notTagsAny(filters("d=4;e=5")));
        assertThat(query.test(resource("id", "name", tags))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1"})
    void test_whenWithoutAnyFilter_thenEverythingIsFound(String tags) {
        assertThat(query(builder -> builder).test(resource("id", "name", tags))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', true", "a=1, false"})
    void test_whenWithoutAnyTag_thenUntaggedResourcesAreFound(String tags, boolean found) {
        TagQuery query = query(builder -> builder.withoutAnyTag(true).tags(filters("a=1")));
        assertThat(query.test(resource("id", "name", tags))).isEqualTo(found);
    }

    @Test
    void test_whenWithoutAnyTag_thenTheListsAreNotChecked() {
        TagQuery query = query(builder -> builder.withoutAnyTag(true).tags(filters("a=1;a=2")));
        assertThat(query.test(resource("id", "name", ""))).isTrue();
    }

    @Test
    void test_whenBySystemTags_thenTheyAreIgnored() {
        TagQuery query = query(builder -> builder.systemTags(filters("a=1;a=2")));
        assertThat(query.test(resource("id", "name", ""))).isTrue();
    }

    @Test
    void test_whenATagHasNoValue_thenItIsTheEmptyOne() {
        TaggedResource resource = TaggedResource.builder()
                .id("id")
                .tags(List.of(Tag.builder().key("a").build()))
                .build();
        TagFilter filter = TagFilter.builder().key("a").values(List.of("")).build();
        assertThat(query(builder -> builder.tags(List.of(filter))).test(resource))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"web, true", "WEB, true", "north-4.w, true", "shop, false", "'', false", "*web, false"})
    void test_whenByName_thenTheTextIsFoundAnywhereInAnyCase(String text, boolean found) {
        TagQuery query = query(builder -> builder.matches(List.of(match("resource_name", text))));
        assertThat(query.test(resource("id", "cn-north-4.Web.id", ""))).isEqualTo(found);
    }

    @Test
    void query_whenAMatchIsByAnotherField_thenItIsRefused() {
        assertMatchesRefused(ErrorCode.INVALID_PARAMETER, match("resource_id", "a"));
    }

    @Test
    void query_whenAFieldIsMatchedTwice_thenItIsRefused() {
        assertMatchesRefused(ErrorCode.INVALID_PARAMETER, match("resource_name", "a"), match("resource_name", "b"));
    }

    @Test
    void query_whenTheTextOfAMatchIsTooLong_thenItIsRefused() {
        assertMatchesRefused(ErrorCode.INVALID_TAG_VALUE_LENGTH, match("resource_name", "a".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "tags_any", "not_tags", "not_tags_any"})
    void query_whenAKeyIsThereTwice_thenItIsRefused(String list) {
        assertRefused(ErrorCode.DUPLICATE_TAG_KEY, () -> query(builder -> with(builder, list, filters("a=1; a=2"))));
    }

    @Test
    void query_whenAValueIsThereTwice_thenItIsRefused() {
        assertTagsRefused(ErrorCode.DUPLICATE_TAG_VALUE, filters("a=1+ 1"));
    }

    @Test
    void query_whenAKeyIsBlank_thenItIsRefused() {
        assertTagsRefused(ErrorCode.EMPTY_TAG, filters(" =1"));
    }

    @Test
    void query_whenAKeyIsTooLong_thenItIsRefused() {
        assertTagsRefused(ErrorCode.INVALID_TAG_KEY_LENGTH, filters("a".repeat(129) + "=1"));
    }

    @Test
    void query_whenAValueIsTooLong_thenItIsRefused() {
        assertTagsRefused(ErrorCode.INVALID_TAG_VALUE_LENGTH, filters("a=" + "1".repeat(256)));
    }

    @Test
    void query_whenAtTheBounds_thenItIsTaken() {
        String values = String.join("+", numbers(9)) + "+" + "1".repeat(255);
        assertThat(query(builder -> builder.tags(filters("a".repeat(128) + "=" + values))))
                .isNotNull();
    }

    @Test
    void query_whenThereAreTooManyKeys_thenItIsRefused() {
        assertTagsRefused(ErrorCode.TOO_MANY_TAGS, filters(String.join("=;", numbers(11)) + "="));
    }

    @Test
    void query_whenThereAreTooManyValues_thenItIsRefused() {
        assertTagsRefused(ErrorCode.TOO_MANY_TAGS, filters("a=" + String.join("+", numbers(11))));
    }

    private static void assertTagsRefused(ErrorCode code, List<TagFilter> tags) {
        assertRefused(code, () -> query(builder -> builder.tags(tags)));
    }

    private static void assertMatchesRefused(ErrorCode code, ResourceMatch... matches) {
        assertRefused(code, () -> query(builder -> builder.matches(List.of(matches))));
    }

    private static TagQuery query(UnaryOperator<ResourceQuery.Builder> edit) {
        return new TagQuery(edit.apply(ResourceQuery.builder().action(ResourceQueryAction.FILTER))
                .build());
    }

    @Test
    void resource_withoutName_isFoundByItsId() {
        TagQuery query = new TagQuery(ResourceQuery.builder()
                .action(ResourceQueryAction.FILTER)
                .matches(match("resource_name", "E-7"))
                .build());
        assertThat(query.test(TaggedResource.builder().id("e-7").tags(List.of()).build()))
                .isTrue();
        assertThat(query.test(resource("e-7", "other", ""))).isFalse();
    }

    @Test
    void query_takesTenKeys_andCountsCharacters() {
        List<TagFilter> ten = numbers(10).stream()
                .map(each -> TagFilter.builder()
                        .key(each)
                        .values("\uD83D\uDE00".repeat(255))
                        .build())
                .toList();
        TagQuery query = new TagQuery(ResourceQuery.builder()
                .action(ResourceQueryAction.FILTER)
                .tags(ten)
                .build());
        assertThat(query.test(resource("e", "e", ""))).isFalse();
    }

    private static ResourceQuery.Builder with(ResourceQuery.Builder query, String list, List<TagFilter> filters) {
        return switch (list) {
            case "tags" -> query.tags(filters);
            case "tags_any" -> query.tagsAny(filters);
            case "not_tags" -> query.notTags(filters);
            case "not_tags_any" -> query.notTagsAny(filters);
            default -> throw new IllegalArgumentException(list);
        };
    }

    private static List<TagFilter> filters(String text) {
        return parts(text, ";")
                .map(part -> TagFilter.builder()
                        .key(part.substring(0, part.indexOf('=')))
                        .values(parts(part.substring(part.indexOf('=') + 1), "\\+")
                                .toList())
                        .build())
                .toList();
    }

    private static TaggedResource resource(String id, String name, String tags) {
        return TaggedResource.builder()
                .id(id)
                .name(name)
                .tags(filters(tags).stream()
                        .map(each -> Tag.builder()
                                .key(each.key())
                                .value(each.values().get(0))
                                .build())
                        .toList())
                .build();
    }

    private static ResourceMatch match(String field, String text) {
        return ResourceMatch.builder()
                .key(ResourceField.fromString(field))
                .value(text)
                .build();
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static Stream<String> parts(String text, String separator) {
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(separator));
    }
}
