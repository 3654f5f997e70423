package io.github.vpcep.runtime.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** JSON for Retrofit: bodies are read from their bytes, once, and kept when they are not understood. */
final class JsonConverters extends Converter.Factory {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ObjectMapper json;

    JsonConverters(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
        ObjectWriter writer = json.writerFor(json.constructType(type));
        return value -> new OneShotBody(writer.writeValueAsBytes(value), JSON);
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] method, Retrofit retrofit) {
        ObjectReader reader =
                json.readerFor(json.constructType(type)).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return body -> read(reader, body);
    }

    private static Object read(ObjectReader reader, ResponseBody body) throws IOException {
        byte[] bytes = body.bytes();
        Object value;
        try {
            value = reader.readValue(bytes);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            // Errors too: Retrofit would pass them on without completing an asynchronous call.
            throw new Unreadable(text(bytes, body.contentType()), e);
        }
        if (value == null) {
            throw new Unreadable(text(bytes, body.contentType()), null);
        }
        return value;
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
