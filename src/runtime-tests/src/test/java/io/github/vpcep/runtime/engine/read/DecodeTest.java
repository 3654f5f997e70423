package io.github.vpcep.runtime.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Page;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;

/** Successful answers: understood, or a decode exception that says why not. Never null, never half an answer. */
class DecodeTest {
    private static final String PAGE = "{\"books\":[{\"title\":\"a\",\"pages\":3}],\"total\":1}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private VpcepDecodeException failure(Face face) {
        return catchThrowableOfType(
                VpcepDecodeException.class, () -> face.send(shelf.client().list()));
    }

    @ParameterizedTest
    @EnumSource
    void call_whenAnswerIsGood_returnsIt(Face face) {
        shelf.answers(200, PAGE);
        assertThat(face.send(shelf.client().list())).isEqualTo(new Page(List.of(new Book("a", 3)), 1));
    }

    @ParameterizedTest
    @EnumSource
    void call_whenOperationHasNoAnswer_isDoneWhateverTheBody(Face face) {
        shelf.server().enqueue(new MockResponse.Builder().code(204).build());
        shelf.answers(200, "<html>");

        assertThat(face.send(shelf.client().remove("b-1"))).isNull();
        assertThat(face.send(shelf.client().remove("b-2"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Application/JSON",
                "application/problem+json",
                "text/html",
                "text/plain; charset=utf-8",
                "nonsense",
                "application/json;charset=GBK"
            })
    void call_whenContentTypeIsOdd_readsTheBodyByWhatItIs(String contentType) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .setHeader("Content-Type", contentType)
                        .body(PAGE.replace("\"a\"", "\"书\""))
                        .build());
        assertThat(shelf.client().list().execute().books()).containsExactly(new Book("书", 3));
    }

    @Test
    void call_whenThereIsNoContentType_readsTheBodyByWhatItIs() {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .removeHeader("Content-Type")
                        .body(PAGE)
                        .build());
        assertThat(shelf.client().list().execute().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void call_whenBodyIsHtml_throwsDecodeExceptionThatKeepsTheBody(Face face) {
        String html = "<!DOCTYPE html>\n<html><body>Welcome to nginx!</body></html>";
        shelf.answers(200, html);
        VpcepDecodeException e = failure(face);
        assertThat(e.operation()).isEqualTo("ListBooks");
        assertThat(e.field()).isEqualTo("$");
        assertThat(e.status()).isEqualTo(200);
        assertThat(e.requestId()).isEqualTo("r-77");
        assertThat(e.rawBody()).isEqualTo(html);
        assertThat(e).hasCauseInstanceOf(com.fasterxml.jackson.core.JsonParseException.class);
        assertThat(e)
                .hasMessage("ListBooks was answered with HTTP 200, but the body cannot be read at $: "
                        + "the body is not JSON, it looks like HTML or XML (request id r-77); "
                        + "the body starts with: <!DOCTYPE html> <html><body>Welcome to nginx!</body></html>");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("", "$", "the body is empty"),
                Arguments.of(" \n", "$", "the body is empty"),
                Arguments.of("null", "$", "the body is null"),
                Arguments.of("[]", "$", "Cannot deserialize value of type `io.github.vpcep.runtime.engine.Shelf$Page`"),
                Arguments.of("\"\"", "$", "Cannot"),
                Arguments.of("7", "$", "Cannot"),
                Arguments.of("upstream timed out", "$", "the body is not valid JSON: Unrecognized token 'upstream'"),
                Arguments.of("{", "$", "the JSON ends before it is complete"),
                Arguments.of("{\"books\":[{\"title\":\"a\",\"pa", "books[0]", "the JSON ends before it is complete"),
                Arguments.of("{\"books\":[{\"title\":\"a\"},{\"pages\":\"many\"}]}", "books[1].pages", "\"many\""),
                Arguments.of("{\"books\":{\"title\":\"a\"}}", "books", "from Object value"),
                Arguments.of("{\"books\":[],\"total\":[1]}", "total", "from Array value"),
                Arguments.of("{\"books\":[],\"other\":1}", "other", "Unrecognized field \"other\""),
                Arguments.of(PAGE + "<!-- served by -->", "$", "the body is not valid JSON"),
                Arguments.of(PAGE + PAGE, "$", "Trailing token"),
                Arguments.of("[".repeat(5000), "$", "… (5000 characters)"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void call_whenBodyIsNotWhatWasPromised_namesFieldAndReason(String body, String field, String reason) {
        for (Face face : Face.values()) {
            shelf.answers(200, body);
            VpcepDecodeException e = failure(face);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.getMessage())
                    .startsWith("ListBooks was answered with HTTP 200, but the body cannot be read at " + field + ": ")
                    .contains(reason)
                    .doesNotContain("\n")
                    .hasSizeLessThan(700);
            assertThat(e.rawBody()).isEqualTo(body);
            assertThat(e.requestId()).isEqualTo("r-77");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void call_whenStatusAllowsNoBody_throwsInsteadOfReturningNull(int status) {
        for (Face face : Face.values()) {
            shelf.server()
                    .enqueue(new MockResponse.Builder()
                            .code(status)
                            .setHeader("X-Request-Id", "r-77")
                            .build());
            VpcepDecodeException e = failure(face);
            assertThat(e)
                    .hasMessage("ListBooks was answered with HTTP " + status
                            + ", but the body cannot be read at $: the body is empty (request id r-77)");
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.rawBody()).isEmpty();
        }
    }

    @Test
    void call_whenBodyIsNotUtf8_throwsDecodeException() {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .body(new Buffer()
                                .writeUtf8("{\"books\":[{\"title\":\"")
                                .write(new byte[] {(byte) 0xff, (byte) 0xfe})
                                .writeUtf8("\"}]}"))
                        .build());
        VpcepDecodeException e = failure(Face.SYNC);
        assertThat(e.field()).isEqualTo("books[0].title");
        assertThat(e).hasMessageContaining("the body is not valid JSON: Invalid UTF-8");
    }

    /** A model may check itself; what it throws must not pass for a fault of the caller's arguments. */
    record Fussy(@Nullable String name) {
        Fussy {
            if (name == null) {
                throw new IllegalArgumentException("name is missing");
            }
        }
    }

    interface FussyApi {
        @GET("fussy")
        Call<List<Fussy>> list();
    }

    @ParameterizedTest
    @EnumSource
    void call_whenTheModelRefuses_throwsDecodeException(Face face) {
        shelf.answers(200, "[{\"name\":\"a\"},{}]");
        Engine engine = shelf.client().engine();
        var call = engine.prepare(
                Operation.of("ListFussy", "GET", "/fussy"),
                engine.api(FussyApi.class).list());
        VpcepDecodeException e = catchThrowableOfType(VpcepDecodeException.class, () -> face.send(call));
        assertThat(e.field()).isEqualTo("[1]");
        assertThat(e).hasMessageContaining("name is missing");
    }

    /** A reader with a fault of its own, such as a class that is missing at run time. */
    static final class FaultyReader extends JsonDeserializer<Faulty> {
        @Override
        public Faulty deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            switch (parser.getText()) {
                case "exception" -> throw new UnsupportedOperationException("no idea");
                case "error" -> throw new NoClassDefFoundError("Some/Type");
                default -> throw new StackOverflowError();
            }
        }
    }

    @JsonDeserialize(using = FaultyReader.class)
    record Faulty() {}

    interface FaultyApi {
        @GET("faulty")
        Call<Faulty> get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "overflow"})
    @Timeout(30)
    void call_whenTheReaderItselfFails_endsOnBothFaces(String fault) {
        for (Face face : Face.values()) {
            shelf.answers(200, '"' + fault + '"');
            Engine engine = shelf.client().engine();
            var call = engine.prepare(
                    Operation.of("GetFaulty", "GET", "/faulty"),
                    engine.api(FaultyApi.class).get());
            VpcepDecodeException e = catchThrowableOfType(VpcepDecodeException.class, () -> face.send(call));
            assertThat(e.operation()).isEqualTo("GetFaulty");
            assertThat(e.rawBody()).isEqualTo('"' + fault + '"');
        }
    }
}
