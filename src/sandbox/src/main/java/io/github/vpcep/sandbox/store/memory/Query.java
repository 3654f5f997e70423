package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Letters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which elements of a table: those with certain values, and perhaps with something that no index knows. */
final class Query<T> {
    private final Map<String, String> values = new HashMap<>();
    private @Nullable Predicate<T> rest;

    /** Only those with this value; null stands for any. */
    Query<T> where(Schema.Field<T> field, @Nullable String value) {
        if (value != null) {
            values.put(field.name(), value);
        }
        return this;
    }

    /** Only those with this text anywhere in the field, in any letter case; null stands for any. */
    Query<T> containing(Schema.Field<T> field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            // Many endpoints have the name of the same service.
            Map<String, Boolean> known = new HashMap<>();
            String wanted = Letters.inOneCase(text);
            rest = each -> {
                String value = field.of(each);
                return value != null
                        && known.computeIfAbsent(
                                value, name -> Letters.inOneCase(name).contains(wanted));
            };
        }
        return this;
    }

    /** Only those of which this is true. */
    Query<T> and(Predicate<T> condition) {
        rest = condition;
        return this;
    }

    /** The wanted values by name of the field. */
    Map<String, String> values() {
        return values;
    }

    /** What to ask of each element, null for nothing. */
    @Nullable
    Predicate<T> rest() {
        return rest;
    }
}
