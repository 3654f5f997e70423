package io.github.vpcep.sandbox.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of elements by which they are found, and lists of them filtered.
 *
 * @param <T> the type of the elements
 */
public interface Field<T> {
    /** Its name, with underscores; among the fields of its elements no other has it. */
    String name();

    /** Its name in small letters. */
    default String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of its values: {@link String}, {@link Long} or {@link Boolean}. */
    default Class<?> type() {
        return String.class;
    }

    /** The value, null when the element has none. */
    @Nullable
    Comparable<?> of(T element);
}
