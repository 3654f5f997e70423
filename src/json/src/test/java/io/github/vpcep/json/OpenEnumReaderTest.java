package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenEnumReaderTest {
    private static final Colour RED = new Colour("red");
    private static final Colour READY = new Colour("ready");

    private final ObjectMapper json = VpcepJson.mapper();

    @JsonDeserialize(using = Reader.class)
    record Colour(String text) {
        static Colour other(String text) {
            return new Colour("other " + text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static final class Reader extends OpenEnumReader<Colour> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Colour.class, List.of(RED, READY), Colour::other, text -> new Colour("exactly " + text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"red\"", "\"\\u0072ed\"", "  \"red\" "})
    void text_spelledAsTheContractSpellsIt_isTheKnownValueItself(String text) throws Exception {
        assertThat(json.readValue(text, Colour.class)).isSameAs(RED);
    }

    @Test
    void text_thatBeginsLikeAnother_isItsOwnValue() throws Exception {
        assertThat(json.readValue("[\"ready\",\"red\"]", Colour[].class)).containsExactly(READY, RED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "re", "reds", "Red", "rød", "🐳"})
    void text_ofAnyOtherSpelling_isLeftToTheType(String text) throws Exception {
        assertThat(json.readValue(json.writeValueAsString(text), Colour.class)).isEqualTo(new Colour("other " + text));
    }

    @Test
    void text_ofAnyOtherSpelling_readByAServer_isLeftToTheTypeToTheLetter() throws Exception {
        assertThat(VpcepJson.serverMapper().readValue("[\"red\",\"RED\"]", Colour[].class))
                .containsExactly(RED, new Colour("exactly RED"));
    }

    @Test
    void text_longerThanTheParsersBuffer_isReadWhole() throws Exception {
        String text = "red".repeat(100_000);
        assertThat(json.readValue("\"" + text + "\"", Colour.class)).isEqualTo(new Colour("other " + text));
    }

    @Test
    void null_isNone() throws Exception {
        assertThat(json.readValue("null", Colour.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "{}", "[\"red\"]"})
    void whatIsNoText_isRefused(String text) {
        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() -> json.readValue(text, Colour.class))
                .withMessageContaining("Colour");
    }
}
