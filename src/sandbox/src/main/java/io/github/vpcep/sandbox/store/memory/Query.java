package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Letters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which elements of a table: those with certain values, and perhaps with something that no index knows. */
final class Query<T> {
    private final Map<Field<T>, Object> values = new HashMap<>();
    private @Nullable Predicate<T> rest;

    /** Those with all the values of a filter. */
    static <T, F extends Field<T>> Query<T> of(Filter<F> filter) {
        Query<T> query = new Query<>();
        query.values.putAll(filter.values());
        return query;
    }

    /** Only those with this value. */
    Query<T> where(Field<T> field, Object value) {
        values.put(field, value);
        return this;
    }

    /** Only those with this text anywhere in the field, in any letter case; null stands for any. */
    Query<T> containing(Field<T> field, @Nullable String text) {
        if (text != null) {
            // Many endpoints have the name of the same service.
            Map<Object, Boolean> known = new HashMap<>();
            String wanted = Letters.inOneCase(text);
            rest = each -> {
                Object value = field.of(each);
                return value != null
                        && known.computeIfAbsent(
                                value,
                                name -> Letters.inOneCase(name.toString()).contains(wanted));
            };
        }
        return this;
    }

    /** Only those of which this is true. */
    Query<T> and(Predicate<T> condition) {
        rest = condition;
        return this;
    }

    /** The wanted values. */
    Map<Field<T>, Object> values() {
        return values;
    }

    /** What to ask of each element, null for nothing. */
    @Nullable
    Predicate<T> rest() {
        return rest;
    }
}
