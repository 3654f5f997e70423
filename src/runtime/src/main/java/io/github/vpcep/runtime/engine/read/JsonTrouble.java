package io.github.vpcep.runtime.engine.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.jspecify.annotations.Nullable;

/** Says in words where and why JSON could not be read or written. */
public final class JsonTrouble {
    private static final String WHOLE_BODY = "$";

    private JsonTrouble() {}

    /** Returns the path of the field, such as {@code endpoints[0].marker_id}, or {@code $} for the whole body. */
    public static String field(@Nullable Throwable trouble) {
        if (!(trouble instanceof JsonMappingException mapping)) {
            return WHOLE_BODY;
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append(step.getIndex() < 0 ? "[?]" : "[" + step.getIndex() + "]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? WHOLE_BODY : path.toString();
    }

    /** Returns what is wrong with an answer's body. */
    public static String inBody(String body, @Nullable Throwable trouble) {
        if (body.isBlank()) {
            return "the body is empty";
        }
        if (trouble == null) {
            return "the body is null";
        }
        StreamReadException syntax = syntaxError(trouble);
        if (syntax == null) {
            return words(trouble);
        }
        if (body.stripLeading().startsWith("<")) {
            return "the body is not JSON, it looks like HTML or XML";
        }
        if (syntax instanceof JsonEOFException) {
            return "the JSON ends before it is complete";
        }
        return "the body is not valid JSON: " + words(syntax);
    }

    /** Returns why Retrofit could not make the request. */
    public static String inRequest(RuntimeException trouble) {
        if (trouble.getCause() instanceof JacksonException json) {
            return "field " + field(json) + " cannot be written: " + words(json);
        }
        return words(trouble);
    }

    private static @Nullable StreamReadException syntaxError(Throwable trouble) {
        for (Throwable t = trouble; t != null; t = t.getCause()) {
            // A number beyond its type is one of these to Jackson, but no fault of the JSON.
            if (t instanceof StreamReadException syntax && !(t instanceof InputCoercionException)) {
                return syntax;
            }
        }
        return null;
    }

    /** The first line only: the lines after it tell places inside the JSON library and inside Retrofit. */
    private static String words(Throwable trouble) {
        String message = trouble instanceof JacksonException json ? json.getOriginalMessage() : trouble.getMessage();
        return message == null
                ? trouble.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
