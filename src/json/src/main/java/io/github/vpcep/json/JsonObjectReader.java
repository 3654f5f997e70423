package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object that nothing is known of as {@link JsonValues} says: exact and unmodifiable. */
public final class JsonObjectReader extends StdDeserializer<Map<String, @Nullable Object>> {
    private static final long serialVersionUID = 1L;

    private final JsonValueReader values = new JsonValueReader();

    /** Called by Jackson. */
    public JsonObjectReader() {
        super(Map.class);
    }

    @Override
    @SuppressWarnings("unchecked") // What a reader of values makes of an object.
    public @Nullable Map<String, @Nullable Object> deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        Object value = parser.hasToken(JsonToken.START_OBJECT)
                ? values.deserialize(parser, context)
                : context.handleUnexpectedToken(Map.class, parser);
        return (Map<String, @Nullable Object>) value;
    }
}
