package io.github.vpcep.router;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.vpcep.json.UnknownProperties;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bodies as a mapper reads and writes them. */
final class JsonBodies implements Bodies {
    private final ObjectMapper mapper;

    JsonBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public <T> T read(byte[] body, Class<T> type, Consumer<String> unknown) throws IOException {
        return read(body, mapper.constructType(type), text -> reader(unknown).readValue(text, type));
    }

    @Override
    public <T> T read(byte[] body, TypeReference<T> type, Consumer<String> unknown) throws IOException {
        JavaType java = mapper.constructType(type.getType());
        return read(body, java, text -> reader(unknown).forType(type).readValue(text));
    }

    private ObjectReader reader(Consumer<String> unknown) {
        return UnknownProperties.toldTo(unknown, mapper.reader());
    }

    private <T> T read(byte[] body, JavaType type, Reading<T> reading) throws IOException {
        String text = text(body);
        T value;
        try {
            refuseHalfCharacters(text);
            value = reading.of(text);
        } catch (IOException e) {
            // That it is no JSON up to its end goes before what it says.
            mapper.readTree(text);
            throw e;
        }
        if (value == null) {
            throw MismatchedInputException.from(null, type, "null");
        }
        return value;
    }

    /** Of a text, as the mapper does it for one kind of type. */
    private interface Reading<T> {
        T of(String text) throws IOException;
    }

    private static String text(byte[] body) throws IOException {
        try {
            // Decoded first: the mapper would guess other encodings, and let some invalid bytes pass.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadTextException("UTF-8");
        }
    }

    private void refuseHalfCharacters(String text) throws IOException {
        if (!text.contains("\\u")) {
            return;
        }
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (isText && hasHalfCharacter(parser.getText())) {
                    throw new BadTextException("without an escape of half a character");
                }
            }
        }
    }

    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    @Override
    public byte[] write(Object value) throws IOException {
        return mapper.writeValueAsBytes(value);
    }
}
