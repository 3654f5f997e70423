package io.github.vpcep.json;

import org.jspecify.annotations.Nullable;

/**
 * The builder of a generated type, as what reads the type from JSON sees it.
 *
 * @param <T> the type
 */
public abstract class ModelBuilder<T> {
    /** Called by builders. */
    protected ModelBuilder() {}

    /**
     * Sets a property to what was read.
     *
     * @param property the index of its annotation
     * @param value a value of its type, or null
     */
    protected abstract void set(int property, @Nullable Object value);

    /** What was set, as an immutable value. */
    public abstract T build();
}
