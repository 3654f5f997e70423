package io.github.vpcep.sandbox.store.memory;

import static io.github.vpcep.sandbox.store.Samples.at;
import static io.github.vpcep.sandbox.store.Samples.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts how often a page looks at an endpoint, which no other load on the machine changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCostTest {
    private static final int FEW = 1000;
    private static final int MANY = 20_000;

    private final AtomicLong looks = new AtomicLong();
    private final Map<Field<StoredEndpoint>, Field<StoredEndpoint>> counting = new HashMap<>();
    private final Table<StoredEndpoint> few = table(FEW);
    private final Table<StoredEndpoint> many = table(MANY);

    @ParameterizedTest
    @CsvSource({"false,true", "false,false", "true,true", "true,false"})
    void growsWithTheLogarithmOnly(boolean byUpdate, boolean ascending) {
        Slice slice = new Slice(byUpdate, ascending, 10, 20);
        filters().forEach((filter, share) -> {
            long cost = cost(few, filter, slice, FEW / share);
            long costOfMany = cost(many, filter, slice, MANY / share);
            // From 10 to 15 levels, looked through for both ends of the range in each index that could serve.
            assertThat(costOfMany).as("%s of many, %s of few", filter, cost).isLessThan(2 * cost + 20);
        });
    }

    @Test
    void ofAnIdOrMarkerIsThatOfALookUp() {
        for (Table<StoredEndpoint> table : List.of(few, many)) {
            for (Filter<EndpointField> filter : List.of(
                    Filter.by(EndpointField.PROJECT_ID, "p1").and(EndpointField.ID, "e77"),
                    Filter.by(EndpointField.SERVICE_ID, "s1").and(EndpointField.MARKER_ID, 77L),
                    Filter.by(EndpointField.PROJECT_ID, "p1")
                            .and(EndpointField.SERVICE_ID, "s1")
                            .and(EndpointField.VPC_ID, "v7")
                            .and(EndpointField.ID, "e77")
                            .and(EndpointField.MARKER_ID, 77L))) {
                assertThat(cost(table, filter, Slice.ALL, 1)).as("%s", filter).isLessThan(500);
            }
        }
    }

    /** Which share of the endpoints each filter finds. */
    private static Map<Filter<EndpointField>, Integer> filters() {
        Filter<EndpointField> all = Filter.by(EndpointField.PROJECT_ID, "p1");
        Filter<EndpointField> vpc = Filter.by(EndpointField.PROJECT_ID, "p1").and(EndpointField.VPC_ID, "v7");
        Map<Filter<EndpointField>, Integer> filters = new LinkedHashMap<>();
        filters.put(all, 1);
        filters.put(vpc, 10);
        filters.put(all.and(EndpointField.STATUS, "rejected"), 2);
        filters.put(vpc.and(EndpointField.STATUS, "rejected"), 10);
        filters.put(Filter.by(EndpointField.PROJECT_ID, "p1").and(EndpointField.SERVICE_ID, "s1"), 1);
        filters.put(Filter.by(EndpointField.SERVICE_ID, "s1"), 1);
        filters.put(Filter.by(EndpointField.SERVICE_ID, "s1").and(EndpointField.STATUS, "rejected"), 2);
        return filters;
    }

    private long cost(Table<StoredEndpoint> table, Filter<EndpointField> filter, Slice slice, int total) {
        looks.set(0);
        Found<StoredEndpoint> found = table.page(counting(Endpoints.query(filter)), slice);
        assertThat(found.total()).as("%s", filter).isEqualTo(total);
        assertThat(found.items()).hasSize(Math.min(slice.limit(), total));
        return looks.get();
    }

    private Table<StoredEndpoint> table(int size) {
        Table<StoredEndpoint> table = new Table<>(counting(Endpoints.SCHEMA));
        for (int i = 0; i < size; i++) {
            int number = i;
            table = table.with(endpoint(
                    "e" + number,
                    each -> each.markerId((long) number)
                            .vpcId("v" + number % 10)
                            .status(number % 2 == 0 ? EndpointStatus.ACCEPTED : EndpointStatus.REJECTED)
                            .createdAt(at(number / 3))
                            .updatedAt(at(size - number))));
        }
        return table;
    }

    private Schema<StoredEndpoint> counting(Schema<StoredEndpoint> schema) {
        return new Schema<>(
                counting(schema.id()),
                schema.created(),
                schema.updated(),
                schema.due(),
                schema.keys().stream().map(this::counting).toList(),
                schema.lists().stream().map(this::counting).toList());
    }

    private List<Field<StoredEndpoint>> counting(List<Field<StoredEndpoint>> fields) {
        return fields.stream().map(this::counting).toList();
    }

    private Field<StoredEndpoint> counting(Field<StoredEndpoint> field) {
        return counting.computeIfAbsent(field, each -> new Counting(each, looks));
    }

    private Query<StoredEndpoint> counting(Query<StoredEndpoint> query) {
        Query<StoredEndpoint> counted = new Query<>();
        query.values().forEach((field, value) -> counted.where(counting(field), value));
        return counted;
    }

    /** A field that counts how often it is looked at. */
    private record Counting(Field<StoredEndpoint> field, AtomicLong looks) implements Field<StoredEndpoint> {
        @Override
        public String name() {
            return field.name();
        }

        @Override
        public Class<?> type() {
            return field.type();
        }

        @Override
        public @Nullable Comparable<?> of(StoredEndpoint endpoint) {
            looks.incrementAndGet();
            return field.of(endpoint);
        }
    }
}
