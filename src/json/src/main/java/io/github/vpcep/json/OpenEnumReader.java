package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a value of an open enumeration. For one that is spelt as the contract spells it no text is made.
 *
 * @param <E> the type of the values
 */
public abstract class OpenEnumReader<E> extends StdScalarDeserializer<E> {
    /** The attribute with which a mapper reads for a server. */
    static final Object TO_THE_LETTER = OpenEnumReader.class;

    private static final long serialVersionUID = 1L;

    private final transient List<E> known;
    private final transient String[] texts;
    private final transient Function<String, E> other;
    private final transient Function<String, E> toTheLetter;

    /**
     * Creates the reader.
     *
     * @param type the type of the values
     * @param known the values that the contract names; each is written as its {@code toString}
     * @param other makes a value of any other text
     * @param toTheLetter the same for servers, where another letter case is another value
     */
    protected OpenEnumReader(Class<E> type, List<E> known, Function<String, E> other, Function<String, E> toTheLetter) {
        super(type);
        this.known = known;
        this.texts = known.stream().map(Object::toString).toArray(String[]::new);
        this.other = other;
        this.toTheLetter = toTheLetter;
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
        }
        // The length first: asked for it, the parser reads the text into the array.
        int length = parser.getTextLength();
        char[] read = parser.getTextCharacters();
        int at = parser.getTextOffset();
        for (int i = 0; i < texts.length; i++) {
            if (isAt(read, at, length, texts[i])) {
                return known.get(i);
            }
        }
        boolean isServer = context.getAttribute(TO_THE_LETTER) != null;
        return (isServer ? toTheLetter : other).apply(parser.getText());
    }

    @Override
    @SuppressWarnings("unchecked") // the type that the constructor was given
    public Class<E> handledType() {
        return (Class<E>) super.handledType();
    }

    private static boolean isAt(char[] read, int at, int length, String text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (read[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
