package io.github.vpcep.runtime.engine.read;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.vpcep.runtime.engine.call.Thrown;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Reads JSON for Retrofit: from its bytes, once, which are kept when they are not understood. */
public final class JsonReading extends Converter.Factory {
    private final ObjectMapper json;

    /** Creates what reads with a mapper. */
    public JsonReading(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] method, Retrofit retrofit) {
        ObjectReader reader =
                json.readerFor(json.constructType(type)).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return body -> read(reader, body);
    }

    private static Object read(ObjectReader reader, ResponseBody body) throws IOException {
        try {
            byte[] bytes = body.bytes();
            Object value;
            try {
                value = reader.readValue(bytes);
            } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
                throw new Unreadable(text(bytes, body.contentType()), e);
            }
            if (value == null) {
                throw new Unreadable(text(bytes, body.contentType()), null);
            }
            return value;
        } catch (Error e) {
            throw new Thrown(e);
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
