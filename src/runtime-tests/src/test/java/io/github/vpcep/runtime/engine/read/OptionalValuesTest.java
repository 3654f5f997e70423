package io.github.vpcep.runtime.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** One bad optional value costs that value, and nothing else of the answer. */
class OptionalValuesTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    interface Api {
        @GET("v1/{project_id}/books")
        Call<OpenBook> open(@Path("project_id") String projectId);
    }

    /** Keeps what it does not know, as generated types do. */
    static final class OpenBook {
        @JsonProperty(required = true)
        private @Nullable String title;

        @JsonProperty
        private @Nullable Integer pages;

        @JsonProperty
        private @Nullable List<OpenBook> parts;

        private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

        @JsonAnySetter
        void keep(String name, @Nullable Object value) {
            others.put(name, value);
        }

        List<OpenBook> partsThatAreThere() {
            return Objects.requireNonNull(parts);
        }
    }

    /** Is filled through its builder, and keeps all else as text. */
    @JsonDeserialize(builder = BuiltBook.Builder.class)
    record BuiltBook(@Nullable Integer pages, Map<String, Object> others) {
        static final class Builder {
            private @Nullable Integer pages;
            private final Map<String, Object> others = new LinkedHashMap<>();

            @JsonProperty
            Builder withPages(@Nullable Integer pages) {
                this.pages = pages;
                return this;
            }

            @JsonAnySetter
            @JsonDeserialize(contentUsing = StringDeserializer.class)
            void keep(String name, Object value) {
                others.put(name, value);
            }

            BuiltBook build() {
                return new BuiltBook(pages, others);
            }
        }
    }

    /** Keeps nothing that it does not know. */
    static final class ClosedBook {
        @JsonProperty
        @Nullable
        Integer pages;
    }

    private final List<String> told = new ArrayList<>();

    private ObjectReader reader(Class<?> type) {
        return OptionalValues.telling(OptionalValues.over(Shelf.CONTRACT.json()).readerFor(type), told::add);
    }

    private ApiCall<OpenBook> call(String answer) {
        shelf.answers(200, answer);
        Engine engine = shelf.client().engine();
        return engine.prepare(Shelf.LIST, engine.api(Api.class).open("p-1"));
    }

    @ParameterizedTest
    @EnumSource
    void answer_withABadOptionalValue_isReadWithoutIt(Face face) {
        OpenBook book = face.send(
                call("{\"title\":\"a\",\"pages\":\"many\",\"new\":1,\"parts\":[{\"title\":\"b\",\"pages\":2}]}"));

        assertThat(book.title).isEqualTo("a");
        assertThat(book.pages).isNull();
        assertThat(book.others).isEqualTo(Map.of("pages", "many", "new", 1));
        assertThat(book.partsThatAreThere())
                .singleElement()
                .extracting(part -> part.pages)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":[1]}'", "'[[]]'", "2147483648", "true", "'\"\\u00e9\"'"})
    void value_ofWhateverKind_isKeptAsItWasSent(String sent) throws Exception {
        OpenBook book = call("{\"pages\":" + sent + ",\"title\":\"a\"}").execute();

        assertThat(book.pages).isNull();
        assertThat(Shelf.CONTRACT.json().readTree(Shelf.CONTRACT.json().writeValueAsString(book.others.get("pages"))))
                .isEqualTo(Shelf.CONTRACT.json().readTree(sent));
    }

    @Test
    void number_withManyDigits_isKeptExactly() {
        assertThat(call("{\"title\":\"a\",\"pages\":[0.12345678901234567890123456789]}")
                        .execute()
                        .others)
                .containsEntry("pages", List.of(new BigDecimal("0.12345678901234567890123456789")));
    }

    @Test
    void badValue_deepInside_costsTheNearestOptionalProperty() {
        OpenBook book =
                call("{\"title\":\"a\",\"parts\":[{\"title\":\"b\",\"parts\":[{\"pages\":1},{\"title\":\"d\"}]}]}")
                        .execute();

        OpenBook part = book.partsThatAreThere().get(0);
        assertThat(book.others).isEmpty();
        assertThat(part.title).isEqualTo("b");
        assertThat(part.parts).hasSize(2);

        OpenBook odd =
                call("{\"title\":\"a\",\"parts\":[{\"title\":\"b\",\"parts\":[{\"title\":{}},{\"title\":\"d\"}]}]}")
                        .execute();

        OpenBook rest = odd.partsThatAreThere().get(0);
        assertThat(rest.parts).isNull();
        assertThat(rest.others).containsOnlyKeys("parts");
        assertThat(odd.others).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void answer_withABadRequiredValue_failsAndNamesIt(Face face) {
        var call = call("{\"pages\":\"many\",\"title\":[]}");

        assertThat(catchThrowableOfType(VpcepDecodeException.class, () -> face.send(call)))
                .isNotNull()
                .extracting(VpcepDecodeException::field)
                .isEqualTo("title");
    }

    @Test
    void answer_whoseJsonIsBroken_failsAlthoughABadOptionalValueCameFirst() {
        var call = call("{\"title\":\"a\",\"pages\":\"many\",\"parts\":[}");

        assertThat(catchThrowableOfType(VpcepDecodeException.class, call::execute))
                .hasMessageContaining("is not valid JSON");
    }

    @Test
    void keptValue_isToldOnceAsAWarning_byOperationAndPropertyAndWithoutTheValue() {
        int before = SuiteLog.lines().size();
        for (int i = 0; i < 3; i++) {
            call("{\"title\":\"a\",\"parts\":[{\"title\":\"b\",\"pages\":\"secret\"}]}")
                    .execute();
        }

        assertThat(SuiteLog.since(before, Level.WARN))
                .singleElement()
                .asString()
                .startsWith("ListBooks was answered with a value of OpenBook.pages that the contract does not allow")
                .doesNotContain("secret");
        assertThat(SuiteLog.since(before, Level.DEBUG))
                .filteredOn(line -> line.contains("OpenBook.pages"))
                .hasSize(2);
    }

    @Test
    void value_ofATypeWithABuilder_isKeptAsTheTypeKeepsValues_andToldByTheType() throws Exception {
        assertThat(reader(BuiltBook.class).<BuiltBook>readValue("{\"pages\":7,\"new\":1}"))
                .isEqualTo(new BuiltBook(7, Map.of("new", "1")));
        assertThat(told).isEmpty();
        assertThat(reader(BuiltBook.class)
                        .<BuiltBook>readValue("{\"pages\":1.5e3,\"new\":1}")
                        .others())
                .hasSize(1);
        told.clear();
        assertThat(reader(BuiltBook.class).<BuiltBook>readValue("{\"pages\":true,\"new\":1}"))
                .isEqualTo(new BuiltBook(null, Map.of("pages", "true", "new", "1")));
        assertThat(told).containsExactly("BuiltBook.pages");
    }

    @Test
    void value_ofATypeThatKeepsNone_failsTheRead() {
        assertThat(catchThrowableOfType(
                        MismatchedInputException.class,
                        () -> reader(ClosedBook.class).readValue("{\"pages\":true}")))
                .isNotNull()
                .extracting(JsonTrouble::field)
                .isEqualTo("pages");
    }

    @Test
    void value_whenNobodyWantsToKnow_isKeptAllTheSame() throws Exception {
        OpenBook book = OptionalValues.over(Shelf.CONTRACT.json())
                .readValue("{\"title\":\"a\",\"pages\":true}", OpenBook.class);
        assertThat(book.others).isEqualTo(Map.of("pages", true));
    }
}
