package io.github.vpcep.sandbox.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file of JSON, in words for who wrote it. Values are not quoted: they may be secrets. */
final class JsonFault {
    static final String NO_OBJECT = "has to hold one JSON object";

    private JsonFault() {}

    /**
     * The fault as a text.
     *
     * @param place where what was read stands, empty for the whole file
     * @param alsoKnown names that are allowed there beside those of the type that was read
     */
    static String text(JsonProcessingException fault, String place, Set<String> alsoKnown) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            Set<String> also = unknown.getPath().size() == 1 ? alsoKnown : Set.of();
            String allowed = Stream.concat(
                            unknown.getKnownPropertyIds().stream().map(Object::toString), also.stream())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return path(place, unknown) + " is not known; allowed are " + allowed;
        }
        if (fault instanceof ValueInstantiationException incomplete) {
            String path = path(place, incomplete);
            return MissingProperty.in(fault)
                    .map(missing -> path + (path.isEmpty() ? "" : ".") + missing.name() + " is missing")
                    .orElseGet(
                            () -> path + " cannot be read: " + root(incomplete).getMessage());
        }
        if (fault instanceof MismatchedInputException mismatch) {
            String path = path(place, mismatch);
            return path.isEmpty() ? NO_OBJECT : path + " has to be " + kind(mismatch.getTargetType());
        }
        if (fault instanceof JsonMappingException other && !other.getPath().isEmpty()) {
            return path(place, other) + " is too large, or of another kind than is allowed";
        }
        return "is not JSON at line " + fault.getLocation().getLineNr() + ", column "
                + fault.getLocation().getColumnNr() + ", or has a key there twice";
    }

    private static String path(String place, JsonMappingException fault) {
        StringBuilder path = new StringBuilder(place);
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null
                || type.isRecord()
                || type == ObjectNode.class
                || type.isAnnotationPresent(JsonDeserialize.class)
                || type.isAnnotationPresent(JsonPOJOBuilder.class)) {
            return "an object";
        }
        if (type == Integer.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a text";
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(Objects.requireNonNull(thrown.getCause()));
    }
}
