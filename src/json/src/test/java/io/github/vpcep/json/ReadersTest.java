package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    private final ObjectMapper json = VpcepJson.mapper();

    /** One property of each kind. */
    static final class Probe {
        @JsonProperty
        @JsonDeserialize(using = TextBooleanReader.class)
        @Nullable
        Boolean on;

        @JsonProperty
        @JsonDeserialize(using = InstantReader.class)
        @Nullable
        Instant at;

        @JsonProperty
        @JsonDeserialize(using = LocalInstantReader.class)
        @Nullable
        Instant local;

        @JsonProperty
        @JsonDeserialize(contentUsing = JsonTextReader.class)
        @Nullable
        List<Probe> parts;

        @JsonProperty
        @JsonDeserialize(using = TextIntegerReader.class)
        @Nullable
        Integer port;

        @JsonProperty
        @JsonDeserialize(using = TextIntegerReader.class)
        @Nullable
        Long mark;

        @JsonProperty
        @JsonDeserialize(using = SingleItemReader.class)
        @Nullable
        Probe part;

        @JsonProperty
        @Nullable
        Boolean strict;

        @JsonProperty
        @Nullable
        String text;

        @JsonProperty
        @Nullable
        Integer number;
    }

    private Probe read(String text) throws JsonProcessingException {
        return json.readValue(text, Probe.class);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "'\"true\"',true", "'\"FALSE\"',false", "'\"True\"',true"})
    void textBoolean_readsBooleansAndTheirNames(String sent, boolean read) throws JsonProcessingException {
        assertThat(read("{\"on\":" + sent + "}").on).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "\"\"", "1", "[]", "{}"})
    void textBoolean_whenNeither_namesTheField(String sent) {
        assertRefused("{\"on\":" + sent + "}", "on");
    }

    @Test
    void textBoolean_whenNull_isNull() throws JsonProcessingException {
        assertThat(read("{\"on\":null}").on).isNull();
    }

    @ParameterizedTest
    @CsvSource({"8080,8080", "'\"8080\"',8080", "'\"0080\"',80", "'\"-1\"',-1", "'\"2147483647\"',2147483647"})
    void textInteger_readsNumbersAndTheirDigits(String sent, int read) throws JsonProcessingException {
        assertThat(read("{\"port\":" + sent + "}").port).isEqualTo(read);
    }

    @Test
    void textInteger_readsNumbersOf64Bits() throws JsonProcessingException {
        assertThat(read("{\"mark\":\"9223372036854775807\"}").mark).isEqualTo(Long.MAX_VALUE);
        assertThat(read("{\"mark\":16777510}").mark).isEqualTo(16777510L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" 1\"",
                "\"+1\"",
                "\"1.0\"",
                "\"http\"",
                "\"2147483648\"",
                "2147483648",
                "1.0",
                "true",
                "[1]",
                "{}"
            })
    void textInteger_whenNeither_namesTheField(String sent) {
        assertRefused("{\"port\":" + sent + "}", "port");
    }

    @Test
    void textInteger_whenNull_isNull() throws JsonProcessingException {
        assertThat(read("{\"port\":null}").port).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":1}", "[{\"number\":1}]"})
    void singleItem_readsTheObjectAndAListOfIt(String sent) throws JsonProcessingException {
        assertThat(read("{\"part\":" + sent + ",\"number\":2}")).satisfies(read -> {
            assertThat(read.part).extracting(part -> part.number).isEqualTo(1);
            assertThat(read.number).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void singleItem_whenThereIsNone_isNull(String sent) throws JsonProcessingException {
        assertThat(read("{\"part\":" + sent + "}").part).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{},{}]", "[null]", "[[{}]]", "\"\"", "1", "[1]"})
    void singleItem_whenItIsNotOne_namesTheField(String sent) {
        assertRefused("{\"part\":" + sent + "}", "part");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-10-18T06:49:46Z,2018-10-18T06:49:46Z",
        "2018-10-18T06:49:46.123456Z,2018-10-18T06:49:46.123456Z",
        "2018-10-18T14:49:46+08:00,2018-10-18T06:49:46Z"
    })
    void instant_readsFractionsAndOffsets(String sent, Instant read) throws JsonProcessingException {
        assertThat(read("{\"at\":\"" + sent + "\"}").at).isEqualTo(read);
    }

    @Test
    void instant_readsEveryDayAsJavaTimeDoes() throws JsonProcessingException {
        Instant end = Instant.parse("2101-01-01T00:00:00Z");
        // A step of a day, an hour, a minute and a second: every day, and all times of day.
        for (Instant at = Instant.parse("1899-12-31T23:59:59Z"); at.isBefore(end); at = at.plusSeconds(90_061)) {
            assertThat(read("{\"at\":\"" + at + "\"}").at).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T00:00:00Z",
                "2023-04-31T00:00:00Z",
                "2023-00-01T00:00:00Z",
                "2023-13-01T00:00:00Z",
                "2023-01-00T00:00:00Z",
                "2023-01-32T00:00:00Z",
                "2023-01-01T24:00:01Z",
                "2023-01-01T00:60:00Z",
                "2023-01-01T00:00:60Z",
                "2o23-01-01T00:00:00Z",
                "2023-01-01 00:00:00Z",
                "2023-01-01T00:00:0-Z",
                "２023-01-01T00:00:00Z"
            })
    void instant_whenOfTheUsualLengthButWrong_namesTheField(String sent) {
        assertRefused("{\"at\":\"" + sent + "\"}", "at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "\"2018-10-18\"",
                "\"2018-10-18T06:49:46\"",
                "\"2018-10-18T06:49:46Z+\"",
                "\"+12345-10-18T06:49:46Z\"",
                "1539845386",
                "[]"
            })
    void instant_whenNoTimestamp_namesTheField(String sent) {
        assertRefused("{\"at\":" + sent + "}", "at");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-30T07:42:01.174,2018-01-30T07:42:01.174Z",
        "2018-01-30T07:42:01,2018-01-30T07:42:01Z",
        "2018-01-30T07:42:01Z,2018-01-30T07:42:01Z",
        "2018-01-30T07:42:01.174z,2018-01-30T07:42:01.174Z",
        "2018-01-30T07:42:01.174-01:00,2018-01-30T08:42:01.174Z"
    })
    void localInstant_withoutAZone_isInUtc(String sent, Instant read) throws JsonProcessingException {
        assertThat(read("{\"local\":\"" + sent + "\"}").local).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01-30",
                "07:42:01",
                "2018-01-30 07:42:01",
                "2018-02-30T07:42:01",
                "2018-01-30T07:42:01[UTC]"
            })
    void localInstant_whenNoTimestamp_namesTheField(String sent) {
        assertRefused("{\"local\":\"" + sent + "\"}", "local");
    }

    @Test
    void jsonText_readsObjectsAndTheirText() throws JsonProcessingException {
        Probe read = read("{\"parts\":[{\"number\":1},\"{\\\"number\\\":2}\"]}");

        assertThat(read.parts).extracting(part -> part.number).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"no json\"", "\"[1]\"", "\"{\\\"number\\\":\"", "\"{} x\"", "\"{}{}\"", "3"})
    void jsonText_whenNoJsonOfTheType_namesTheItem(String sent) {
        assertRefused("{\"parts\":[" + sent + "]}", "parts[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "strict,'\"true\"'",
        "strict,1",
        "text,1",
        "text,true",
        "text,1.5",
        "number,'\"1\"'",
        "number,1.0",
        "number,true",
        "parts,'\"\"'",
        "parts,{}"
    })
    void mapper_whenTypeDiffers_namesTheField(String field, String sent) {
        assertRefused("{\"" + field + "\":" + sent + "}", field);
    }

    @Test
    void mapper_whenTextFollows_refuses() {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read("{} {}"));
    }

    @Test
    void copyOf_whenAnItemIsNull_namesListAndPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lists.copyOf(Arrays.asList("a", null), "Tag", "values", "Values"))
                .withMessage("Tag.values (\"Values\") must not hold null, but its item 1 is");
    }

    @Test
    void property_whenItIsMissing_isNamedInJavaAndInJson() {
        assertThatExceptionOfType(MissingPropertyException.class)
                .isThrownBy(() -> Required.property(null, "Tag", "texts", "values"))
                .withMessage("Tag.texts (\"values\") must not be null")
                .satisfies(missing -> {
                    assertThat(missing).isInstanceOf(IllegalArgumentException.class);
                    assertThat(missing.type()).isEqualTo("Tag");
                    assertThat(missing.name()).isEqualTo("texts");
                    assertThat(missing.wireName()).isEqualTo("values");
                });
    }

    @Test
    void property_whenItIsThere_isGivenBack() {
        assertThat(Required.property("a", "Tag", "texts", "values")).isEqualTo("a");
    }

    @Test
    void copyOf_doesNotFollowTheOriginal() {
        String[] original = {"a"};
        List<String> copy = Lists.copyOf(Arrays.asList(original), "Tag", "values", "Values");

        original[0] = "b";

        assertThat(copy).containsExactly("a");
    }

    private void assertRefused(String text, String path) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.getPath().stream()
                                .map(step ->
                                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                                .collect(Collectors.joining()))
                        .isEqualTo(path));
    }
}
