package io.github.vpcep.sandbox.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file of JSON, in words for who wrote it. Values are not quoted: they may be secrets. */
final class JsonFault {
    private JsonFault() {}

    static String text(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            String allowed = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return path(unknown) + " is not known; allowed are " + allowed;
        }
        if (fault instanceof ValueInstantiationException incomplete) {
            return MissingProperty.in(fault)
                    .map(missing -> path(incomplete) + "." + missing.name() + " is missing")
                    .orElseGet(() -> path(incomplete) + " cannot be read: "
                            + root(incomplete).getMessage());
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return mismatch.getPath().isEmpty()
                    ? "has to hold one JSON object"
                    : path(mismatch) + " has to be " + kind(mismatch.getTargetType());
        }
        return "is not JSON at line " + fault.getLocation().getLineNr() + ", column "
                + fault.getLocation().getColumnNr() + ", or has a key there twice";
    }

    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
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
        if (type == null || type.isRecord() || type.isAnnotationPresent(JsonPOJOBuilder.class)) {
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
