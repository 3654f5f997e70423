package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Tag;
import io.github.vpcep.sandbox.store.Slice;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private static final Settings SETTINGS = Settings.standard();

    @Test
    void serviceId_whenOf64Characters_thenItIsTaken() {
        assertThat(Checks.serviceId("a".repeat(64))).hasSize(64);
    }

    @Test
    void serviceId_whenLonger_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> Checks.serviceId("a".repeat(65)));
    }

    @Test
    void serviceId_whenEmpty_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> Checks.serviceId(""));
    }

    @Test
    void endpointId_whenTooLong_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_ENDPOINT_ID, () -> Checks.endpointId("a".repeat(65)));
    }

    @Test
    void refusal_costsNoStackTrace() {
        Problem problem = Checks.refusal(ErrorCode.INVALID_LIMIT, "why");
        problem.addSuppressed(new IllegalStateException());
        assertThat(problem.getStackTrace()).isEmpty();
        assertThat(problem.getSuppressed()).isEmpty();
    }

    @Test
    void description_whenAbsent_thenItStaysAbsent() {
        assertThat(Checks.description(null, SETTINGS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a < b", "a > b"})
    void description_whenItHasAnAngleBracket_thenItIsRefused(String text) {
        assertRefused(ErrorCode.INVALID_PARAMETER, () -> Checks.description(text, SETTINGS));
    }

    @Test
    void description_whenOf512Characters_thenItIsTaken() {
        assertThat(Checks.description("端".repeat(512), SETTINGS)).hasSize(512);
    }

    @Test
    void textsAreCountedByCharacters_oneOfTwoUnitsToo() {
        String face = "\uD83D\uDE00";
        assertThat(Checks.description(face.repeat(512), SETTINGS)).hasSize(1024);
        assertThat(Checks.tagKey(face.repeat(128))).hasSize(256);
        assertThat(Checks.tagValue(face.repeat(255))).hasSize(510);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0000", "\u007f"})
    void serviceId_whenBlankOrWithAControlCharacter_thenItIsRefused(String text) {
        assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> Checks.serviceId(text));
    }

    @Test
    void description_whenLonger_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_PARAMETER, () -> Checks.description("a".repeat(513), SETTINGS));
    }

    @Test
    void nameFilter_whenOf128Characters_thenItIsTaken() {
        assertThat(Checks.nameFilter("a".repeat(128))).hasSize(128);
    }

    @Test
    void nameFilter_whenLonger_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_SERVICE_NAME_FILTER, () -> Checks.nameFilter("a".repeat(129)));
    }

    @Test
    void nameFilter_whenEmpty_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_SERVICE_NAME_FILTER, () -> Checks.nameFilter(""));
    }

    @Test
    void markerId_whenANumber_thenItIsThatNumber() {
        assertThat(Checks.markerId("16777510")).isEqualTo(16777510L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x1", "-1", "1.5", "99999999999999999999"})
    void markerId_whenNoWholeNumber_thenItIsRefused(String text) {
        assertRefused(ErrorCode.INVALID_MARKER_ID, () -> Checks.markerId(text));
    }

    @Test
    void slice_whenNothingIsSent_thenItIsTheTenNewest() {
        assertThat(Checks.slice(null, 1000, null, null, null)).isEqualTo(new Slice(false, false, 10, 0));
    }

    @Test
    void slice_whenAllIsSent_thenAllIsKept() {
        assertThat(Checks.slice(500, 500, 7, SortKey.UPDATED_AT, SortDirection.ASCENDING))
                .isEqualTo(new Slice(true, true, 500, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void limit_whenOutOfRange_thenItIsRefused(int limit) {
        assertRefused(ErrorCode.INVALID_LIMIT, () -> Checks.limit(limit, 500));
    }

    @Test
    void offset_whenNegative_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_OFFSET, () -> Checks.offset(-1));
    }

    @Test
    void sortKey_whenUnknown_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_SORT_KEY, () -> Checks.sortKey(SortKey.fromString("name")));
    }

    @Test
    void sortDirection_whenUnknown_thenItIsRefused() {
        assertRefused(
                ErrorCode.INVALID_SORT_DIRECTION, () -> Checks.sortDirection(SortDirection.fromString("sideways")));
    }

    @Test
    void tags_whenAValueIsAbsent_thenItIsEmpty() {
        assertThat(Checks.tags(List.of(Tag.builder().key("a").build()), 10)).containsExactly(tag("a", ""));
    }

    @Test
    void tags_whenAsLongAsAllowed_thenTheyAreTaken() {
        List<Tag> longest = List.of(tag("k".repeat(128), "v".repeat(255)));
        assertThat(Checks.tags(longest, 10)).isEqualTo(longest);
    }

    @Test
    void tags_whenTen_thenTheyAreTaken() {
        assertThat(Checks.tags(numbered(10), 10)).hasSize(10);
    }

    @Test
    void tags_whenEleven_thenTheyAreRefused() {
        assertRefused(ErrorCode.TOO_MANY_TAGS, () -> Checks.tags(numbered(11), 10));
    }

    @Test
    void tags_whenAKeyIsEmpty_thenTheyAreRefused() {
        assertRefused(ErrorCode.EMPTY_TAG, () -> Checks.tags(List.of(tag("", "v")), 10));
    }

    @Test
    void tags_whenAKeyIsTooLong_thenTheyAreRefused() {
        assertRefused(ErrorCode.INVALID_TAG_KEY_LENGTH, () -> Checks.tags(List.of(tag("k".repeat(129), "v")), 10));
    }

    @Test
    void tags_whenAValueIsTooLong_thenTheyAreRefused() {
        assertRefused(ErrorCode.INVALID_TAG_VALUE_LENGTH, () -> Checks.tags(List.of(tag("k", "v".repeat(256))), 10));
    }

    @Test
    void tags_whenAKeyOccursTwice_thenTheyAreRefused() {
        assertRefused(ErrorCode.DUPLICATE_TAG_KEY, () -> Checks.tags(Collections.nCopies(2, tag("k", "v")), 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "a<", "a>", "a\\b", "a,b", "a|b", "a/b", " a", "a ", "_sys_a"})
    void tags_whenAKeyIsOfAnotherForm_thenTheyAreRefused(String text) {
        assertRefused(ErrorCode.INVALID_TAG, () -> Checks.tags(List.of(tag(text, "v")), 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "a<", "a>", "a\\b", "a,b", "a|b"})
    void tags_whenAValueIsOfAnotherForm_thenTheyAreRefused(String text) {
        assertRefused(ErrorCode.INVALID_TAG, () -> Checks.tags(List.of(tag("k", text)), 10));
    }

    @Test
    void tags_withTheCharactersOfEitherEdition_areTaken() {
        List<Tag> tags = List.of(tag("\u7814 _.:=+-@(1)", "\u7814 _.:/=+-@(1) "));
        assertThat(Checks.tags(tags, 10)).isEqualTo(tags);
    }

    private static List<Tag> numbered(int count) {
        return IntStream.range(0, count).mapToObj(each -> tag("k" + each, "")).toList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
