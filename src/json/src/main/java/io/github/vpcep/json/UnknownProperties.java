package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes over the properties that a type does not have, and tells of each where it stands. */
public final class UnknownProperties extends DeserializationProblemHandler {
    /** As much of a name that a caller made up as is told. */
    private static final int SHOWN = 64;

    UnknownProperties() {}

    /**
     * The reader as one that tells of what it passes over.
     *
     * @param reader of {@link VpcepJson#serverMapper}
     * @param told is given each place, such as {@code ports[0].colour}
     */
    public static ObjectReader toldTo(Consumer<String> told, ObjectReader reader) {
        return reader.withAttribute(UnknownProperties.class, told);
    }

    @Override
    @SuppressWarnings("unchecked") // Set by toldTo only.
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object holder, String name)
            throws IOException {
        Object told = context.getAttribute(UnknownProperties.class);
        if (told != null) {
            StringBuilder place = new StringBuilder();
            JsonStreamContext at = parser.getParsingContext();
            // At the beginning of an object or a list the parser is inside it already.
            write(parser.currentToken().isStructStart() ? at.getParent() : at, place);
            ((Consumer<String>) told).accept(place.toString());
        }
        parser.skipChildren();
        return true;
    }

    private static void write(@Nullable JsonStreamContext at, StringBuilder place) {
        if (at == null) {
            return;
        }
        write(at.getParent(), place);
        if (at.inArray()) {
            place.append('[').append(at.getCurrentIndex()).append(']');
        } else if (at.getCurrentName() != null) {
            String name = at.getCurrentName();
            place.append(place.isEmpty() ? "" : ".")
                    .append(name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…");
        }
    }
}
