package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated types check and copy before they keep it. */
class KeptValuesTest {
    private static void assertUnmodifiable(List<?> list) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7})
    void list_ofAnyLength_isCopiedInItsOrderAndUnmodifiable(int length) {
        List<String> original = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            original.add("item " + i);
        }
        List<String> before = List.copyOf(original);

        List<String> copy = Lists.copyOf(original, "Tag", "values", "Values");
        original.clear();

        assertThat(copy).isEqualTo(before);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.add("more"));
    }

    @Test
    @SuppressWarnings("NullAway") // Callers without it can give null.
    void list_ofItemsGivenOneByOne_hasThemAll_alsoNull() {
        assertThat(Lists.of("a")).containsExactly("a");
        assertThat(Lists.of("a", null, "c")).containsExactly("a", null, "c");
    }

    @Test
    @SuppressWarnings("NullAway") // Null stays null.
    void container_isCopiedToItsDepth_andNullAndOtherValuesStay() {
        List<Integer> inner = new ArrayList<>(Arrays.asList(1, null));
        Map<String, List<Integer>> map = new HashMap<>(Map.of("a", inner));
        List<Map<String, List<Integer>>> outer = new ArrayList<>(List.of(map));

        List<Map<String, List<Integer>>> copy = Containers.copyOf(outer);
        inner.add(2);
        map.clear();
        outer.clear();

        assertThat(copy).containsExactly(Map.of("a", Arrays.asList(1, null)));
        assertUnmodifiable(copy);
        assertUnmodifiable(Objects.requireNonNull(copy.get(0).get("a")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> copy.get(0).clear());
        assertThat(Containers.copyOf((Object) null)).isNull();
        assertThat(Containers.copyOf("text")).isEqualTo("text");
    }

    @Test
    void additionalProperty_ofAFreeName_isTaken_andOfATakenOneOrNone_isRefused() {
        Set<String> taken = Set.of("key");

        assertThat(AdditionalProperties.requireFree("colour", taken, "Tag")).isEqualTo("colour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdditionalProperties.requireFree("key", taken, "Tag"))
                .withMessageContaining("Tag reads a property of its own from \"key\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdditionalProperties.requireFree(null, taken, "Tag"))
                .withMessageContaining("of Tag must not be null");
    }

    @Test
    void additionalProperties_forgetTheNamesOfAPropertyThatIsSet() {
        Map<String, Integer> properties = new HashMap<>(Map.of("a", 1, "b", 2, "c", 3));

        AdditionalProperties.remove(properties, "a", "c", "d");

        assertThat(properties).containsExactly(Map.entry("b", 2));
        assertThatNoException().isThrownBy(() -> AdditionalProperties.remove(null, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
    void time_thatHasNoFourDigitsForItsYear_isRefused_aloneAndInAList(String time) {
        Instant outside = Instant.parse(time);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.requireWritable(outside, "Tag.at"))
                .withMessageStartingWith("Tag.at is " + time);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.requireWritable(List.of(Instant.EPOCH, outside), "Tag.times"))
                .withMessageStartingWith("Tag.times is " + time);
    }

    @Test
    void time_fromTheFirstToTheLastOfFourDigits_passes_andSoDoesNone() {
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThatNoException().isThrownBy(() -> Instants.requireWritable(List.of(first, last), "Tag.times"));
        assertThatNoException().isThrownBy(() -> Instants.requireWritable((Instant) null, "Tag.at"));
        assertThatNoException().isThrownBy(() -> Instants.requireWritable((List<Instant>) null, "Tag.times"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void number_thatJsonDoesNotHave_isRefused(double number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.requireFinite(number, "Box.ratio"))
                .withMessage("Box.ratio is " + number + ", a number that JSON does not have");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf((Object) number, "Box.ratio"))
                .withMessage("Box.ratio is " + number + ", a number that JSON does not have");
    }

    @Test
    void number_thatIsFinite_passes_andSoDoesNone() {
        assertThatNoException().isThrownBy(() -> JsonValues.requireFinite(1.5, "Box.ratio"));
        assertThatNoException().isThrownBy(() -> JsonValues.requireFinite(null, "Box.ratio"));
    }

    @Test
    void value_thatLiesTooDeep_isNamedInShort() {
        Map<String, @Nullable Object> deep = new HashMap<>();
        for (int i = 1; i < JsonValues.MAX_DEPTH + 1; i++) {
            Map<String, @Nullable Object> outer = new HashMap<>();
            outer.put("k", deep);
            deep = outer;
        }
        Map<String, @Nullable Object> tooDeep = deep;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf((Object) tooDeep, "Box"))
                .withMessage("Box" + ".k".repeat(31).substring(0, 61) + "… lies deeper than 500 lists and maps");
        assertThatNoException().isThrownBy(() -> JsonValues.copyOf(tooDeep.get("k"), "Box"));
    }

    @Test
    void value_inAMapOrList_isNamedByItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf((Object) Map.of("a", List.of(1, new Object())), "Box"))
                .withMessageStartingWith("Box.a[1] is a java.lang.Object");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf((Object) Map.of(1, "a"), "Box"))
                .withMessage("Box has the key 1, but JSON has texts as keys");
    }
}
