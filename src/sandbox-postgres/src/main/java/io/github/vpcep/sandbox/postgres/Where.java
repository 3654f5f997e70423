package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold, only those that were asked for. */
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    Where and(String condition, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        conditions.add(condition);
        values.add(value instanceof String text ? Columns.searchable(text) : value);
        return this;
    }

    /** That each of the fields has its value there. */
    <F> Where and(Map<F, Object> wanted, Function<F, String> expression) {
        wanted.forEach((field, value) -> and(expression.apply(field) + " = ?", value));
        return this;
    }

    /** As a clause, empty when nothing was asked for. */
    String clause() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<@Nullable Object> values() {
        return values;
    }

    List<@Nullable Object> valuesAnd(@Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** The order and the part of a list; forwards or backwards along the same index. */
    static String page(String table, Slice slice) {
        String time = table + (slice.byUpdate() ? ".updated_at" : ".created_at");
        String way = slice.ascending() ? " asc" : " desc";
        return " order by " + time + way + ", " + table + (slice.byUpdate() ? ".updated_turn" : ".created_turn") + way
                + " limit ? offset ?";
    }
}
