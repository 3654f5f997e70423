package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a boolean that also arrives as the text "true" or "false", in any letter case. */
public final class TextBooleanReader extends StdScalarDeserializer<Boolean> {
    private static final long serialVersionUID = 1L;

    /** Called by Jackson. */
    public TextBooleanReader() {
        super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_TRUE)) {
            return Boolean.TRUE;
        }
        if (parser.hasToken(JsonToken.VALUE_FALSE)) {
            return Boolean.FALSE;
        }
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            String text = parser.getText();
            if (text.equalsIgnoreCase("true")) {
                return Boolean.TRUE;
            }
            if (text.equalsIgnoreCase("false")) {
                return Boolean.FALSE;
            }
            return (Boolean) context.handleWeirdStringValue(Boolean.class, text, "neither \"true\" nor \"false\"");
        }
        return (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
    }
}
