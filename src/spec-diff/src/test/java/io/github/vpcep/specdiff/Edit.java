package io.github.vpcep.specdiff;

import java.util.function.UnaryOperator;

/** Changes of a document's text. */
final class Edit {
    private Edit() {}

    static UnaryOperator<String> none() {
        return text -> text;
    }

    /** Puts a text in the place of the first such one behind an anchor. */
    static UnaryOperator<String> replace(String anchor, String from, String to) {
        return text -> {
            int at = find(text, from, find(text, anchor, 0));
            return text.substring(0, at) + to + text.substring(at + from.length());
        };
    }

    static UnaryOperator<String> insertAfter(String anchor, String place, String added) {
        return replace(anchor, place, place + added);
    }

    /** Removes what lies behind an anchor between two texts, the first with it. */
    static UnaryOperator<String> cut(String anchor, String from, String to) {
        return text -> {
            int start = find(text, from, find(text, anchor, 0));
            return text.substring(0, start) + text.substring(find(text, to, start + from.length()));
        };
    }

    static UnaryOperator<String> both(UnaryOperator<String> first, UnaryOperator<String> second) {
        return text -> second.apply(first.apply(text));
    }

    private static int find(String text, String part, int from) {
        int at = text.indexOf(part, from);
        if (at < 0) {
            throw new IllegalArgumentException("The document does not hold: " + part);
        }
        return at;
    }
}
