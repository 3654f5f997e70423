package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an application's own handler of Jackson's gives in the place of a wrong value is what is read; without one it is
 * told why.
 */
class HandledTest {
    static final class Probe {
        @JsonProperty
        @JsonDeserialize(using = InstantReader.class)
        @Nullable
        Instant time;

        @JsonProperty
        @JsonDeserialize(using = DateReader.class)
        @Nullable
        LocalDate day;

        @JsonProperty
        @JsonDeserialize(using = TextBooleanReader.class)
        @Nullable
        Boolean on;

        @JsonProperty
        @JsonDeserialize(using = TextIntegerReader.class)
        @Nullable
        Integer port;

        @JsonProperty
        @JsonDeserialize(using = JsonObjectReader.class)
        @Nullable
        Map<String, @Nullable Object> object;

        @JsonProperty
        @JsonDeserialize(using = StateReader.class)
        @Nullable
        State state;

        @JsonProperty
        @JsonDeserialize(contentUsing = JsonTextReader.class)
        @Nullable
        List<Probe> parts;
    }

    record State(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static final class StateReader extends OpenEnumReader<State> {
        private static final long serialVersionUID = 1L;

        StateReader() {
            super(State.class, List.of(new State("up")), State::new, State::new);
        }
    }

    private static final Probe INNER = new Probe();
    private static final Map<Class<?>, Object> INSTEAD = Map.of(
            Instant.class,
            Instant.EPOCH,
            LocalDate.class,
            LocalDate.EPOCH,
            Boolean.class,
            true,
            Integer.class,
            7,
            Map.class,
            Map.of("a", 1),
            State.class,
            new State("instead"),
            Probe.class,
            INNER);

    private static final class Instead extends DeserializationProblemHandler {
        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String text, String failure) {
            return instead(type);
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure)
                throws IOException {
            parser.skipChildren();
            return instead(type.getRawClass());
        }

        private static Object instead(Class<?> type) {
            return Objects.requireNonNull(INSTEAD.get(type));
        }
    }

    private static @Nullable Object valueOf(Probe probe) {
        for (Object each : new @Nullable Object[] {
            probe.time, probe.day, probe.on, probe.port, probe.object, probe.state, probe.parts
        }) {
            if (each != null) {
                return each instanceof List<?> list ? list.get(0) : each;
            }
        }
        return null;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time | 1 | from Integer value",
                "time | \"noon\" | not a timestamp such as 2022-08-03T03:03:54Z",
                "day | 1 | from Integer value",
                "day | \"today\" | not a date such as 2022-08-03",
                "on | 1 | from Integer value",
                "on | \"yes\" | neither \"true\" nor \"false\"",
                "port | [1] | from Array value",
                "port | \"http\" | text that holds no integer",
                "port | \"2147483648\" | text that holds an integer too large",
                "object | [1] | from Array value",
                "object | \"\" | from String value",
                "state | 1 | from Integer value",
                "parts | [\"{\"] | text that holds no JSON of this type: Unexpected end-of-input",
                "parts | [\"{}1\"] | text that goes on after its JSON"
            })
    void value_thatIsWrong_isWhatAHandlerGives_andElseIsRefusedWithAReason(String name, String sent, String reason)
            throws Exception {
        String text = "{\"" + name + "\":" + sent + "}";
        Probe read = VpcepJson.mapper().addHandler(new Instead()).readValue(text, Probe.class);

        Object value = valueOf(read);
        assertThat(value).isNotNull();
        assertThat(INSTEAD).containsValue(value);
        ObjectMapper plain = VpcepJson.mapper();
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> plain.readValue(text, Probe.class))
                .withMessageContaining(reason);
    }

    @Test
    void object_isReadAsOne() throws Exception {
        assertThat(VpcepJson.mapper().readValue("{\"object\":{\"a\":[1]}}", Probe.class).object)
                .isEqualTo(Map.of("a", List.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"yes\""})
    void boolean_thatIsWrong_isWhatAHandlerGives_alsoFalse(String sent) throws Exception {
        ObjectMapper json = VpcepJson.mapper().addHandler(new DeserializationProblemHandler() {
            @Override
            public Object handleWeirdStringValue(
                    DeserializationContext context, Class<?> type, String text, String failure) {
                return false;
            }

            @Override
            public Object handleUnexpectedToken(
                    DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure) {
                return false;
            }
        });

        assertThat(json.readValue("{\"on\":" + sent + "}", Probe.class).on).isFalse();
    }
}
