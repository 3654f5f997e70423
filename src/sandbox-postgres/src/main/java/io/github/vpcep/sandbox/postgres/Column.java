package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of elements.
 *
 * @param name as in the table
 * @param type of the database
 * @param value what an element has there
 */
record Column<T>(String name, String type, Function<T, @Nullable Object> value) {
    private static final Map<Class<?>, String> TYPES =
            Map.of(String.class, "text", Long.class, "bigint", Boolean.class, "boolean");

    /** The columns of fields, which have their names, and others. */
    static <T> List<Column<T>> all(Collection<? extends Field<T>> fields, List<Column<T>> others) {
        return Stream.concat(fields.stream().map(Column::of), others.stream()).toList();
    }

    private static <T> Column<T> of(Field<T> field) {
        return new Column<>(field.label(), Objects.requireNonNull(TYPES.get(field.type())), field::of);
    }

    static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "text", value);
    }

    static <T> Column<T> number(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "numeric", value);
    }

    static <T> Column<T> truth(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "boolean", value);
    }

    /** Kept as the text that it is, escapes and all. */
    static <T> Column<T> json(String name, Function<T, Object> value) {
        return new Column<>(name, "json", each -> Columns.json(value.apply(each)));
    }

    boolean isJson() {
        return type.equals("json");
    }
}
