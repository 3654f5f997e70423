package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Box;
import io.github.vpcep.model.Part;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each kind of value, there and back. */
public final class Uses {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final String ALL = "{\"part\":{\"undescribed\":true},\"labels\":{\"a\":\"b\"},\"grid\":[[1,2],[]],"
            + "\"anything\":{\"x\":[1]},\"document\":{\"Version\":\"5.0\",\"n\":[1.50]},\"small\":1,\"large\":9007199254740993,\"ratio\":1.5,\"amount\":0.1,"
            + "\"key\":\"00000000-0000-0000-0000-000000000001\",\"link\":\"https://example.com/\","
            + "\"times\":[\"2022-08-03T03:03:54Z\"],\"note\":\"n\",\"digits\":\"07\","
            + "\"default\":\"d\",\"class\":\"c\",\"value\":\"v\",\"other\":\"o\",\"builder\":\"b\",\"with-dash\":\"w\"}";

    private Uses() {}

    public static void everyKindIsRead() throws Exception {
        Box box = JSON.readValue(ALL, Box.class);

        assertThat(box.part()).isEqualTo(Part.builder().undescribed(true).build());
        assertThat(box.labels()).isEqualTo(Map.of("a", "b"));
        assertThat(box.grid()).containsExactly(List.of(1, 2), List.of());
        assertThat(box.anything()).isEqualTo(Map.of("x", List.of(1)));
        assertThat(box.document()).isEqualTo(Map.of("Version", "5.0", "n", List.of(new BigDecimal("1.50"))));
        assertThat(box.small()).isEqualTo(1);
        assertThat(box.large()).isEqualTo(9007199254740993L);
        assertThat(box.ratio()).isEqualTo(1.5);
        assertThat(box.amount()).isEqualTo("0.1");
        assertThat(box.key()).isEqualTo(new UUID(0, 1));
        assertThat(box.link()).isEqualTo(URI.create("https://example.com/"));
        assertThat(box.times()).containsExactly(Instant.parse("2022-08-03T03:03:54Z"));
        assertThat(box.note()).isEqualTo("n");
        assertThat(box.digits()).isEqualTo("07");
        assertThat(box._default()).isEqualTo("d");
        assertThat(box.propertyClass()).isEqualTo("c");
        assertThat(box.value()).isEqualTo("v");
        assertThat(box.other()).isEqualTo("o");
        assertThat(box.builderName()).isEqualTo("b");
        assertThat(box.withDash()).isEqualTo("w");
        assertThat(box.additionalProperties()).isEmpty();
    }

    public static void anObjectThatNothingIsKnownOf_isAMap_andNothingElse() throws Exception {
        Map<String, Object> document = new HashMap<>(Map.of("Version", "5.0", "n", new BigDecimal("1.50")));
        document.put("none", null);
        Box box = JSON.readValue(ALL, Box.class).toBuilder().document(document).build();

        assertThat(JSON.readValue(JSON.writeValueAsString(box), Box.class).document()).isEqualTo(document);
        assertThatThrownBy(() -> JSON.readValue("{\"part\":{},\"small\":1,\"document\":[]}", Box.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> box.toBuilder()
                        .document(Map.of("x", new Object()))
                        .build())
                .hasMessageContaining("Box.document.x");
    }

    public static void everyKindIsWritten() throws Exception {
        assertThat(JSON.writeValueAsString(JSON.readValue(ALL, Box.class))).isEqualTo(ALL);
    }

    public static void whatIsInsideCannotBeChanged() throws Exception {
        Box read = JSON.readValue(ALL, Box.class);
        List<Integer> row = new ArrayList<>(List.of(1));
        Map<String, String> labels = new HashMap<>(Map.of("a", "b"));
        Map<String, Object> document = new HashMap<>(Map.of("a", new ArrayList<>(List.of(1))));
        Box built = read.toBuilder().grid(List.of(row)).labels(labels).document(document).build();
        row.add(2);
        labels.put("c", "d");
        document.clear();

        assertThat(built.grid()).containsExactly(List.of(1));
        assertThat(built.labels()).isEqualTo(Map.of("a", "b"));
        assertThat(built.document()).isEqualTo(Map.of("a", List.of(1)));
        for (Box each : List.of(read, built)) {
            assertThatThrownBy(() -> each.grid().get(0).add(3)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> each.labels().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> ((Map<?, ?>) each.document()).clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    public static void whatJsonDoesNotHaveFailsTheBuildAndIsNamed() {
        Box.Builder box = Box.builder().part(Part.builder().build()).small(1);

        assertThatThrownBy(() -> box.document(Map.of("at", Instant.EPOCH)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Box.document.at is a java.time.Instant, but must be null, a String, a Boolean, a Number,"
                        + " a List or a Map");
        assertThatThrownBy(() -> box.document(null).ratio(Double.NaN).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Box.ratio is NaN, a number that JSON does not have");
        assertThatThrownBy(() -> box.ratio(null)
                        .times(List.of(Instant.parse("+10000-01-01T00:00:00Z")))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Box.times is +10000-01-01T00:00:00Z, but must lie in the years from 0 to 9999");
    }

    public static void digitsAreTextOrANumber() throws Exception {
        Box.Builder box = Box.builder().part(Part.builder().build()).small(1);

        assertThat(box.digits("07").build().digits()).isEqualTo("07");
        assertThat(JSON.writeValueAsString(box.digits(7).build()))
                .isEqualTo("{\"part\":{},\"small\":1,\"digits\":\"7\"}");
        assertThatThrownBy(() -> JSON.readValue("{\"part\":{},\"small\":1,\"digits\":7}", Box.class))
                .hasMessageContaining("digits");
    }

    public static void tooLargeIsNotCut() {
        assertThatThrownBy(() -> JSON.readValue("{\"part\":{},\"small\":9007199254740993}", Box.class))
                .hasMessageContaining("small");
    }

    public static void wrongPlaceIsNamedInDepth() {
        assertThatThrownBy(() -> JSON.readValue("{\"part\":{\"undescribed\":1},\"small\":1}", Box.class))
                .hasMessageContaining("part")
                .hasMessageContaining("undescribed");
    }
}
