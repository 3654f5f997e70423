package io.github.vpcep.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes that are kept of what lists show. */
class KeptJsonTest {
    private final ObjectMapper plain = VpcepJson.serverMapper();
    private final ObjectMapper kept = KeptJson.of(plain, Item.class);
    private final Item item = new Item();

    /** Tells how often it was written. */
    private static final class Item {
        private int times;

        @JsonProperty
        int times() {
            return ++times;
        }
    }

    @Test
    void itemOfLists_isWrittenOnce() throws JsonProcessingException {
        assertThat(kept.writeValueAsString(Map.of("items", List.of(item, item))))
                .isEqualTo("{\"items\":[{\"times\":1},{\"times\":1}]}");
        assertThat(kept.writeValueAsString(List.of(item, new Item()))).isEqualTo("[{\"times\":1},{\"times\":1}]");
    }

    @Test
    void itemAlone_andWithTheMapperThatWasGiven_isWrittenAnew() throws JsonProcessingException {
        assertThat(kept.writeValueAsString(item)).isEqualTo("{\"times\":1}");
        assertThat(kept.writeValueAsString(Map.of("item", item))).isEqualTo("{\"item\":{\"times\":2}}");
        assertThat(plain.writeValueAsString(List.of(item, item))).isEqualTo("[{\"times\":3},{\"times\":4}]");
    }
}
