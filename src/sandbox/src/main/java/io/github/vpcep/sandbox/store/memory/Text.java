package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Field;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text by which single elements are found, and not lists filtered. */
record Text<T>(String name, Function<T, @Nullable String> value) implements Field<T> {
    @Override
    public @Nullable String of(T element) {
        return value.apply(element);
    }
}
