package io.github.vpcep.sandbox.store;

import static io.github.vpcep.sandbox.store.Samples.endpoint;
import static io.github.vpcep.sandbox.store.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what is looked for, and what is found. */
class FilterTest {
    private static final Filter<EndpointField> P1 = Filter.by(EndpointField.PROJECT_ID, "p1");

    @Test
    void value_ofAnotherKind_isRefused() {
        assertThatThrownBy(() -> Filter.by(EndpointField.STATUS, 1L)).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> P1.and(EndpointField.MARKER_ID, "1")).isInstanceOf(ClassCastException.class);
        for (ServiceField field : List.of(ServiceField.IS_PUBLIC, ServiceField.HAS_IP)) {
            assertThatThrownBy(() -> Filter.by(field, "true")).isInstanceOf(ClassCastException.class);
        }
        assertThatThrownBy(() -> Filter.by(ServiceField.ID, true)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void nothing_leavesAFilterAsItIs() {
        assertThat(P1.and(EndpointField.ID, null)).isSameAs(P1);
        assertThat(P1.named(null)).isSameAs(P1);
        assertThat(P1.named("web").named(null)).isEqualTo(P1);
        assertThat(P1.named("web").and(EndpointField.ID, "e1").name()).isEqualTo("web");
    }

    @Test
    void whatItIsMadeOf_mayChange_andItDoesNot() {
        Map<EndpointField, Object> values = new HashMap<>(Map.of(EndpointField.PROJECT_ID, "p1"));
        List<String> items = new ArrayList<>(List.of("a"));
        Set<String> taken = new HashSet<>(Set.of("10.0.0.1"));
        Filter<EndpointField> filter = new Filter<>(values, null);
        Found<String> found = new Found<>(items, 1);
        Room room = new Room(new Used(1, 2), taken, 3);

        values.clear();
        items.clear();
        taken.clear();

        assertThat(filter).isEqualTo(P1);
        assertThat(found.items()).containsExactly("a");
        assertThat(room.taken()).containsExactly("10.0.0.1");
    }

    @Test
    void fieldsThatHaveNoValue_areNull() {
        StoredEndpoint endpoint = endpoint(
                "e1",
                each -> each.projectId(null).endpointServiceId(null).vpcId(null).status(null));
        StoredService service =
                service("s1", each -> each.projectId(null).status(null).publicBorderGroup(null));

        assertThat(Arrays.stream(EndpointField.values()).filter(each -> each.of(endpoint) != null))
                .containsExactly(EndpointField.ID);
        assertThat(Arrays.stream(ServiceField.values()).filter(each -> each.of(service) != null))
                .containsExactly(ServiceField.ID, ServiceField.IS_PUBLIC, ServiceField.HAS_IP);
    }

    @Test
    void label_isTheNameInSmallLetters() {
        assertThat(EndpointField.PUBLIC_BORDER_GROUP.label()).isEqualTo("public_border_group");
    }

    /** Each character becomes one, whatever Java makes of it in a text. */
    @ParameterizedTest
    @CsvSource({
        "aB1., ab1.",
        "\u017f\u212a, sk",
        "STRASSE, strasse",
        "stra\u00dfe, stra\u00dfe",
        "\u03c2\u03a3, \u03c3\u03c3",
        "\ud801\udc00, \ud801\udc28"
    })
    void letters_areOfOneCase(String text, String folded) {
        assertThat(Letters.inOneCase(text)).isEqualTo(folded);
    }
}
