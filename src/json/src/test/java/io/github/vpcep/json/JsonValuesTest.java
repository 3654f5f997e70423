package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    private final ObjectMapper json = VpcepJson.mapper();

    /** Keeps every property. */
    static final class Bag {
        @JsonAnyGetter
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        @JsonAnySetter
        @JsonDeserialize(contentUsing = JsonValueReader.class)
        void keep(String name, @Nullable Object value) {
            values.put(name, value);
        }
    }

    private @Nullable Object read(String value) throws JsonProcessingException {
        return json.readValue("{\"x\":" + value + "}", Bag.class).values.get("x");
    }

    private static Object nested(int depth) {
        Object value = List.of();
        for (int i = 1; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of("0", 0),
                Arguments.of("-2147483648", Integer.MIN_VALUE),
                Arguments.of("2147483648", 2_147_483_648L),
                Arguments.of("-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("9223372036854775808", new BigInteger("9223372036854775808")),
                Arguments.of("1.0", new BigDecimal("1.0")),
                Arguments.of("1e400", new BigDecimal("1e400")),
                Arguments.of("0.10", new BigDecimal("0.10")),
                Arguments.of("-0", -0.0),
                Arguments.of("-0.0", -0.0));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void reader_givenANumber_readsTheSmallestTypeThatIsExact(String sent, Number read) throws JsonProcessingException {
        assertThat(read(sent)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "9223372036854775808", "1.0", "1.00", "-0.0", "1E+400", "3.141592653589793238462643383279"})
    void reader_givenANumber_isWrittenAgainToTheLetter(String sent) throws JsonProcessingException {
        assertThat(json.writeValueAsString(json.readValue("{\"x\":" + sent + "}", Bag.class)))
                .isEqualTo("{\"x\":" + sent + "}");
    }

    @Test
    void reader_givenHalfACharacter_keepsIt() throws JsonProcessingException {
        assertThat(read("\"\\ud83d\"")).isEqualTo("\ud83d");
    }

    @Test
    void reader_givenListsAndObjects_readsThemUnmodifiable() throws JsonProcessingException {
        Object read = read("{\"list\":[null,true,{\"a\":\"b\"}]}");

        assertThat(read).isEqualTo(Map.of("list", Arrays.asList(null, true, Map.of("a", "b"))));
        assertNothingCanBeTakenOut(read);
    }

    @Test
    void reader_whenNestedTooDeep_namesTheProperty() throws JsonProcessingException {
        String deepest = "[".repeat(500) + "]".repeat(500);

        assertThat(read(deepest)).isEqualTo(nested(500));
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read("[" + deepest + "]"))
                .withMessageContaining("deeper than 500")
                .satisfies(e -> assertThat(e.getPath().get(0).getFieldName()).isEqualTo("x"));
    }

    @Test
    void copyOf_isUnmodifiableAndDoesNotFollowTheOriginal() {
        List<@Nullable Object> list = new ArrayList<>(Arrays.asList(1, null, "a", false));
        Map<String, Object> original = new HashMap<>(Map.of("list", list));
        Object copy = JsonValues.copyOf(original, "Bag.x");
        list.add(2);
        original.clear();

        assertThat(copy).isEqualTo(Map.of("list", Arrays.asList(1, null, "a", false)));
        assertNothingCanBeTakenOut(copy);
    }

    /** Of a map with a list. */
    private static void assertNothingCanBeTakenOut(@Nullable Object value) {
        assertThat(value).isInstanceOfSatisfying(Map.class, map -> {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            assertThat(map.get("list"))
                    .isInstanceOfSatisfying(
                            List.class,
                            list -> assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class));
        });
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void copyOf_givenTheNumberAsItIsRead_isTheSame(String sent, Number read) {
        assertThat(JsonValues.copyOf(read, "Bag.x")).isEqualTo(read);
    }

    @Test
    void copyOf_givenWhatIsNoJson_namesItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf(Map.of("a", List.of(1, Set.of(2))), "Bag.x"))
                .withMessageStartingWith("Bag.x.a[1] is a java.util.")
                .withMessageEndingWith("but must be null, a String, a Boolean, a Number, a List or a Map");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf(List.of(Float.NaN), "Bag.x"))
                .withMessage("Bag.x[0] is NaN, a number that JSON does not have");
    }

    @Test
    void copyOf_whenItHoldsItself_isRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThat(JsonValues.copyOf(nested(500), "Bag.x")).isEqualTo(nested(500));
        Map<String, @Nullable Object> deepest = Map.of("a", nested(499));
        assertThat(JsonValues.copyOf(deepest, "Bag.x")).isEqualTo(deepest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf(endless, "Bag.x"))
                .withMessageStartingWith("Bag.x[0][0]")
                .withMessageEndingWith("lies deeper than 500 lists and maps");
    }
}
