package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an item of a list that is an object, or a text that holds the JSON of one. */
public final class JsonTextReader extends StdDeserializer<Object> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    /** Called by Jackson, which then asks for the reader of a given property. */
    public JsonTextReader() {
        super(Object.class);
    }

    private JsonTextReader(JavaType type) {
        super(type);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new JsonTextReader(context.getContextualType());
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JavaType type = getValueType();
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.readValue(parser, type);
        }
        String text = parser.getText();
        try (JsonParser inner = parser.getCodec().getFactory().createParser(text)) {
            inner.nextToken();
            Object item = context.readValue(inner, type);
            if (inner.nextToken() != null) {
                return context.handleWeirdStringValue(type.getRawClass(), text, "text that goes on after its JSON");
            }
            return item;
        } catch (JsonProcessingException e) {
            return context.handleWeirdStringValue(
                    type.getRawClass(), text, "text that holds no JSON of this type: %s", e.getOriginalMessage());
        }
    }
}
