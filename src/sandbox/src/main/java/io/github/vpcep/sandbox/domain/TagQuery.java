package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ResourceField;
import io.github.vpcep.model.ResourceMatch;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagFilter;
import io.github.vpcep.model.TaggedResource;
import io.github.vpcep.sandbox.store.Letters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which resources a query by tags and names finds. */
final class TagQuery implements Predicate<TaggedResource> {
    private static final int KEYS = 10;
    private static final int VALUES = 10;
    private static final int KEY_LENGTH = 128;
    private static final int VALUE_LENGTH = 255;

    private final Predicate<List<Tag>> tags;
    private final Predicate<String> name;

    /** Checks the query. System tags are ignored, and the four lists as well when untagged resources are asked for. */
    TagQuery(ResourceQuery query) {
        this.tags = Boolean.TRUE.equals(query.withoutAnyTag()) ? List::isEmpty : allLists(query);
        this.name = names(query.matches());
    }

    @Override
    public boolean test(TaggedResource resource) {
        String shown = resource.name() == null ? resource.id() : resource.name();
        return tags.test(resource.tags()) && name.test(shown);
    }

    private static Predicate<List<Tag>> allLists(ResourceQuery query) {
        List<TagFilter> all = checked(query.tags());
        List<TagFilter> any = checked(query.tagsAny());
        List<TagFilter> notAll = checked(query.notTags());
        List<TagFilter> notAny = checked(query.notTagsAny());
        return tags -> all.stream().allMatch(each -> matches(each, tags))
                && (any.isEmpty() || any.stream().anyMatch(each -> matches(each, tags)))
                && (notAll.isEmpty() || !notAll.stream().allMatch(each -> matches(each, tags)))
                && notAny.stream().noneMatch(each -> matches(each, tags));
    }

    private static boolean matches(TagFilter filter, List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.key().equals(filter.key()))
                .map(tag -> tag.value() == null ? "" : tag.value())
                .anyMatch(value -> filter.values().isEmpty()
                        || filter.values().stream().anyMatch(wanted -> matches(wanted, value)));
    }

    /** An asterisk in front stands for values that hold the rest. */
    private static boolean matches(String wanted, String value) {
        return wanted.startsWith("*") ? value.contains(wanted.substring(1)) : value.equals(wanted);
    }

    private static Predicate<String> names(List<ResourceMatch> matches) {
        Set<ResourceField> fields = new HashSet<>();
        for (ResourceMatch match : matches) {
            if (!match.key().isKnown() || !fields.add(match.key())) {
                throw refusal(
                        ErrorCode.INVALID_PARAMETER, "A match is by one of " + ResourceField.values() + ", once.");
            }
            refuseBeyond(VALUE_LENGTH, match.value(), ErrorCode.INVALID_TAG_VALUE_LENGTH);
        }
        return name -> matches.stream().allMatch(match -> holds(name, match.value()));
    }

    /** An empty text asks for an empty name, which no resource has. */
    private static boolean holds(String name, String text) {
        return !text.isEmpty() && Letters.inOneCase(name).contains(Letters.inOneCase(text));
    }

    /** The filters without the spaces around keys and values, which do not count. */
    private static List<TagFilter> checked(List<TagFilter> filters) {
        if (filters.size() > KEYS) {
            throw refusal(ErrorCode.TOO_MANY_TAGS, "A list of a query has at most " + KEYS + " keys.");
        }
        List<TagFilter> trimmed = filters.stream().map(TagQuery::checked).toList();
        if (trimmed.stream().map(TagFilter::key).distinct().count() < trimmed.size()) {
            throw refusal(ErrorCode.DUPLICATE_TAG_KEY, "A key occurs once in a list of a query.");
        }
        return trimmed;
    }

    private static TagFilter checked(TagFilter filter) {
        String key = filter.key().strip();
        if (key.isEmpty()) {
            throw refusal(ErrorCode.EMPTY_TAG, "A key is not empty.");
        }
        refuseBeyond(KEY_LENGTH, key, ErrorCode.INVALID_TAG_KEY_LENGTH);
        List<String> values = filter.values().stream().map(String::strip).toList();
        if (values.size() > VALUES) {
            throw refusal(ErrorCode.TOO_MANY_TAGS, "A key of a query has at most " + VALUES + " values.");
        }
        values.forEach(each -> refuseBeyond(VALUE_LENGTH, each, ErrorCode.INVALID_TAG_VALUE_LENGTH));
        if (values.stream().distinct().count() < values.size()) {
            throw refusal(ErrorCode.DUPLICATE_TAG_VALUE, "A value occurs once with a key.");
        }
        return TagFilter.builder().key(key).values(values).build();
    }

    private static void refuseBeyond(int length, String text, ErrorCode code) {
        if (text.codePointCount(0, text.length()) > length) {
            throw refusal(code, "A query has at most " + length + " characters there.");
        }
    }
}
