package io.github.vpcep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who sets what. That it comes to the same as with Jackson's own reader, the contract's tests prove of the types of the
 * contract.
 */
class ModelReaderTest {
    private final ObjectMapper json = VpcepJson.serverMapper();

    /** What its builder was told to set, and what was set without asking it. */
    @JsonDeserialize(builder = Box.Builder.class)
    record Box(
            List<String> told,
            @Nullable String a,
            @Nullable Integer b,
            @Nullable String unnumbered) {
        @JsonPOJOBuilder(withPrefix = "")
        static final class Builder extends ModelBuilder<Box> {
            private final List<String> told = new ArrayList<>();

            @JsonProperty(index = 1)
            private @Nullable String a;

            @JsonProperty(index = 2)
            private @Nullable Integer b;

            @JsonProperty
            private @Nullable String unnumbered;

            @Override
            protected void set(int property, @Nullable Object value) {
                told.add(property + "=" + value);
            }

            @Override
            public Box build() {
                if (told.contains("2=0")) {
                    throw new IllegalArgumentException("empty");
                }
                return new Box(told, a, b, unnumbered);
            }
        }
    }

    private List<String> told(String text) throws Exception {
        return json.readValue(text, Box.class).told();
    }

    @Test
    void builder_setsWhatHasAnIndex_inAnyOrder_andJacksonTheRest() throws Exception {
        assertThat(json.readValue("{\"a\":\"x\",\"unnumbered\":\"u\",\"b\":7}", Box.class))
                .isEqualTo(new Box(List.of("1=x", "2=7"), null, null, "u"));
        assertThat(told("{\"b\":7,\"a\":\"x\"}")).containsExactly("2=7", "1=x");
        assertThat(told("{\"a\":\"x\",\"other\":[{}],\"b\":7,\"b\":8}")).containsExactly("1=x", "2=7", "2=8");
        assertThat(told("{\"other\":1}")).isEmpty();
        assertThat(told("{}")).isEmpty();
    }

    @Test
    void jackson_sets_whereNullIsPassedOver() throws Exception {
        ObjectMapper passing = VpcepJson.mapper().setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));

        assertThat(passing.readValue("{\"a\":\"x\",\"a\":null,\"b\":7}", Box.class))
                .isEqualTo(new Box(List.of(), "x", 7, null));
    }

    @Test
    void value_thatIsWrong_andBuilderThatRefuses_areToldWithTheirPath() {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue("[{},{\"b\":\"x\"}]", Box[].class))
                .withMessageContaining("[1]->" + Box.Builder.class.getName() + "[\"b\"]");
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue("[{},{\"b\":0}]", Box[].class))
                .withMessageContaining("empty")
                .withMessageContaining("[1]");
    }
}
