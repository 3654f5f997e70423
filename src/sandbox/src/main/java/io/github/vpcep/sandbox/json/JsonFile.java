package io.github.vpcep.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.json.VpcepJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads files of JSON; every fault is an {@link IllegalArgumentException} that says where and what is allowed. */
public final class JsonFile {
    private static final ObjectMapper JSON = VpcepJson.mapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setAnnotationIntrospector(new NothingUnknown())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JsonFile() {}

    /**
     * Reads a file. Names of records are written there with small letters and underscores.
     *
     * @throws IllegalArgumentException if it holds something else
     * @throws UncheckedIOException if it cannot be read
     */
    public static <T> T read(Path file, Class<T> type) {
        return read(text(file), type);
    }

    /**
     * The text of a file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + e, e);
        }
    }

    /**
     * Reads what a file holds, or would hold.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            T value = JSON.readValue(text, type);
            if (value == null) {
                throw new IllegalArgumentException(JsonFault.NO_OBJECT);
            }
            return value;
        } catch (JsonProcessingException e) {
            // Without the cause, which repeats what stands there: a password perhaps.
            throw new IllegalArgumentException(JsonFault.text(e, "", Set.of()));
        }
    }

    /**
     * Reads an object as two at once: the properties of a record, and all others, which are those of another type.
     *
     * @throws IllegalArgumentException if it holds something else
     */
    public static <A, B, R> R split(
            ObjectNode object, String place, Class<A> record, Class<B> other, BiFunction<A, B, R> conversion) {
        Set<String> names = names(record);
        try {
            A first = JSON.treeToValue(object.deepCopy().retain(names), record);
            B second = JSON.treeToValue(object.deepCopy().without(names), other);
            return conversion.apply(first, second);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonFault.text(e, place, names), e);
        }
    }

    private static Set<String> names(Class<?> type) {
        JavaType java = JSON.constructType(type);
        return JSON.getDeserializationConfig().introspect(java).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toSet());
    }

    /** What may not be left out. */
    public static <T> T required(@Nullable T value, String place) {
        if (value == null) {
            throw new IllegalArgumentException(place + " is missing");
        }
        return value;
    }

    /** Each entry of a list converted, with its place; an absent list is an empty one. */
    public static <E, R> List<R> each(
            @Nullable List<@Nullable E> entries, String place, BiFunction<E, String, R> conversion) {
        List<R> converted = new ArrayList<>();
        for (int i = 0; entries != null && i < entries.size(); i++) {
            String entry = place + "[" + i + "]";
            converted.add(conversion.apply(required(entries.get(i), entry), entry));
        }
        return converted;
    }

    /** What is made there; what it refuses is said with the place in front. */
    public static <T> T at(String place, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + e.getMessage(), e);
        }
    }

    /** The types of the contract keep what they do not know; in a file that is a slip of the pen. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
