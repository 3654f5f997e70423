package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.Wheel;
import java.util.List;

/** What is read where the contract allows more than it states. */
public final class Uses {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final Wheel WHEEL = Wheel.builder().size(17).build();

    private Uses() {}

    private static Car read(String json) throws Exception {
        return JSON.readValue(json, Car.class);
    }

    public static void textIsReadAsBoolean() throws Exception {
        assertThat(read("{\"is_open\":\"true\"}").open()).isTrue();
        assertThat(read("{\"is_open\":\"False\"}").open()).isFalse();
        assertThat(read("{\"is_open\":true}").open()).isTrue();
        assertThat(read("{\"is_open\":null}").open()).isNull();
    }

    public static void otherTextIsNoBoolean() {
        for (String wrong : List.of("\"yes\"", "\"\"", "1", "[true]")) {
            assertThatThrownBy(() -> read("{\"is_open\":" + wrong + "}"))
                    .as(wrong)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("is_open");
        }
    }

    public static void singleValueIsReadAsList() throws Exception {
        assertThat(read("{\"names\":\"x\"}").names()).containsExactly("x");
        assertThat(read("{\"names\":[\"x\",\"y\"]}").names()).containsExactly("x", "y");
        assertThat(read("{\"names\":[]}").names()).isEmpty();
        assertThat(read("{\"names\":null}").names()).isEmpty();
    }

    public static void singleValueOfAnotherTypeIsNoItem() {
        assertThatThrownBy(() -> read("{\"names\":1}")).hasMessageContaining("names");
        assertThatThrownBy(() -> read("{\"names\":{}}")).hasMessageContaining("names");
        assertThatThrownBy(() -> read("{\"names\":[null]}")).hasMessageContaining("names");
    }

    public static void textThatHoldsJsonIsReadAsItem() throws Exception {
        assertThat(read("{\"wheels\":[{\"size\":17},\"{\\\"size\\\":17}\"]}").wheels())
                .containsExactly(WHEEL, WHEEL);
    }

    public static void otherTextIsNoItem() {
        for (String wrong : List.of("\"x\"", "\"\"", "\"{}\"", "\"{\\\"size\\\":\\\"x\\\"}\"", "1", "null")) {
            assertThatThrownBy(() -> read("{\"wheels\":[" + wrong + "]}"))
                    .as(wrong)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("wheels");
        }
    }

    public static void listWithoutThePermissionIsStrict() {
        assertThatThrownBy(() -> read("{\"wheels\":{\"size\":17}}")).hasMessageContaining("wheels");
    }

    public static void tolerancesAddUp() throws Exception {
        assertThat(read("{\"spare\":\"{\\\"size\\\":17}\"}").spare()).containsExactly(WHEEL);
        assertThat(read("{\"spare\":{\"size\":17}}").spare()).containsExactly(WHEEL);
    }

    public static void singleObjectIsReadAsList() throws Exception {
        assertThat(read("{\"tyres\":{\"size\":17}}").tyres()).containsExactly(WHEEL);
        assertThat(read("{\"tyres\":[{\"size\":17}]}").tyres()).containsExactly(WHEEL);
    }

    public static void textIsReadAsInteger() throws Exception {
        assertThat(read("{\"doors\":\"5\"}").doors()).isEqualTo(5);
        assertThat(read("{\"doors\":5}").doors()).isEqualTo(5);
        assertThat(read("{\"doors\":null}").doors()).isNull();
        assertThat(read("{\"mileage\":\"5000000000\"}").mileage()).isEqualTo(5_000_000_000L);
    }

    public static void otherTextIsNoInteger() {
        for (String wrong : List.of("\"five\"", "\"\"", "5.0", "\"5000000000\"")) {
            assertThatThrownBy(() -> read("{\"doors\":" + wrong + "}"))
                    .as(wrong)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("doors");
        }
    }

    public static void listOfOneIsReadAsTheItem() throws Exception {
        assertThat(read("{\"steering_wheel\":[{\"size\":17}]}").steeringWheel()).isEqualTo(WHEEL);
        assertThat(read("{\"steering_wheel\":{\"size\":17}}").steeringWheel()).isEqualTo(WHEEL);
        assertThat(read("{\"steering_wheel\":[]}").steeringWheel()).isNull();
    }

    public static void listOfSeveralIsNoItem() {
        assertThatThrownBy(() -> read("{\"steering_wheel\":[{\"size\":17},{\"size\":17}]}"))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("steering_wheel")
                .hasMessageContaining("several items");
    }

    public static void otherNamesAreRead() throws Exception {
        assertThat(read("{\"code\":\"c\"}").code()).isEqualTo("c");
        assertThat(read("{\"errorCode\":\"c\"}").code()).isEqualTo("c");
        assertThat(read("{\"error_code\":\"c\"}").code()).isEqualTo("c");
        assertThat(read("{\"code\":\"c\"}").additionalProperties()).isEmpty();
    }

    public static void lastOfSeveralNamesCounts() throws Exception {
        assertThat(read("{\"error_code\":\"a\",\"code\":\"b\"}").code()).isEqualTo("b");
    }

    public static void otherNamesAreNotWritten() throws Exception {
        assertThat(JSON.writeValueAsString(read("{\"code\":\"c\"}"))).isEqualTo("{\"error_code\":\"c\"}");
    }

    public static void otherNamesAreNoAdditionalProperties() {
        assertThatThrownBy(() -> Car.builder().additionalProperty("errorCode", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Car reads a property of its own from \"errorCode\", which cannot be an additional one");
    }

    public static void textThatGoesOnAfterItsJsonIsNoItem() {
        for (String rest : List.of(" garbage", "{}", " 1")) {
            assertThatThrownBy(() -> read("{\"wheels\":[\"{\\\"size\\\":17}" + rest + "\"]}"))
                    .as(rest)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("wheels");
        }
    }

    public static void timeWithoutZoneIsReadAsUtc() throws Exception {
        assertThat(read("{\"built_at\":\"2018-01-30T07:42:01.174\"}").builtAt())
                .isEqualTo("2018-01-30T07:42:01.174Z");
        assertThat(read("{\"built_at\":\"2018-01-30T07:42:01+01:00\"}").builtAt()).isEqualTo("2018-01-30T06:42:01Z");
        assertThat(read("{\"built_at\":\"2018-01-30T07:42:01Z\"}").builtAt()).isEqualTo("2018-01-30T07:42:01Z");
        for (String wrong : List.of("2018-01-30", "2018-01-30 07:42:01", "2018-01-30T07:42:01[Europe/Paris]", "07:42:01")) {
            assertThatThrownBy(() -> read("{\"built_at\":\"" + wrong + "\"}"))
                    .as(wrong)
                    .hasMessageContaining("built_at");
        }
    }

    public static void writesAsTheContractSays() throws Exception {
        Car car = read("{\"is_open\":\"TRUE\",\"names\":\"x\",\"wheels\":[\"{\\\"size\\\":17}\"]}");

        assertThat(JSON.writeValueAsString(car))
                .isEqualTo("{\"is_open\":true,\"names\":[\"x\"],\"wheels\":[{\"size\":17}]}");
    }
}
