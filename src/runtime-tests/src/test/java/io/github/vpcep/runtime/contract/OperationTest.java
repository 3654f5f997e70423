package io.github.vpcep.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine is told of an operation. */
class OperationTest {
    /** All that there is to ask of one. */
    private static String all(Operation operation) {
        return String.join(
                " ",
                operation.id(),
                operation.method(),
                operation.path(),
                operation.isAnswered() ? "answered" : "-",
                operation.isIdempotent() ? "idempotent" : "-",
                operation.isAnonymous() ? "anonymous" : "-",
                operation.isDoneWhen("b.1") ? "done" : "-",
                String.valueOf(operation.answeredAbove()));
    }

    @ParameterizedTest
    @CsvSource({"GET,true", "HEAD,true", "PUT,true", "DELETE,true", "OPTIONS,true", "POST,false", "PATCH,false"})
    void operation_isIdempotentAsItsMethodIs_unlessTheContractSaysOtherwise(String method, boolean isIdempotent) {
        Operation operation = Operation.of("DoIt", method, "/a");
        assertThat(operation.isIdempotent()).isEqualTo(isIdempotent);
        assertThat(operation.idempotent(!isIdempotent).isIdempotent()).isEqualTo(!isIdempotent);
        assertThat(operation.isRemoval()).isFalse();
        assertThat(operation.withoutAnswer().isRemoval()).isEqualTo(method.equals("DELETE"));
        assertThat(operation).hasToString("DoIt (" + method + " /a)");
    }

    @Test
    void eachWordOfTheContract_changesOneThing_andKeepsTheOthers() {
        Map<UnaryOperator<Operation>, String> words = Map.of(
                Operation::withoutAnswer,
                "- - - - 0",
                operation -> operation.idempotent(true),
                "answered idempotent - - 0",
                Operation::anonymous,
                "answered - anonymous - 0",
                operation -> operation.doneWhen("A.1", "B.1"),
                "answered - - done 0",
                operation -> operation.answeredAt("/a"),
                "answered - - - 2");
        Operation plain = Operation.of("DoIt", "POST", "/a/{b}/c");
        assertThat(all(plain)).isEqualTo("DoIt POST /a/{b}/c answered - - - 0");
        words.forEach((word, all) -> assertThat(all(word.apply(plain))).isEqualTo("DoIt POST /a/{b}/c " + all));

        Operation whole = plain;
        for (UnaryOperator<Operation> word : words.keySet()) {
            whole = word.apply(whole);
        }
        for (UnaryOperator<Operation> word : List.copyOf(words.keySet())) {
            assertThat(all(word.apply(whole))).isEqualTo("DoIt POST /a/{b}/c - idempotent anonymous done 2");
        }
    }

    @ParameterizedTest
    @CsvSource({"/a/{b},1", "/a,2", "'',3"})
    void place_ofAnAnswer_isSoManySegmentsAbove(String place, int above) {
        assertThat(Operation.of("DoIt", "POST", "/a/{b}/c").answeredAt(place).answeredAbove())
                .isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({"/b", "/a/{b}/c", "/a/{b"})
    void place_thatIsNotAbove_isRefused(String place) {
        assertThatThrownBy(() -> Operation.of("DoIt", "POST", "/a/{b}/c").answeredAt(place))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/a/{b}/c does not begin with " + place);
    }
}
