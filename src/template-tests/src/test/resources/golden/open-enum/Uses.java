package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.Colour;

/** What callers rely on when the server knows more values than the contract. */
public final class Uses {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    private Uses() {}

    private static Colour read(String text) throws Exception {
        return JSON.readValue("{\"colour\":\"" + text + "\"}", Car.class).colour();
    }

    public static void knownValueIsTheConstant() throws Exception {
        assertThat(read("darkBlue")).isSameAs(Colour.DARK_BLUE);
        assertThat(read("4-coats")).isSameAs(Colour.FOUR_COATS);
    }

    public static void knownValueInAnotherCaseIsTheConstantAndIsWrittenAsDocumented() throws Exception {
        assertThat(read("DARKBLUE")).isSameAs(Colour.DARK_BLUE);
        assertThat(JSON.writeValueAsString(read("RED"))).isEqualTo("\"red\"");
    }

    public static void printedMistakeIsTheValueItMeans() throws Exception {
        assertThat(read("rad")).isSameAs(Colour.RED);
        assertThat(read("Rad")).isSameAs(Colour.RED);
    }

    public static void serversTakeKnownValuesToTheLetter() throws Exception {
        Car car = VpcepJson.serverMapper().readValue("{\"others\":[\"red\",\"RED\",\"rad\",\"Rad\"]}", Car.class);

        assertThat(car.others()).extracting(Colour::value).containsExactly("red", "RED", "red", "Rad");
        assertThat(car.others()).extracting(Colour::isKnown).containsExactly(true, false, true, false);
        assertThat(Colour.fromExact("DARKBLUE").known()).isSameAs(Colour.Known.UNKNOWN);
    }

    public static void serversKeepNothingUnknown_andTakeNoNull() throws Exception {
        ObjectMapper server = VpcepJson.serverMapper();

        assertThat(server.readValue("{\"colour\":\"red\",\"wheels\":4}", Car.class).additionalProperties()).isEmpty();
        assertThatThrownBy(() -> server.readValue("{\"colour\":null}", Car.class)).hasMessageContaining("colour");
        assertThatThrownBy(() -> server.readValue("{\"others\":[null]}", Car.class)).hasMessageContaining("others");
    }

    public static void unknownValueKeepsItsText() throws Exception {
        Colour pink = read("Pink");

        assertThat(pink.value()).isEqualTo("Pink").isEqualTo(pink.toString());
        assertThat(pink.isKnown()).isFalse();
        assertThat(pink.known()).isSameAs(Colour.Known.UNKNOWN);
        assertThat(JSON.writeValueAsString(pink)).isEqualTo("\"Pink\"");
    }

    public static void unknownValuesCompareByText() throws Exception {
        assertThat(read("pink")).isEqualTo(read("pink")).hasSameHashCodeAs(read("pink"));
        assertThat(read("pink")).isNotEqualTo(read("green"));
        assertThat(read("pink").is(Colour.RED)).isFalse();
        assertThat(Colour.RED.is(Colour.fromString("red"))).isTrue();
        assertThat(Colour.RED.is(null)).isFalse();
    }

    public static void unknownValueInAList() throws Exception {
        Car car = JSON.readValue("{\"others\":[\"red\",\"pink\"]}", Car.class);

        assertThat(car.others()).containsExactly(Colour.RED, Colour.fromString("pink"));
    }

    public static void valuesAreInTheOrderOfTheContract() {
        assertThat(Colour.values()).containsExactly(Colour.RED, Colour.DARK_BLUE, Colour.FOUR_COATS);
        assertThat(Colour.Known.values())
                .containsExactly(
                        Colour.Known.RED, Colour.Known.DARK_BLUE, Colour.Known.FOUR_COATS, Colour.Known.UNKNOWN);
    }

    public static void knownValuesCanBeSwitchedOn() {
        boolean red = switch (Colour.RED.known()) {
            case RED -> true;
            case DARK_BLUE, FOUR_COATS, UNKNOWN -> false;
        };
        assertThat(red).isTrue();
    }

    public static void notTextIsNoValue() {
        assertThatThrownBy(() -> JSON.readValue("{\"colour\":5}", Car.class)).hasMessageContaining("colour");
        assertThatThrownBy(() -> JSON.readValue("{\"colour\":{}}", Car.class)).hasMessageContaining("colour");
    }

    public static void nullIsNoValue() throws Exception {
        assertThat(JSON.readValue("{\"colour\":null}", Car.class).colour()).isNull();
    }
}
