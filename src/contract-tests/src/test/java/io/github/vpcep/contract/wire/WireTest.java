package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.Classes;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation of the contract is carried out and is refused in a scenario of this package. */
class WireTest {
    /** The tests of all classes here that talk through the wire, which {@link Wire} holds to their names. */
    static List<Scenario> cases() {
        return Classes.besides(WireTest.class).stream()
                .filter(each -> each.getPackage().equals(WireTest.class.getPackage()))
                .filter(each -> Arrays.stream(each.getDeclaredFields())
                        .map(Field::getType)
                        .anyMatch(Wire.class::equals))
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> each.isAnnotationPresent(Test.class))
                .map(Scenario::of)
                .toList();
    }

    @Test
    void operations_areEachCarriedOut() {
        assertThat(operations(false)).containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void operations_areEachRefused() {
        assertThat(operations(true)).containsExactlyInAnyOrderElementsOf(documented());
    }

    private static Stream<String> operations(boolean refused) {
        return cases().stream()
                .filter(each -> each.refused() == refused)
                .map(Scenario::operation)
                .distinct();
    }

    private static List<String> documented() {
        return SpecFolder.ofRepository().operations().stream()
                .map(Operation::id)
                .toList();
    }
}
