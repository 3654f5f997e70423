package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server reads otherwise than a client. */
class ServerMapperTest {
    private final ObjectMapper json = VpcepJson.serverMapper();

    static final class Box {
        @JsonProperty(value = "id", required = true)
        @Nullable
        String id;

        @JsonProperty("open")
        @Nullable
        Boolean open;

        @JsonProperty("size")
        @Nullable
        Integer size;

        @JsonProperty("weight")
        @Nullable
        Double weight;

        @JsonProperty("note")
        @JsonSetter(nulls = Nulls.SET)
        @Nullable
        String note = "none";

        @JsonProperty("boxes")
        List<Box> boxes = List.of();

        @JsonAnySetter
        final Map<String, Object> others = new LinkedHashMap<>();
    }

    private Box told(String text, List<String> unknown) throws Exception {
        return UnknownProperties.toldTo(unknown::add, json.readerFor(Box.class)).readValue(text);
    }

    @Test
    void unknownProperties_areTold_andNotKept() throws Exception {
        List<String> unknown = new ArrayList<>();
        Box box = told(
                "{\"boxes\":[{\"id\":\"a\"},{\"a\":1,\"open\":true,\"b\":[[1]]}],\"c\":{\"d\":{}},\"e\":null,\"id\":\"f\"}",
                unknown);

        assertThat(unknown).containsExactly("boxes[1].a", "boxes[1].b", "c", "e");
        assertThat(box.id).isEqualTo("f");
        assertThat(box.others).isEmpty();
        assertThat(box.boxes.get(1).open).isTrue();
        assertThat(box.boxes.get(1).others).isEmpty();
    }

    @Test
    void unknownProperty_ofAnyLength_isToldInShort() throws Exception {
        List<String> unknown = new ArrayList<>();
        for (int length : List.of(64, 65, 1000)) {
            told("{\"" + "n".repeat(length) + "\":1}", unknown);
        }

        assertThat(unknown).containsExactly("n".repeat(64), "n".repeat(64) + "…", "n".repeat(64) + "…");
    }

    @Test
    void unknownProperties_whenNobodyIsTold_arePassedOver_alsoWhereJacksonWouldRefuseThem() throws Exception {
        String text = "{\"x\":[1],\"id\":\"a\"}";
        assertThat(json.readValue(text, Box.class).id).isEqualTo("a");
        Box box = json.readerFor(Box.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(text);
        assertThat(box.id).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "size", "boxes"})
    void null_forWhatIsOptionalAndNotNullable_isRefused(String name) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue("{\"" + name + "\":null}", Box.class))
                .satisfies(e -> assertThat(e.getPath()).hasSize(1));
    }

    @Test
    void null_forWhatIsRequired_isLeftToTheType_andForWhatIsNullable_isTaken() throws Exception {
        Box box = json.readValue("{\"id\":null,\"note\":null}", Box.class);

        assertThat(box.id).isNull();
        assertThat(box.note).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "size", "weight"})
    void blankText_isNoBooleanAndNoNumber_onEitherSide(String name) {
        for (String blank : List.of("", " ", "\t")) {
            String text = "{\"" + name + "\":\"" + blank.replace("\t", "\\t") + "\"}";
            assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> json.readValue(text, Box.class));
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> VpcepJson.mapper().readValue(text, Box.class));
        }
    }
}
