package io.github.vpcep.runtime.engine.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.engine.call.OneShotBody;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** How bodies and parameters are written for Retrofit. */
class JsonWritingTest {
    private static final String HALF = "ab\ud83d";

    private final ObjectMapper json = new ObjectMapper();
    private final JsonWriting writing = new JsonWriting(json);
    private final Retrofit retrofit =
            new Retrofit.Builder().baseUrl("http://localhost").build();

    interface Api {
        @GET("{a}")
        Call<Void> get(@Path("a") String first, @Query("b") String second, @Header("C") String third);
    }

    private String written(Map<String, ?> body) throws IOException {
        @SuppressWarnings("unchecked") // what the factory makes for a map
        var converter = (Converter<Map<String, ?>, RequestBody>)
                writing.requestBodyConverter(Map.class, new Annotation[0], new Annotation[0], retrofit);
        OneShotBody sent = (OneShotBody) Objects.requireNonNull(converter.convert(body));
        assertThat(sent.contentType()).hasToString("application/json");
        return new String(sent.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void body_isWrittenAsTheMapperWrites() throws IOException {
        Map<String, ?> body = Map.of("a", List.of("b\"\ud83d\ude00", 7));
        assertThat(written(body)).isEqualTo(new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8));
    }

    @Test
    void body_withHalfACharacter_isRefused_asValueAndAsName() throws IOException {
        String fault = "character 3 of 3 is half of one (a surrogate without the other), which cannot be sent";
        assertThatThrownBy(() -> written(Map.of("a", HALF))).hasMessageStartingWith(fault);
        assertThatThrownBy(() -> written(Map.of(HALF, "a")))
                .hasMessageStartingWith("in the name of a property, " + fault);
        assertThat(json.writeValueAsString(Map.of(HALF, HALF)))
                .as("the mapper that was given")
                .contains("ab");
    }

    @ParameterizedTest
    @CsvSource({"0,a", "1,b", "2,a parameter"})
    void parameter_isTextWithoutHalfACharacter_elseItsNameIsTold(int place, String name) throws Exception {
        Annotation[] annotations = Api.class.getDeclaredMethod("get", String.class, String.class, String.class)
                .getParameterAnnotations()[place];
        @SuppressWarnings("unchecked") // what the factory makes for a parameter
        var converter = (Converter<Object, String>) writing.stringConverter(String.class, annotations, retrofit);
        assertThat(converter.convert(7)).isEqualTo("7");
        assertThatThrownBy(() -> converter.convert(HALF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " cannot be written: character 3 of 3 is half of one");
    }
}
