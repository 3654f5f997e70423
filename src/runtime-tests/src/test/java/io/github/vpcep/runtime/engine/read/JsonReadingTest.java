package io.github.vpcep.runtime.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.vpcep.runtime.engine.Shelf;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** How bodies are read for Retrofit, and what is said of those that cannot be. */
class JsonReadingTest {
    private final List<String> told = new ArrayList<>();
    private final JsonReading reading =
            new JsonReading(Shelf.CONTRACT.json(), (request, property) -> told.add(request + " " + property));

    interface Api {
        @Headers("A: b")
        @GET("v1/a")
        Call<Void> get();

        @POST("v1/b")
        Call<Void> post();

        @PUT("v1/c")
        Call<Void> put();

        @DELETE("v1/d")
        Call<Void> delete();

        @HEAD("v1/e")
        Call<Void> head();
    }

    private Converter<ResponseBody, ?> converter(Class<?> type, String method) throws NoSuchMethodException {
        return reading.responseBodyConverter(
                type,
                Api.class.getDeclaredMethod(method).getAnnotations(),
                new Retrofit.Builder().baseUrl("http://localhost").build());
    }

    @ParameterizedTest
    @CsvSource({"get,GET /v1/a", "post,POST /v1/b", "put,PUT /v1/c", "delete,DELETE /v1/d", "head,a request"})
    void valueThatIsKept_isToldByItsRequest(String method, String request) throws Exception {
        converter(OptionalValuesTest.OpenBook.class, method)
                .convert(ResponseBody.create("{\"title\":\"a\",\"pages\":true}", null));
        assertThat(told).containsExactly(request + " OpenBook.pages");
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=iso-8859-1,iso-8859-1", "text/html,utf-8", "text/html; charset=none,utf-8", ",utf-8"
    })
    void bodyThatIsNotUnderstood_isKeptInItsOwnCharacters(@Nullable String type, String charset) throws Exception {
        for (String text : List.of("\u00e9", "null ")) {
            ResponseBody body = ResponseBody.create(
                    text.getBytes(Charset.forName(charset)), type == null ? null : MediaType.get(type));
            assertThat(catchThrowableOfType(
                            JsonReading.Unreadable.class,
                            () -> converter(Map.class, "get").convert(body)))
                    .extracting(JsonReading.Unreadable::body)
                    .isEqualTo(text);
        }
    }

    private static Exception failure(String json) {
        return catchThrowableOfType(
                JsonProcessingException.class, () -> Shelf.CONTRACT.json().readValue(json, int[].class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` `|the body is empty",
                "` <html>`|the body is not JSON, it looks like HTML or XML",
                "[1|the JSON ends before it is complete",
                "[}|the body is not valid JSON: Unexpected close marker",
                "[9999999999]|Numeric value",
                "[true]|Cannot deserialize value"
            })
    void body_thatIsNotUnderstood_isSaidInWords(String body, String words) {
        assertThat(JsonTrouble.inBody(body, failure(body))).startsWith(words);
    }

    @Test
    void body_thatIsNull_isSaidInWords() {
        assertThat(JsonTrouble.inBody("null", null)).isEqualTo("the body is null");
        assertThat(JsonTrouble.inBody("[]", new IllegalStateException("a\nb"))).isEqualTo("a");
        assertThat(JsonTrouble.inBody("[]", new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(JsonTrouble.inBody("[]", new IllegalStateException(""))).isEmpty();
    }

    @Test
    void field_isNamedByItsWay() {
        JsonMappingException trouble = new JsonMappingException((JsonParser) null, "m");
        assertThat(JsonTrouble.field(trouble)).isEqualTo("$");
        assertThat(JsonTrouble.field(null)).isEqualTo("$");
        assertThat(JsonTrouble.field(new IOException("a"))).isEqualTo("$");
        trouble.prependPath(Object.class, "c");
        trouble.prependPath(new JsonMappingException.Reference(Object.class));
        trouble.prependPath(Object.class, 0);
        trouble.prependPath(Object.class, "b");
        trouble.prependPath(Object.class, "a");
        assertThat(JsonTrouble.field(trouble)).isEqualTo("a.b[0][?].c");
    }

    @Test
    void request_thatCannotBeMade_saysWhy() {
        JsonMappingException trouble = new JsonMappingException((JsonParser) null, "m\nat");
        trouble.prependPath(Object.class, "a");
        assertThat(JsonTrouble.inRequest(new IllegalArgumentException("x", trouble)))
                .isEqualTo("field a cannot be written: m");
        assertThat(JsonTrouble.inRequest(new IllegalArgumentException("x\ny", new IOException("z"))))
                .isEqualTo("x");
    }
}
