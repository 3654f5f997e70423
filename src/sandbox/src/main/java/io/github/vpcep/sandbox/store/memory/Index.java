package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.memory.Schema.Order;
import io.github.vpcep.sandbox.store.memory.Schema.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The rows whose elements have certain fields, sorted by these, then by a time, then by their numbers; immutable. */
final class Index<T> {
    private final List<Field<T>> fields;
    private final Order order;
    private final Time<T> time;
    private final SortedTree<Row<T>> rows;

    /** An empty one. */
    Index(Schema<T> schema, Order order, List<Field<T>> fields) {
        this(fields, order, schema.time(order), new SortedTree<>((one, other) -> {
            int side = compare(fields, one.element(), other.element());
            side = side != 0
                    ? side
                    : compare(
                            schema.time(order).of(one.element()),
                            schema.time(order).of(other.element()));
            return side != 0 ? side : Long.compare(order.number(one), order.number(other));
        }));
    }

    private Index(List<Field<T>> fields, Order order, Time<T> time, SortedTree<Row<T>> rows) {
        this.fields = fields;
        this.order = order;
        this.time = time;
        this.rows = rows;
    }

    /** This one with a row in the place of an older form of it; null stands for none. */
    Index<T> replace(@Nullable Row<T> old, @Nullable Row<T> fresh) {
        SortedTree<Row<T>> changed = rows;
        if (old != null && holds(old.element())) {
            changed = changed.without(old);
        }
        if (fresh != null && holds(fresh.element())) {
            changed = changed.with(fresh);
        }
        return new Index<>(fields, order, time, changed);
    }

    /** Whether elements with these values are next to each other here, in that order. */
    boolean serves(Map<Field<T>, Object> values, Order wanted) {
        return (order == wanted || order == Order.KEY) && fields.stream().allMatch(each -> values.containsKey(each));
    }

    /** The elements with these values. */
    Range<T> range(Map<Field<T>, Object> values) {
        List<Comparable<?>> wanted = new ArrayList<>(fields.size());
        fields.forEach(each -> wanted.add((Comparable<?>) Objects.requireNonNull(values.get(each))));
        ToIntFunction<Row<T>> place = each -> compare(fields, each.element(), wanted);
        int from = rows.rank(place);
        int to = rows.rank(each -> place.applyAsInt(each) <= 0 ? -1 : 1);
        return new Range<>(this, from, to);
    }

    /** The elements whose time has come. */
    Range<T> until(Instant now) {
        return new Range<>(this, 0, rows.rank(each -> compare(time.of(each.element()), now) <= 0 ? -1 : 1));
    }

    /** The earliest time, null when there is no element. */
    @Nullable
    Instant earliest() {
        return rows.size() == 0 ? null : time.of(rows.get(0).element());
    }

    private boolean holds(T element) {
        return time.of(element) != null && fields.stream().allMatch(each -> each.of(element) != null);
    }

    private static <T> int compare(List<Field<T>> fields, T one, T other) {
        int side = 0;
        for (int i = 0; i < fields.size() && side == 0; i++) {
            side = compare(fields.get(i).of(one), fields.get(i).of(other));
        }
        return side;
    }

    private static <T> int compare(List<Field<T>> fields, T element, List<Comparable<?>> wanted) {
        int side = 0;
        for (int i = 0; i < fields.size() && side == 0; i++) {
            side = compare(fields.get(i).of(element), wanted.get(i));
        }
        return side;
    }

    /** Of two values of one field, or two times. */
    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Comparable<?> one, @Nullable Comparable<?> other) {
        return ((Comparable<Object>) Objects.requireNonNull(one)).compareTo(Objects.requireNonNull(other));
    }

    /** Neighbours in an index, from a rank to before another one. */
    record Range<T>(Index<T> index, int from, int to) {
        int size() {
            return to - from;
        }

        /** Whether these are those with the values, and no others. */
        boolean isExact(Map<Field<T>, Object> values) {
            return index.fields.size() == values.size();
        }

        /** Shows a part of these, counted from the end that it begins at. */
        void visit(int skip, int most, boolean ascending, Consumer<? super Row<T>> visitor) {
            int begin = Math.min(skip, size());
            int end = begin + Math.min(most, size() - begin);
            int first = ascending ? from : index.rows.size() - to;
            index.rows.visit(first + begin, first + end, ascending, visitor);
        }
    }
}
