package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual form is read by hand, and has to be what java.time makes of it, right or wrong. */
class InstantReaderTest {
    private final ObjectMapper json = VpcepJson.mapper();

    static final class Probe {
        @JsonProperty
        @JsonDeserialize(using = InstantReader.class)
        @Nullable
        Instant time;
    }

    private Optional<Instant> read(String text) throws Exception {
        try {
            return Optional.ofNullable(json.readValue("{\"time\":\"" + text + "\"}", Probe.class).time);
        } catch (JsonMappingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> expected(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void assertReadAsByJavaTime(List<String> texts) throws Exception {
        List<String> different = new ArrayList<>();
        for (String text : texts) {
            if (!read(text).equals(expected(text))) {
                different.add(text + " is " + read(text) + ", not " + expected(text));
            }
        }
        assertThat(different).isEmpty();
    }

    /** Years that are leap years, and that are not, by each of the rules. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1583, 1900, 1969, 1970, 1999, 2000, 2022, 2023, 2024, 2100, 2400, 9999})
    void everyDayOfEveryMonth_alsoThoseThatAreNone(int year) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int month = 0; month <= 13; month++) {
            for (int day = 0; day <= 32; day++) {
                texts.add("%04d-%02d-%02dT23:59:59Z".formatted(year, month, day));
            }
        }
        assertReadAsByJavaTime(texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-11-30T%02d:00:00Z", "2022-11-30T00:%02d:00Z", "2022-11-30T00:00:%02dZ"})
    void everyHourMinuteAndSecond_alsoThoseThatAreNone(String form) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            // java.time takes midnight of the next day for 24:00:00.
            texts.add(form.formatted(number));
        }
        assertReadAsByJavaTime(texts);
    }

    /** Each character of the form in turn is another. */
    @ParameterizedTest
    @ValueSource(chars = {'x', '/', ':', '-', ' ', '+', '\u0661'})
    void otherCharacterAnywhere(char other) throws Exception {
        String right = "2022-11-30T12:34:56Z";
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < right.length(); at++) {
            texts.add(right.substring(0, at) + other + right.substring(at + 1));
        }
        assertReadAsByJavaTime(texts);
    }

    /** Tells of each text that it leaves to java.time. */
    static final class Telling extends InstantReader {
        private static final long serialVersionUID = 1L;
        private static final List<String> LEFT = new ArrayList<>();

        @Override
        Instant parse(String text) {
            LEFT.add(text);
            return super.parse(text);
        }
    }

    static final class Told {
        @JsonProperty
        @JsonDeserialize(using = Telling.class)
        @Nullable
        Instant time;
    }

    /** Which takes two thirds of the time and memory of reading a page. */
    @Test
    void usualForm_isNotLeftToJavaTime_exceptForTheLeapDay() throws Exception {
        Telling.LEFT.clear();
        // A step of a day, an hour, a minute and a second: every day, and all times of day.
        Instant end = Instant.parse("2029-01-01T00:00:00Z");
        for (Instant at = Instant.parse("2023-12-31T23:59:59Z"); at.isBefore(end); at = at.plusSeconds(90_061)) {
            json.readValue("{\"time\":\"" + at + "\"}", Told.class);
        }
        for (String each : List.of("00:00:00", "23:59:59", "09:09:09", "10:10:10")) {
            json.readValue("{\"time\":\"2022-11-30T" + each + "Z\"}", Told.class);
        }
        assertThat(Telling.LEFT).hasSizeBetween(1, 2).allMatch(text -> text.contains("-02-29T"));
    }
}
