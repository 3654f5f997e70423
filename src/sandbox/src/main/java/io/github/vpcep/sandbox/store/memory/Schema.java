package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Field;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table knows of its elements.
 *
 * @param id of an element
 * @param created the time of its creation
 * @param updated the time of its last change
 * @param due the time of its next change of state, null when there is none
 * @param keys fields of which no two elements have the same values
 * @param lists fields by which lists are filtered often enough for an index of them all at once
 */
record Schema<T>(
        Field<T> id,
        Time<T> created,
        Time<T> updated,
        Time<T> due,
        List<List<Field<T>>> keys,
        List<List<Field<T>>> lists) {

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

    /** A time of an element, null when it has none. */
    interface Time<T> {
        @Nullable
        Instant of(T element);
    }
}
