package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.memory.Index.Range;
import io.github.vpcep.sandbox.store.memory.Schema.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Elements by id and by the fields of their schema; immutable. */
final class Table<T> {
    private static final Slice OLDEST = new Slice(false, true, 1, 0);

    private final Schema<T> schema;
    private final Index<T> byId;
    private final Index<T> byDue;
    private final List<Index<T>> indexes;
    private final long number;

    /** An empty one. */
    Table(Schema<T> schema) {
        this(
                schema,
                new Index<>(schema, Order.KEY, List.of(schema.id())),
                new Index<>(schema, Order.DUE, List.of()),
                indexes(schema),
                0);
    }

    private Table(Schema<T> schema, Index<T> byId, Index<T> byDue, List<Index<T>> indexes, long number) {
        this.schema = schema;
        this.byId = byId;
        this.byDue = byDue;
        this.indexes = indexes;
        this.number = number;
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(row(id)).map(Row::element);
    }

    /** The oldest of the elements. */
    Optional<T> first(Query<T> query) {
        return page(query, OLDEST).items().stream().findFirst();
    }

    Found<T> page(Query<T> query, Slice slice) {
        Range<T> range = narrowest(query.values(), slice.byUpdate() ? Order.UPDATED : Order.CREATED);
        Predicate<T> condition = unsettled(query, range);
        Page<T> page = new Page<>(slice.offset(), slice.limit());
        if (condition == null) {
            range.visit(slice.offset(), slice.limit(), slice.ascending(), each -> page.items.add(each.element()));
            return new Found<>(page.items, range.size());
        }
        range.visit(0, range.size(), slice.ascending(), each -> page.offer(each.element(), condition));
        return new Found<>(page.items, page.total);
    }

    int count(Query<T> query) {
        return page(query, new Slice(false, true, 0, 0)).total();
    }

    /** The elements whose change of state is done by that time, in the order of these times. */
    List<T> due(Instant now) {
        List<T> found = new ArrayList<>();
        byDue.until(now).visit(0, Integer.MAX_VALUE, true, each -> found.add(each.element()));
        return found;
    }

    /** The time of the first change of state, null when none is under way. */
    @Nullable
    Instant nextDue() {
        return byDue.earliest();
    }

    /** This one with the element, in the place of the one with its id. */
    Table<T> with(T element) {
        Row<T> old = row(Objects.requireNonNull(schema.id().of(element)));
        return replace(old, new Row<>(element, old == null ? number : old.created(), number));
    }

    /** This one without the element with this id. */
    Table<T> without(String id) {
        Row<T> old = row(id);
        return old == null ? this : replace(old, null);
    }

    private @Nullable Row<T> row(Object id) {
        List<Row<T>> found = new ArrayList<>(1);
        byId.range(Map.of(schema.id(), id)).visit(0, 1, true, found::add);
        return found.isEmpty() ? null : found.get(0);
    }

    private Table<T> replace(@Nullable Row<T> old, @Nullable Row<T> fresh) {
        List<Index<T>> changed = new ArrayList<>(indexes.size());
        for (Index<T> each : indexes) {
            changed.add(each.replace(old, fresh));
        }
        return new Table<>(schema, byId.replace(old, fresh), byDue.replace(old, fresh), changed, number + 1);
    }

    /** An index with all the wanted fields has the fewest elements and no others; else some have to be looked at. */
    private Range<T> narrowest(Map<Field<T>, Object> values, Order order) {
        List<Range<T>> ranges = new ArrayList<>();
        if (byId.serves(values, order)) {
            ranges.add(byId.range(values));
        }
        for (Index<T> each : indexes) {
            if (each.serves(values, order)) {
                ranges.add(each.range(values));
            }
        }
        return ranges.stream()
                .min(Comparator.comparing((Range<T> each) -> each.size()).thenComparing(each -> !each.isExact(values)))
                .orElseThrow(() -> new IllegalArgumentException("No list has all elements"));
    }

    /** What the range leaves to ask of each element, null for nothing. */
    private @Nullable Predicate<T> unsettled(Query<T> query, Range<T> range) {
        if (range.isExact(query.values())) {
            return query.rest();
        }
        Predicate<T> all = query.rest();
        for (Map.Entry<Field<T>, Object> each : query.values().entrySet()) {
            Predicate<T> one = element -> each.getValue().equals(each.getKey().of(element));
            all = all == null ? one : one.and(all);
        }
        return all;
    }

    private static <T> List<Index<T>> indexes(Schema<T> schema) {
        List<Index<T>> all = new ArrayList<>();
        schema.keys().forEach(each -> all.add(new Index<>(schema, Order.KEY, each)));
        schema.lists().forEach(each -> all.add(new Index<>(schema, Order.CREATED, each)));
        schema.lists().forEach(each -> all.add(new Index<>(schema, Order.UPDATED, each)));
        return all;
    }

    /** Takes what is offered, from one place of the list on, and counts all. */
    private static final class Page<T> {
        final List<T> items = new ArrayList<>();
        private final int offset;
        private final int limit;
        int total;

        Page(int offset, int limit) {
            this.offset = offset;
            this.limit = limit;
        }

        void offer(T element, Predicate<T> condition) {
            if (!condition.test(element)) {
                return;
            }
            if (total >= offset && items.size() < limit) {
                items.add(element);
            }
            total++;
        }
    }
}
