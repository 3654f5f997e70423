package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private final ObjectMapper json = VpcepJson.mapper();

    static final class Probe {
        @JsonProperty
        @JsonDeserialize(using = DateReader.class)
        @Nullable
        LocalDate day;
    }

    @Test
    void date_isADayWithoutATime() throws Exception {
        assertThat(json.readValue("{\"day\": \"2024-02-29\"}", Probe.class).day).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2023-02-29\"", "\"2022-08-03T00:00:00Z\"", "\"\"", "20220803", "{}"})
    void whatIsNoDate_fails_namingTheField(String sent) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue("{\"day\": " + sent + "}", Probe.class))
                .withMessageContaining("day");
    }
}
