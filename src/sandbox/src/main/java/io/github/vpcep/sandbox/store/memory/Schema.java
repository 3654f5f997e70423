package io.github.vpcep.sandbox.store.memory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table knows of its elements.
 *
 * @param id of an element
 * @param created the time of its creation
 * @param updated the time of its last change
 * @param due the time of its next change of state, null when there is none
 * @param keys fields of which no two elements have the same values
 * @param lists fields by which lists are filtered, all of them at once
 */
record Schema<T>(
        Field<T> id,
        Time<T> created,
        Time<T> updated,
        Time<T> due,
        List<List<Field<T>>> keys,
        List<List<Field<T>>> lists) {

    /** The field with this name, which must be one of those by which elements are found. */
    Field<T> field(String name) {
        return Stream.of(List.of(List.of(id)), keys, lists)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No field " + name));
    }

    /** The time by which an order sorts. */
    Time<T> time(Order order) {
        return switch (order) {
            case KEY, CREATED -> created;
            case UPDATED -> updated;
            case DUE -> due;
        };
    }

    /** What an index sorts by after its fields. */
    enum Order {
        /** Nothing is left to sort. */
        KEY,
        CREATED,
        UPDATED,
        DUE;

        /** What tells rows of one time apart. */
        long number(Row<?> row) {
            return this == UPDATED ? row.changed() : row.created();
        }
    }

    /** A field by which elements are found. */
    record Field<T>(String name, Value<T> value) {
        @Nullable
        String of(T element) {
            return value.of(element);
        }
    }

    /** The value of a field, null when the element has none. */
    interface Value<T> {
        @Nullable
        String of(T element);
    }

    /** A time of an element, null when it has none. */
    interface Time<T> {
        @Nullable
        Instant of(T element);
    }
}
