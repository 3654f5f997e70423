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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an integer, of 32 or 64 bits, that also arrives as text which holds its digits. */
public final class TextIntegerReader extends StdDeserializer<Object> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    /** Called by Jackson, which then asks for the reader of a given property. */
    public TextIntegerReader() {
        super(Integer.class);
    }

    private TextIntegerReader(JavaType type) {
        super(type);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new TextIntegerReader(context.getContextualType());
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Class<?> type = getValueType().getRawClass();
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.readValue(parser, type);
        }
        String text = parser.getText();
        if (!INTEGER.matcher(text).matches()) {
            return context.handleWeirdStringValue(type, text, "text that holds no integer");
        }
        try {
            return type == Long.class ? (Object) Long.valueOf(text) : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return context.handleWeirdStringValue(type, text, "text that holds an integer too large");
        }
    }
}
