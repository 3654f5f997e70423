package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Tag;
import io.github.vpcep.sandbox.store.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of form that several operations share. Each answers the value to go on with. */
final class Checks {
    private static final int ID_LENGTH = 64;
    private static final int NAME_FILTER_LENGTH = 128;
    private static final int DEFAULT_LIMIT = 10;
    /** The most tags of a service. */
    static final int SERVICE_TAGS = 20;

    /** The most tags of an endpoint. */
    static final int ENDPOINT_TAGS = 10;

    private static final int TAG_KEY_LENGTH = 128;
    private static final int TAG_VALUE_LENGTH = 255;
    private static final Pattern TAG_KEY = Pattern.compile("(?! |_sys_)[^*<>\\\\,|/]*(?<! )");
    private static final Pattern TAG_VALUE = Pattern.compile("[^*<>\\\\,|]*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    private Checks() {}

    /** The id of an endpoint service, in a path or a filter. */
    static String serviceId(String id) {
        return id(id, ErrorCode.INVALID_ENDPOINT_SERVICE_ID);
    }

    /** The id of a VPC endpoint, in a path, a filter or a body. */
    static String endpointId(String id) {
        return id(id, ErrorCode.INVALID_ENDPOINT_ID);
    }

    /** An id of 1 to 64 characters, which a database can hold; anything else is refused with that code. */
    static String id(String id, ErrorCode code) {
        if (id.isBlank() || id.length() > ID_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
            throw refusal(code, "An id has 1 to " + ID_LENGTH + " characters, none of which is a control character.");
        }
        return id;
    }

    /** An id to look for; an absent one finds all. */
    static @Nullable String idFilter(@Nullable String id, ErrorCode code) {
        return id == null ? null : id(id, code);
    }

    /** The id of a VPC that has to be there. */
    static String vpcId(String id) {
        if (id.isEmpty()) {
            throw new Problem(ErrorCode.MISSING_VPC_ID);
        }
        return id(id, ErrorCode.INVALID_VPC_ID);
    }

    /** A free text; an absent one is left absent. */
    static @Nullable String description(@Nullable String text, Settings settings) {
        return text == null ? null : note(text, settings);
    }

    /** A free text that has to be there. */
    static String note(String text, Settings settings) {
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "A description holds no angle brackets.");
        }
        if (text.codePointCount(0, text.length()) > settings.descriptionLength()) {
            throw refusal(
                    ErrorCode.INVALID_PARAMETER,
                    "A description has at most " + settings.descriptionLength() + " characters.");
        }
        return text;
    }

    /** A text to look for in full names; an absent one finds all. */
    static @Nullable String nameFilter(@Nullable String text) {
        if (text != null && (text.isEmpty() || text.length() > NAME_FILTER_LENGTH)) {
            throw refusal(
                    ErrorCode.INVALID_SERVICE_NAME_FILTER,
                    "A name to look for has 1 to " + NAME_FILTER_LENGTH + " characters.");
        }
        return text;
    }

    /** A marker id to look for; an absent one finds all. */
    static @Nullable Long markerId(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw refusal(ErrorCode.INVALID_MARKER_ID, "It is a whole number.");
        }
        return Long.valueOf(text);
    }

    /** Which part of a list to answer, by the four parameters that all lists share. */
    static Slice slice(
            @Nullable Integer limit,
            int max,
            @Nullable Integer offset,
            @Nullable SortKey sortKey,
            @Nullable SortDirection sortDirection) {
        int checkedLimit = limit(limit, max);
        int checkedOffset = offset(offset);
        return new Slice(
                sortKey(sortKey).is(SortKey.UPDATED_AT),
                sortDirection(sortDirection).is(SortDirection.ASCENDING),
                checkedLimit,
                checkedOffset);
    }

    /** The most items of an answer, 10 unless told otherwise. */
    static int limit(@Nullable Integer limit, int max) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > max) {
            throw refusal(ErrorCode.INVALID_LIMIT, "It is a number from 1 to " + max + ".");
        }
        return limit;
    }

    /** The items to skip, none unless told otherwise. */
    static int offset(@Nullable Integer offset) {
        if (offset == null) {
            return 0;
        }
        if (offset < 0) {
            throw refusal(ErrorCode.INVALID_OFFSET, "It is a number from 0 on.");
        }
        return offset;
    }

    /** What a list is sorted by, the time of creation unless told otherwise. */
    static SortKey sortKey(@Nullable SortKey key) {
        if (key == null) {
            return SortKey.CREATED_AT;
        }
        if (!key.isKnown()) {
            throw refusal(ErrorCode.INVALID_SORT_KEY, "It is one of " + SortKey.values() + ".");
        }
        return key;
    }

    /** The order of a list, the newest first unless told otherwise. */
    static SortDirection sortDirection(@Nullable SortDirection direction) {
        if (direction == null) {
            return SortDirection.DESCENDING;
        }
        if (!direction.isKnown()) {
            throw refusal(ErrorCode.INVALID_SORT_DIRECTION, "It is one of " + SortDirection.values() + ".");
        }
        return direction;
    }

    /** All tags of a resource; an absent value becomes an empty one. */
    static List<Tag> tags(List<Tag> tags, int most) {
        if (tags.size() > most) {
            throw refusal(ErrorCode.TOO_MANY_TAGS, "This resource has at most " + most + " tags.");
        }
        Set<String> keys = new HashSet<>();
        for (Tag tag : tags) {
            tagKey(tag.key());
            tagValue(tag.value() == null ? "" : tag.value());
            if (!keys.add(tag.key())) {
                throw refusal(ErrorCode.DUPLICATE_TAG_KEY, "A key occurs once on a resource.");
            }
        }
        return tags.stream().map(Checks::withValue).toList();
    }

    /** The key of a tag. */
    static String tagKey(String key) {
        if (key.isEmpty()) {
            throw refusal(ErrorCode.EMPTY_TAG, "A tag has a key.");
        }
        if (key.codePointCount(0, key.length()) > TAG_KEY_LENGTH) {
            throw refusal(
                    ErrorCode.INVALID_TAG_KEY_LENGTH, "The key of a tag has 1 to " + TAG_KEY_LENGTH + " characters.");
        }
        if (!TAG_KEY.matcher(key).matches()) {
            throw refusal(
                    ErrorCode.INVALID_TAG,
                    "A key holds none of * < > \\ , | /, neither begins nor ends with a space, and does not begin with"
                            + " _sys_.");
        }
        return key;
    }

    /** The value of a tag, which may be empty. */
    static String tagValue(String value) {
        if (value.codePointCount(0, value.length()) > TAG_VALUE_LENGTH) {
            throw refusal(
                    ErrorCode.INVALID_TAG_VALUE_LENGTH,
                    "The value of a tag has at most " + TAG_VALUE_LENGTH + " characters.");
        }
        if (!TAG_VALUE.matcher(value).matches()) {
            throw refusal(ErrorCode.INVALID_TAG, "A value holds none of * < > \\ , |.");
        }
        return value;
    }

    /** A refusal with the documented text and what is allowed. */
    static Problem refusal(ErrorCode code, String allowed) {
        return new Problem(code, code.message() + " " + allowed);
    }

    private static Tag withValue(Tag tag) {
        return tag.value() != null ? tag : tag.toBuilder().value("").build();
    }
}
