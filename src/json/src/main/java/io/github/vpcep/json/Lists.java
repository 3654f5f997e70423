package io.github.vpcep.json;

import java.util.List;

/** Copies of lists that generated types keep. */
public final class Lists {
    private Lists() {}

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
