// Generated from spec/schemas; edit those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSetType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the enumerations in paths and queries to the letter, once it is registered with Jakarta REST, which otherwise
 * takes known values in any letter case, as clients do.
 */
@Provider
public final class VpcepParamConverters implements ParamConverterProvider {
    /** Called by Jakarta REST. */
    public VpcepParamConverters() {}

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = reader(type);
        return reader == null ? null : new ToTheLetter<>(type, reader);
    }

    private static @Nullable Function<String, ?> reader(Class<?> type) {
        if (type == ListRecordSetsSortKeyParameter.class) {
            return ListRecordSetsSortKeyParameter::fromExact;
        }
        if (type == RecordSetType.class) {
            return RecordSetType::fromExact;
        }
        return null;
    }

    private record ToTheLetter<T>(Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {
        @Override
        public T fromString(@Nullable String value) {
            if (value == null) {
                throw new IllegalArgumentException("value is null");
            }
            return type.cast(reader.apply(value));
        }

        @Override
        public String toString(@Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException("value is null");
            }
            return value.toString();
        }
    }
}
