package io.github.vpcep.sandbox.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a list. Immutable.
 *
 * @param <F> the fields of the elements
 * @param values what each of them has, exactly
 * @param name a text anywhere in the full name of the service, in any letter case; null for any
 */
public record Filter<F extends Field<?>>(
        Map<F, Object> values, @Nullable String name) {
    /** Copies. */
    public Filter {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Those with this value.
     *
     * @throws ClassCastException if the field has values of another kind
     */
    public static <F extends Field<?>> Filter<F> by(F field, Object value) {
        return new Filter<>(Map.of(field, field.type().cast(value)), null);
    }

    /**
     * Of these those with this value, too; null stands for any.
     *
     * @throws ClassCastException if the field has values of another kind
     */
    public Filter<F> and(F field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<F, Object> all = new LinkedHashMap<>(values);
        all.put(field, field.type().cast(value));
        return new Filter<>(all, name);
    }

    /** Of these those with this text in their name; null stands for any. */
    public Filter<F> named(@Nullable String text) {
        return text == null && name == null ? this : new Filter<>(values, text);
    }
}
