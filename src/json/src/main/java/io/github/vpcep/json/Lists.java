package io.github.vpcep.json;

import java.util.ArrayList;
import java.util.List;

/** The lists that callers give to generated code, and the copies that it keeps. */
public final class Lists {
    private Lists() {}

    /** The items that a caller gave one by one; null may be among them, of which {@link #copyOf} tells. */
    @SafeVarargs
    public static <T> List<T> of(T first, T... more) {
        List<T> list = new ArrayList<>(more.length + 1);
        list.add(first);
        for (T each : more) {
            list.add(each);
        }
        return list;
    }

    /**
     * An unmodifiable copy.
     *
     * @param list the list that a caller gave
     * @param type the name of the type that keeps it, such as {@code PolicyStatement}
     * @param name the list's name in Java, such as {@code actions}
     * @param wireName the list's name in JSON, such as {@code Action}
     * @throws IllegalArgumentException if an item is null; the message names the list and the place
     */
    public static <T> List<T> copyOf(List<T> list, String type, String name, String wireName) {
        for (int i = 0; i < list.size(); i++) {
            // Not indexOf(null): the lists of List.of answer that with a NullPointerException.
            if (list.get(i) == null) {
                throw new IllegalArgumentException(
                        Required.label(type, name, wireName) + " must not hold null, but its item " + i + " is");
            }
        }
        // Most lists of an answer are this short, and List.copyOf goes through an array.
        return switch (list.size()) {
            case 0 -> List.of();
            case 1 -> List.of(list.get(0));
            case 2 -> List.of(list.get(0), list.get(1));
            default -> List.copyOf(list);
        };
    }
}
