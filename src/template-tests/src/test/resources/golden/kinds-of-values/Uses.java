package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Box;
import io.github.vpcep.model.Part;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each kind of value, there and back. */
public final class Uses {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final String ALL = "{\"part\":{\"undescribed\":true},\"labels\":{\"a\":\"b\"},\"grid\":[[1,2],[]],"
            + "\"anything\":{\"x\":[1]},\"small\":1,\"large\":9007199254740993,\"ratio\":1.5,\"amount\":0.1,"
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

    public static void everyKindIsWritten() throws Exception {
        assertThat(JSON.writeValueAsString(JSON.readValue(ALL, Box.class))).isEqualTo(ALL);
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
