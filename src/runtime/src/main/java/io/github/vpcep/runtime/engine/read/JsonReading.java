package io.github.vpcep.runtime.engine.read;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.vpcep.runtime.engine.call.Thrown;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * Reads JSON for Retrofit from its bytes, which are still there when they are not understood. What cannot be read as it
 * should be is read again with {@link OptionalValues}, so that a good answer pays nothing for that.
 */
public final class JsonReading extends Converter.Factory {
    private final ObjectMapper json;
    private final ObjectMapper tolerant;
    private final BiConsumer<String, String> told;

    /**
     * Creates what reads with a mapper.
     *
     * @param told is told of each optional property whose value was none of its type: method and path of the request,
     *     as in {@code GET /v1/{project_id}/books}, and type and name of the property
     */
    public JsonReading(ObjectMapper json, BiConsumer<String, String> told) {
        this.json = json;
        this.tolerant = OptionalValues.over(json);
        this.told = told;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] method, Retrofit retrofit) {
        ObjectReader reader = reader(json, type);
        ObjectReader again =
                OptionalValues.telling(reader(tolerant, type), property -> told.accept(request(method), property));
        return body -> read(reader, again, body);
    }

    private static ObjectReader reader(ObjectMapper json, Type type) {
        return json.readerFor(json.constructType(type)).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static String request(Annotation[] method) {
        for (Annotation each : method) {
            String request = each instanceof GET get
                    ? "GET /" + get.value()
                    : each instanceof POST post
                            ? "POST /" + post.value()
                            : each instanceof PUT put
                                    ? "PUT /" + put.value()
                                    : each instanceof DELETE delete ? "DELETE /" + delete.value() : null;
            if (request != null) {
                return request;
            }
        }
        return "a request";
    }

    private static Object read(ObjectReader reader, ObjectReader again, ResponseBody body) throws IOException {
        try (BufferedSource source = body.source()) {
            // Whole before any of it is read: what breaks off here is no bad JSON.
            source.request(Long.MAX_VALUE);
            Object value;
            try {
                value = read(reader, again, source.getBuffer());
            } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
                throw new Unreadable(text(source.readByteArray(), body.contentType()), e);
            }
            if (value == null) {
                throw new Unreadable(text(source.readByteArray(), body.contentType()), null);
            }
            return value;
        } catch (Error e) {
            throw new Thrown(e);
        }
    }

    private static Object read(ObjectReader reader, ObjectReader again, Buffer body) throws IOException {
        try {
            return reader.readValue(new HeldBytes(body));
        } catch (JsonMappingException e) {
            return again.readValue(new HeldBytes(body));
        }
    }

    private static String text(byte[] bytes, @Nullable MediaType type) {
        var charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /** A body that arrived whole but was not understood, on its way through Retrofit. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        private final String body;

        Unreadable(String body, @Nullable Throwable cause) {
            super(cause);
            this.body = body;
        }

        String body() {
            return body;
        }
    }
}
