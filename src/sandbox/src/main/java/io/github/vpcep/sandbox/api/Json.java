package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
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

/** Reads and writes bodies with the mapper of the contract. */
@Provider
final class Json implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final ObjectMapper MAPPER = VpcepJson.mapper();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body.readAllBytes(), type);
    }

    /** Reads a body, or throws what is wrong with it. */
    static <T> T read(byte[] body, Class<T> type) {
        T value;
        try {
            // Decoded first: the mapper would guess other encodings, and let some invalid bytes pass.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            value = value(text, type);
        } catch (CharacterCodingException e) {
            throw BodyProblems.notUtf8();
        } catch (IOException e) {
            throw BodyProblems.of(e);
        }
        if (value == null) {
            throw BodyProblems.isNull();
        }
        return value;
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
        // An error is written when it is made.
        out.write(value instanceof byte[] written ? written : MAPPER.writeValueAsBytes(value));
    }
}
