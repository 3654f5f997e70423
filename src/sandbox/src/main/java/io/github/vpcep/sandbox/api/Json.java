package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.sandbox.domain.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads and writes bodies with the mapper of the contract. */
@Provider
final class Json implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final ObjectMapper MAPPER = VpcepJson.mapper();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        // Where a body is needed, the operation's filter has refused its absence.
        return new String(bytes, StandardCharsets.UTF_8).isBlank() ? null : read(bytes, type);
    }

    /** Reads a body, or throws what is wrong with it. */
    static <T> T read(byte[] body, Class<T> type) {
        String text = text(body);
        T value;
        try {
            refuseHalfCharacters(text);
            value = value(text, type);
        } catch (IOException e) {
            throw whole(text, e);
        }
        if (value == null) {
            throw BodyProblems.isNull();
        }
        return value;
    }

    private static String text(byte[] body) {
        try {
            // Decoded first: the mapper would guess other encodings, and let some invalid bytes pass.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BodyProblems.notUtf8();
        }
    }

    /** What is wrong: that it is not JSON up to its end goes before what it says. */
    private static Problem whole(String text, IOException found) {
        try {
            MAPPER.readTree(text);
            return BodyProblems.of(found);
        } catch (IOException e) {
            return BodyProblems.of(e);
        }
    }

    /** An escape may stand for half of a character, which could be read and kept, and in no answer be written. */
    private static void refuseHalfCharacters(String text) throws IOException {
        if (!text.contains("\\u")) {
            return;
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (isText && hasHalfCharacter(parser.getText())) {
                    throw BodyProblems.halfCharacter();
                }
            }
        }
    }

    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    private static <T> T value(String text, Class<T> type) throws IOException {
        if (type == ResourceQuery.class) {
            return MAPPER.treeToValue(withTexts(MAPPER.readTree(text), "limit", "offset"), type);
        }
        T value = MAPPER.readValue(text, type);
        // The type takes no ports for absent ones, which would leave the ports as they are.
        if (value instanceof UpdateEndpointServiceRequest change
                && change.ports().isEmpty()
                && MAPPER.readTree(text).path("ports").isArray()) {
            throw BodyProblems.noPorts();
        }
        return value;
    }

    /** The body with digits in place of whole numbers, for properties that take either. */
    private static JsonNode withTexts(JsonNode body, String... names) {
        if (body instanceof ObjectNode object) {
            for (String name : names) {
                if (object.path(name).isIntegralNumber()) {
                    object.put(name, object.path(name).asText());
                }
            }
        }
        return body;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(MAPPER.writeValueAsBytes(value));
    }
}
