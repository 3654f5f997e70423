package io.github.vpcep.json;

import java.util.List;

/** Copies of lists that generated types keep. */
public final class Lists {
    private Lists() {}

    /**
     * An unmodifiable copy.
     *
     * @param list the list that a caller gave
     * @param name what a message calls it, such as {@code PolicyStatement.Action}
     * @throws IllegalStateException if an item is null; the message names the list and the place
     */
    public static <T> List<T> copyOf(List<T> list, String name) {
        for (int i = 0; i < list.size(); i++) {
            // Not indexOf(null): the lists of List.of answer that with a NullPointerException.
            if (list.get(i) == null) {
                throw new IllegalStateException(name + "[" + i + "] is null");
            }
        }
        return List.copyOf(list);
    }
}
