package io.github.vpcep.sandbox.store;

import org.jspecify.annotations.Nullable;

/**
 * A value of elements by which they are found, and lists of them filtered.
 *
 * @param <T> the type of the elements
 */
public interface Field<T> {
    /** Its name in small letters, with underscores; among the fields of its elements no other has it. */
    String label();

    /** The kind of its values: {@link String}, {@link Long} or {@link Boolean}. */
    Class<?> type();

    /** The value, null when the element has none. */
    @Nullable
    Comparable<?> of(T element);
}
