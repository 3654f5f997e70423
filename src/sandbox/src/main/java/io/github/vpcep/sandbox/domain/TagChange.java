package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagAction;
import io.github.vpcep.model.TagActionRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags that are to be put on a resource, or taken off it. */
final class TagChange {
    private final TagAction action;
    private final List<Tag> tags;

    /** Checks the change. */
    TagChange(TagActionRequest body) {
        this.action = body.action();
        this.tags = body.tags();
        if (!action.isKnown()) {
            throw refusal(ErrorCode.INVALID_ACTION, "It is one of " + TagAction.values() + ".");
        }
        if (tags.isEmpty()) {
            throw refusal(ErrorCode.EMPTY_TAG, "Send at least one.");
        }
        if (action.is(TagAction.CREATE) && tags.stream().anyMatch(tag -> tag.value() == null)) {
            throw refusal(ErrorCode.INVALID_TAG, "A tag that is added has a value, which may be empty.");
        }
        Checks.tags(tags, Checks.SERVICE_TAGS);
    }

    /** The tags of a resource after it, which may have so many. */
    List<Tag> appliedTo(List<Tag> present, int most) {
        return action.is(TagAction.CREATE) ? Checks.tags(added(present), most) : removed(present);
    }

    /** A key that is there gets the new value. */
    private List<Tag> added(List<Tag> present) {
        Map<String, Tag> byKey = new LinkedHashMap<>();
        present.forEach(tag -> byKey.put(tag.key(), tag));
        tags.forEach(tag -> byKey.put(tag.key(), tag));
        return new ArrayList<>(byKey.values());
    }

    /** What is not there is no matter. */
    private List<Tag> removed(List<Tag> present) {
        return present.stream()
                .filter(tag -> tags.stream().noneMatch(each -> isMeant(each, tag)))
                .toList();
    }

    /** By key and value, or by the key alone when no value is given. */
    private static boolean isMeant(Tag given, Tag present) {
        return given.key().equals(present.key())
                && (given.value() == null || given.value().equals(present.value()));
    }
}
