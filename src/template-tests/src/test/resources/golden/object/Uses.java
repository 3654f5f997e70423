package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.Wheel;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What callers rely on of every type. */
public final class Uses {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final Wheel WHEEL = Wheel.builder().size(17L).build();
    private static final Car SMALL =
            Car.builder().id("a").wheels(List.of(WHEEL)).build();

    private Uses() {}

    private static Car read(String more) throws Exception {
        return JSON.readValue("{\"id\":\"a\",\"wheels\":[{\"size\":17}]" + more + "}", Car.class);
    }

    public static void everythingIsRead() throws Exception {
        Car car = read(
                ",\"owner_name\":\"Ann\",\"seats\":5,\"nick_names\":[\"x\"],\"built_at\":\"2022-08-03T03:03:54Z\"");

        assertThat(car.id()).isEqualTo("a");
        assertThat(car.wheels()).containsExactly(WHEEL);
        assertThat(car.owner()).isEqualTo("Ann");
        assertThat(car.seats()).isEqualTo(5);
        assertThat(car.nickNames()).containsExactly("x");
        assertThat(car.builtAt()).isEqualTo("2022-08-03T03:03:54Z");
    }

    public static void everythingIsWrittenUnderItsWireNameInTheOrderOfTheContract() throws Exception {
        Car car = SMALL.toBuilder()
                .owner("Ann")
                .seats(5)
                .nickNames(List.of("x"))
                .builtAt(Instant.parse("2022-08-03T03:03:54Z"))
                .build();

        assertThat(JSON.writeValueAsString(car))
                .isEqualTo("{\"id\":\"a\",\"wheels\":[{\"size\":17}],\"owner_name\":\"Ann\",\"seats\":5,"
                        + "\"nick_names\":[\"x\"],\"built_at\":\"2022-08-03T03:03:54Z\"}");
    }

    public static void absentIsNullAndAnAbsentListIsEmpty() throws Exception {
        assertThat(SMALL.owner()).isNull();
        assertThat(SMALL.seats()).isNull();
        assertThat(SMALL.builtAt()).isNull();
        assertThat(SMALL.nickNames()).isEmpty();
        assertThat(read(",\"owner_name\":null,\"nick_names\":null")).isEqualTo(SMALL);
    }

    public static void absentIsNotWrittenAndAnEmptyListIs() throws Exception {
        assertThat(JSON.writeValueAsString(SMALL)).isEqualTo("{\"id\":\"a\",\"wheels\":[{\"size\":17}]}");
        assertThat(JSON.writeValueAsString(
                        SMALL.toBuilder().nickNames(List.of()).build()))
                .contains("\"nick_names\":[]");
    }

    public static void nullnessIsAnnotated() throws Exception {
        for (String nullable : List.of("owner", "seats", "builtAt")) {
            assertThat(isNullable(nullable)).as(nullable).isTrue();
        }
        for (String never : List.of("id", "wheels", "nickNames")) {
            assertThat(isNullable(never)).as(never).isFalse();
        }
    }

    private static boolean isNullable(String accessor) throws Exception {
        return Car.class.getMethod(accessor).getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    public static void missingRequiredFailsTheBuildAndIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Car.builder().id("a").build())
                .withMessage("Car.wheels (\"wheels\") must not be null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().id(null).build())
                .withMessage("Car.id (\"id\") must not be null");
    }

    public static void missingRequiredFailsTheReadAndIsNamed() {
        assertThatThrownBy(() -> JSON.readValue("{\"id\":\"a\"}", Car.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("Car.wheels (\"wheels\") must not be null");
        assertThatThrownBy(() -> JSON.readValue("{\"id\":null,\"wheels\":[]}", Car.class))
                .hasMessageContaining("Car.id (\"id\") must not be null");
    }

    public static void nullItemFailsTheBuildAndIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SMALL.toBuilder().nickNames(Arrays.asList("x", null)).build())
                .withMessage("Car.nickNames (\"nick_names\") must not hold null, but its item 1 is");
    }

    public static void nullItemFailsTheReadAndIsNamed() {
        assertThatThrownBy(() -> read(",\"nick_names\":[\"x\",null]")).hasMessageContaining("nick_names");
        assertThatThrownBy(() -> JSON.readValue("{\"id\":\"a\",\"wheels\":[null]}", Car.class))
                .hasMessageContaining("wheels");
    }

    public static void wrongTypeFailsTheReadAndIsNamed() {
        for (String wrong : List.of(
                "\"owner_name\":1",
                "\"owner_name\":true",
                "\"owner_name\":{}",
                "\"seats\":\"5\"",
                "\"seats\":5.5",
                "\"seats\":true",
                "\"nick_names\":\"x\"",
                "\"nick_names\":\"\"",
                "\"nick_names\":{}",
                "\"nick_names\":[1]",
                "\"built_at\":1659495834")) {
            assertThatThrownBy(() -> read("," + wrong))
                    .as(wrong)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining(wrong.substring(1, wrong.indexOf(':') - 1));
        }
    }

    public static void unknownPropertyIsKeptAndWrittenBack() throws Exception {
        String more = ",\"new\":{\"deep\":[1,\"x\",null]},\"flag\":true";
        Car car = read(more);

        assertThat(car.additionalProperties()).containsOnlyKeys("new", "flag").containsEntry("flag", true);
        assertThat(JSON.readTree(JSON.writeValueAsString(car)))
                .isEqualTo(JSON.readTree("{\"id\":\"a\",\"wheels\":[{\"size\":17}]" + more + "}"));
        assertThat(car)
                .isNotEqualTo(SMALL)
                .hasToString("Car[id=a, wheels=[Wheel[size=17]], owner=null, seats=null, nickNames=null, builtAt=null,"
                        + " additionalProperties={new={deep=[1, x, null]}, flag=true}]");
        assertThat(car.toBuilder().build()).isEqualTo(car);
    }

    public static void unknownNullIsKept() throws Exception {
        Car car = read(",\"new\":null");

        assertThat(car.additionalProperties()).containsEntry("new", null);
    }

    public static void nothingCanBeChanged() {
        List<String> names = new ArrayList<>(List.of("x"));
        Car car =
                SMALL.toBuilder().nickNames(names).additionalProperty("new", 1).build();
        names.add("y");

        assertThat(car.nickNames()).containsExactly("x");
        assertThatThrownBy(() -> car.nickNames().add("y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SMALL.nickNames().add("y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> car.additionalProperties().put("y", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(Modifier.isFinal(Car.class.getModifiers())).isTrue();
    }

    public static void toBuilderStartsFromAllThatIsSet() throws Exception {
        Car car = read(",\"owner_name\":\"Ann\",\"seats\":5,\"nick_names\":[\"x\"],\"new\":1");

        assertThat(car.toBuilder().build()).isEqualTo(car);
        assertThat(car.toBuilder().seats(4).build().owner()).isEqualTo("Ann");
        assertThat(car.toBuilder().seats(4).build()).isNotEqualTo(car);
        assertThat(car.seats()).isEqualTo(5);
    }

    public static void builderCanBeUsedOn() {
        Car.Builder builder = SMALL.toBuilder();
        Car first = builder.additionalProperty("new", 1).build();
        builder.additionalProperty("other", 2).seats(3);

        assertThat(first.additionalProperties()).isEqualTo(Map.of("new", 1));
        assertThat(first.seats()).isNull();
    }

    public static void equalByValue() {
        Car same = Car.builder()
                .id("a")
                .wheels(List.of(Wheel.builder().size(17L).build()))
                .build();

        assertThat(same).isEqualTo(SMALL).hasSameHashCodeAs(SMALL);
        assertThat(SMALL)
                .isNotEqualTo(SMALL.toBuilder().id("b").build())
                .isNotEqualTo(null)
                .isNotEqualTo("a");
    }

    public static void absentListAndEmptyListDifferAsTheyAreWritten() {
        Car empty = SMALL.toBuilder().nickNames(List.of()).build();

        assertThat(empty.nickNames()).isEqualTo(SMALL.nickNames());
        assertThat(empty).isNotEqualTo(SMALL);
        assertThat(empty.toString()).contains("nickNames=[]");
        assertThat(empty.toBuilder().build()).isEqualTo(empty);
        assertThat(empty.toBuilder().nickNames(null).build()).isEqualTo(SMALL).hasSameHashCodeAs(SMALL);
    }

    public static void additionalPropertyOfADeclaredNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().additionalProperty("owner_name", "Ann"))
                .withMessage("Car reads a property of its own from \"owner_name\", which cannot be an additional one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().additionalProperty(null, "Ann"))
                .withMessage("The name of an additional property of Car must not be null");
        // The Java name is free: nothing is written under it.
        assertThat(SMALL.toBuilder().additionalProperty("owner", "Ann").build().owner()).isNull();
    }

    public static void additionalPropertyThatIsNoJsonIsRefusedAndItsPlaceNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().additionalProperty("new", List.of(1, Map.of("x", new Object()))))
                .withMessageStartingWith("Car.new[1].x is a java.lang.Object, but must be null, a String,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().additionalProperty("new", Map.of(1, 2)))
                .withMessage("Car.new has the key 1, but JSON has texts as keys");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().additionalProperty("new", Double.POSITIVE_INFINITY))
                .withMessage("Car.new is Infinity, a number that JSON does not have");
    }

    public static void whatIsInsideAnAdditionalPropertyCannotBeChanged() throws Exception {
        Map<String, Object> inside = new HashMap<>(Map.of("list", new ArrayList<>(List.of(1))));
        Car built = SMALL.toBuilder().additionalProperty("new", inside).build();
        inside.clear();

        assertThat(built.additionalProperties()).isEqualTo(Map.of("new", Map.of("list", List.of(1))));
        for (Car each : List.of(built, read(",\"new\":{\"list\":[1]}"))) {
            Map<?, ?> map = (Map<?, ?>) each.additionalProperties().get("new");
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(((List<?>) map.get("list"))::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    public static void additionalNumbersAreExactAndWrittenAsTheyWereRead() throws Exception {
        String numbers = "[1,9007199254740993,123456789012345678901234567890,0.12345678901234567890123456789,"
                + "1.0,1.00,2.50,-0.0,1E+400,-1.5E-400]";
        Car car = read(",\"new\":" + numbers);

        assertThat(JSON.writeValueAsString(car)).contains("\"new\":" + numbers);
        assertThat(read(",\"new\":1e400").additionalProperties()).isEqualTo(Map.of("new", new BigDecimal("1E+400")));
        assertThat(read(",\"new\":1.0")).isNotEqualTo(read(",\"new\":1.00"));
    }

    public static void additionalNumbersAreEqualToWhatIsReadOfThem() throws Exception {
        for (Number number : List.of(
                1, 1L, (byte) 1, 1.0, 1.5f, -0.0, 1e300, Long.MAX_VALUE, BigInteger.TEN, new BigDecimal("7"),
                new BigDecimal("7.00"), new BigDecimal("7E+3"), new AtomicInteger(7))) {
            Car built = SMALL.toBuilder().additionalProperty("new", number).build();
            Car read = JSON.readValue(JSON.writeValueAsString(built), Car.class);

            assertThat(read).as(number.toString()).isEqualTo(built).hasSameHashCodeAs(built);
        }
    }

    public static void timeThatFourDigitsOfAYearCannotTellFailsTheBuild() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.toBuilder().builtAt(Instant.MAX).build())
                .withMessageStartingWith("Car.built_at is ");
        assertThatThrownBy(() -> read(",\"built_at\":\"+12345-01-01T00:00:00Z\"")).hasMessageContaining("built_at");
    }

    public static void toStringNamesEverything() {
        assertThat(SMALL)
                .hasToString("Car[id=a, wheels=[Wheel[size=17]], owner=null, seats=null, nickNames=null, builtAt=null]");
    }

    public static void timestampsMayHaveFractionsAndOffsets() throws Exception {
        assertThat(read(",\"built_at\":\"2022-08-03T03:03:54.123Z\"").builtAt()).isEqualTo("2022-08-03T03:03:54.123Z");
        assertThat(read(",\"built_at\":\"2022-08-03T05:03:54+02:00\"").builtAt())
                .isEqualTo("2022-08-03T03:03:54Z");
    }

    public static void timestampsAreWrittenInUtc() throws Exception {
        Car car = read(",\"built_at\":\"2022-08-03T05:03:54+02:00\"");

        assertThat(JSON.writeValueAsString(car)).contains("\"built_at\":\"2022-08-03T03:03:54Z\"");
    }

    public static void badTimestampIsNamed() {
        assertThatThrownBy(() -> read(",\"built_at\":\"yesterday\""))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("built_at")
                .hasMessageContaining("yesterday")
                .hasMessageContaining("not a timestamp");
    }
}
