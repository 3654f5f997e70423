package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an object that also arrives as the only item of a list; an empty list is read as none. */
public final class SingleItemReader extends StdDeserializer<Object> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    /** Called by Jackson, which then asks for the reader of a given property. */
    public SingleItemReader() {
        super(Object.class);
    }

    private SingleItemReader(JavaType type) {
        super(type);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new SingleItemReader(context.getContextualType());
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JavaType type = getValueType();
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            return context.readValue(parser, type);
        }
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return null;
        }
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return context.reportInputMismatch(this, "a list that holds null where one item is expected");
        }
        Object item = context.readValue(parser, type);
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            return context.reportInputMismatch(this, "a list of several items where one is expected");
        }
        return item;
    }
}
