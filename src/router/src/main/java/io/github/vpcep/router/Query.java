package io.github.vpcep.router;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark. */
final class Query {
    /** As much of a name that a caller made up as is told. */
    private static final int SHOWN = 64;

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final BitSet asked = new BitSet();

    /** Refuses what is not percent-encoded UTF-8, asked for or not. */
    Query(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (end > start) {
                add(text.substring(start, end));
            }
            start = end + 1;
        }
    }

    private void add(String pair) {
        int equal = pair.indexOf('=');
        names.add(Percent.decoded(equal < 0 ? pair : pair.substring(0, equal), true));
        values.add(equal < 0 ? "" : Percent.decoded(pair.substring(equal + 1), true));
    }

    /** The value of a parameter, the first if it was sent twice; null when it was not sent. */
    @Nullable
    String first(String name) {
        String first = null;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                first = first == null ? values.get(i) : first;
                asked.set(i);
            }
        }
        return first;
    }

    /** All values of a parameter, in their order. */
    List<String> all(String name) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                all.add(values.get(i));
                asked.set(i);
            }
        }
        return all;
    }

    /** Tells of the parameters that nothing has asked for, each with the question mark in front. */
    void tellUnasked(Consumer<String> told) {
        for (int i = asked.nextClearBit(0); i < names.size(); i = asked.nextClearBit(i + 1)) {
            String name = names.get(i);
            told.accept("?" + (name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…"));
        }
    }
}
