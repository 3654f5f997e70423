package io.github.vpcep.runtime.engine.prepare;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.vpcep.runtime.ground.HalfCharacter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Text without a {@link HalfCharacter}, which sent in an address would name another resource. */
final class WholeText {
    private WholeText() {}

    /** Returns what is wrong with a text, null when nothing is. */
    static @Nullable String fault(String text) {
        int at = HalfCharacter.in(text);
        return at < 0
                ? null
                : "character " + (at + 1) + " of " + text.length() + " is " + HalfCharacter.WORDS
                        + ", which cannot be sent";
    }

    /** Returns a mapper that refuses to write other text, as a value or as a name, and else writes as the given one. */
    static ObjectMapper in(ObjectMapper json) {
        return json.copy()
                .registerModule(new SimpleModule("whole text")
                        .addSerializer(String.class, new Writer(false))
                        .addKeySerializer(String.class, new Writer(true)));
    }

    private static final class Writer extends JsonSerializer<String> {
        private final boolean isName;

        Writer(boolean isName) {
            this.isName = isName;
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            String fault = fault(text);
            if (fault != null) {
                throw JsonMappingException.from(out, isName ? "in the name of a property, " + fault : fault);
            }
            if (isName) {
                out.writeFieldName(text);
            } else {
                out.writeString(text);
            }
        }
    }
}
