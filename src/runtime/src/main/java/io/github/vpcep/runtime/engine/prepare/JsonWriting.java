package io.github.vpcep.runtime.engine.prepare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.vpcep.runtime.engine.call.OneShotBody;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Writes bodies and parameters for Retrofit: a body is in memory before anything is sent. */
public final class JsonWriting extends Converter.Factory {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ObjectMapper json;

    /** Creates what writes with a mapper. */
    public JsonWriting(ObjectMapper json) {
        this.json = WholeText.in(json);
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
        ObjectWriter writer = json.writerFor(json.constructType(type));
        return value -> new OneShotBody(writer.writeValueAsBytes(value), JSON);
    }

    @Override
    public Converter<?, String> stringConverter(Type type, Annotation[] parameter, Retrofit retrofit) {
        String name = name(parameter);
        return value -> {
            String text = value.toString();
            String fault = WholeText.fault(text);
            if (fault != null) {
                throw new IllegalArgumentException(name + " cannot be written: " + fault);
            }
            return text;
        };
    }

    private static String name(Annotation[] parameter) {
        for (Annotation each : parameter) {
            if (each instanceof Path path) {
                return path.value();
            }
            if (each instanceof Query query) {
                return query.value();
            }
        }
        return "a parameter";
    }
}
