package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Address;
import io.github.vpcep.model.Door;
import io.github.vpcep.model.Filter;
import io.github.vpcep.model.Garage;
import io.github.vpcep.model.GarageRequest;
import io.github.vpcep.model.Label;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short ways to write values and lists of them. */
public final class Uses {
    private Uses() {}

    private static GarageRequest.Builder garage() {
        return GarageRequest.builder().name("g").doors(List.of());
    }

    public static void itemsOneByOneAreTheList() throws Exception {
        GarageRequest request = garage().doors(Door.of(2, 3), Door.of(4, 5)).build();

        assertThat(request.doors()).containsExactly(Door.of(2, 3), Door.of(4, 5));
        assertThat(VpcepJson.mapper().writeValueAsString(request))
                .isEqualTo("{\"name\":\"g\",\"doors\":[{\"width\":2,\"height\":3},{\"width\":4,\"height\":5}]}");
        assertThat(garage().doors(Door.of(2, 3)).build().doors()).hasSize(1);
    }

    public static void itemsOneByOneMayNotBeNull() {
        GarageRequest.Builder builder = garage().doors(Door.of(2, 3), (Door) null);

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("its item 1 is");
    }

    public static void nullIsNoListAsBefore() {
        assertThat(garage().filters(Filter.of("k")).filters(null).build().filters()).isEmpty();
    }

    public static void entriesOfAMapAreTheListInTheirOrder() {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        map.put("b", "2");
        map.put("a", null);

        assertThat(garage().labels(map).build().labels())
                .containsExactly(Label.of("b", "2"), Label.builder().key("a").build());
        assertThat(garage().labels((Map<String, String>) null).build().labels()).isEmpty();
        assertThat(Label.listOf(Map.of("k", "v"))).containsExactly(Label.of("k", "v"));
    }

    public static void entryWithoutAKeyIsRefused() {
        Map<@Nullable String, String> map = new LinkedHashMap<>();
        map.put(null, "v");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Label.listOf(map))
                .withMessageContaining("Label.key");
    }

    public static void requiredListAtTheEndIsGivenOneByOne() {
        assertThat(Filter.of("k", "a", "b"))
                .isEqualTo(Filter.builder().key("k").values(List.of("a", "b")).build());
        assertThat(Filter.of("k").values()).isEmpty();
    }

    public static void onlySmallValuesThatAreSentInsideOfOthersAreMadeInShort() {
        assertThat(List.of(Address.class, Garage.class, GarageRequest.class))
                .allSatisfy(type -> assertThat(type.getMethods())
                        .extracting(each -> each.getName())
                        .doesNotContain("of", "listOf"));
    }

    public static void listsOfListsAreGivenAsListsOnly() {
        assertThat(Arrays.stream(GarageRequest.Builder.class.getMethods())
                        .filter(each -> each.getName().equals("plan")))
                .hasSize(1);
    }

    public static void whatTheContractDeprecatesIsDeprecated() throws Exception {
        assertThat(Garage.class).hasAnnotation(Deprecated.class);
        assertThat(GarageRequest.class.getMethod("oldName").isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(GarageRequest.Builder.class.getMethod("oldName", String.class).isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(GarageRequest.class.getMethod("name").isAnnotationPresent(Deprecated.class))
                .isFalse();
    }
}
