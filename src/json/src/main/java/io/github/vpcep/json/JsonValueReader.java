package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a value of any type as {@link JsonValues} says: exact and unmodifiable. */
public final class JsonValueReader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    /** Called by Jackson. */
    public JsonValueReader() {
        super(Object.class);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return value(parser, context, 0);
    }

    private @Nullable Object value(JsonParser parser, DeserializationContext context, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, context, inside(context, depth));
            case START_ARRAY -> list(parser, context, inside(context, depth));
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, context);
            default -> context.handleUnexpectedToken(Object.class, parser);
        };
    }

    private int inside(DeserializationContext context, int depth) throws IOException {
        if (depth >= JsonValues.MAX_DEPTH) {
            context.reportInputMismatch(this, "a value that lies deeper than %d lists and objects", depth);
        }
        return depth + 1;
    }

    private Map<String, @Nullable Object> object(JsonParser parser, DeserializationContext context, int depth)
            throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.put(name, value(parser, context, depth));
        }
        return Collections.unmodifiableMap(object);
    }

    private List<@Nullable Object> list(JsonParser parser, DeserializationContext context, int depth)
            throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, context, depth));
        }
        return Collections.unmodifiableList(list);
    }

    private Number number(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return JsonValues.number(parser.getText());
        } catch (NumberFormatException e) {
            return context.reportInputMismatch(this, "a number with an exponent that is too large to be kept");
        }
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return null;
    }
}
