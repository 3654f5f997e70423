package io.github.vpcep.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.control.model.FaultAnswer;
import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.FaultOrder;
import io.github.vpcep.control.model.FaultTrickle;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which call suffers what, and at both sides of each bound what can be ordered. */
class FaultPlansTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String DAY = "PT24H";
    private static final String LONGER = "PT24H0.000000001S";

    private final FaultPlans faults = new FaultPlans(Set.of("A", "B"));

    private @Nullable Fault take(String operation) {
        return faults.take(operation, "/v1/a", () -> "{}");
    }

    private Fault taken() {
        return Objects.requireNonNull(take("A"));
    }

    private static FaultOrder order(FaultKind kind, UnaryOperator<FaultOrder.Builder> details) {
        return details.apply(FaultOrder.builder().kind(kind)).build();
    }

    private static FaultOrder answer(UnaryOperator<FaultAnswer.Builder> details) {
        return order(
                FaultKind.ANSWER,
                b -> b.answer(details.apply(FaultAnswer.builder()).build()));
    }

    private static FaultOrder trickle(int bytes, String pause) {
        return order(
                FaultKind.TRICKLE,
                b -> b.trickle(FaultTrickle.builder().bytes(bytes).pause(pause).build()));
    }

    static Stream<FaultOrder> allowed() {
        return Stream.of(
                order(FaultKind.NONE, b -> b.skip(0)),
                order(FaultKind.NONE, b -> b.calls(1)),
                order(FaultKind.NONE, b -> b.delay(DAY)),
                order(FaultKind.NONE, b -> b.operationId("A")),
                order(FaultKind.NONE, b -> b.path("a+").body("b+")),
                order(FaultKind.ERROR, b -> b.error("EndPoint.0022")),
                answer(b -> b.status(200)),
                answer(b -> b.status(599)),
                answer(b -> b.status(304)),
                answer(b -> b.status(205).body("x")),
                answer(b -> b.status(200).headers(Map.of("A-1", " ~\t"))),
                trickle(1, DAY),
                trickle(2, "PT0S"));
    }

    static Stream<Arguments> notAllowed() {
        return Stream.of(
                Arguments.of(order(FaultKind.NONE, b -> b.skip(-1)), "skip is -1; allowed is 0 and more"),
                Arguments.of(order(FaultKind.NONE, b -> b.calls(0)), "calls is 0; allowed is 1 and more"),
                Arguments.of(order(FaultKind.NONE, b -> b.delay(LONGER)), "delay is " + LONGER + "; allowed is PT24H"),
                Arguments.of(order(FaultKind.NONE, b -> b.delay("-PT1S")), "delay is \"-PT1S\"; allowed is an ISO"),
                Arguments.of(order(FaultKind.NONE, b -> b.delay("1 s")), "delay is \"1 s\"; allowed is an ISO"),
                Arguments.of(order(FaultKind.NONE, b -> b.operationId("C")), "There is no operation C"),
                Arguments.of(order(FaultKind.NONE, b -> b.path("(")), "path is no regular expression: "),
                Arguments.of(order(FaultKind.NONE, b -> b.body("(")), "body is no regular expression: "),
                Arguments.of(order(FaultKind.ERROR, b -> b), "error is missing"),
                Arguments.of(order(FaultKind.ERROR, b -> b.error("no")), "error is no; allowed is a code"),
                Arguments.of(order(FaultKind.ANSWER, b -> b), "answer is missing"),
                Arguments.of(order(FaultKind.TRICKLE, b -> b), "trickle is missing"),
                Arguments.of(order(FaultKind.fromString("odd"), b -> b), "kind is odd; allowed are "),
                Arguments.of(answer(b -> b.status(199)), "status is 199; allowed are 200 to 599"),
                Arguments.of(answer(b -> b.status(600)), "status is 600; allowed are 200 to 599"),
                Arguments.of(answer(b -> b.status(204).body("x")), "status 204 has no body"),
                Arguments.of(answer(b -> b.status(304).body("x")), "status 304 has no body"),
                Arguments.of(answer(b -> b.status(200).headers(Map.of("a", "1", "A", "2"))), " is given twice"),
                Arguments.of(answer(b -> b.status(200).headers(Map.of("A b", "1"))), "The header A b cannot be sent"),
                Arguments.of(answer(b -> b.status(200).headers(Map.of("A", "ü"))), "The header A cannot be sent"),
                Arguments.of(answer(b -> b.status(200).headers(Map.of("Connection", "close"))), "is set by the server"),
                Arguments.of(trickle(0, "PT1S"), "trickle.bytes is 0; allowed is 1 and more"),
                Arguments.of(trickle(1, LONGER), "trickle.pause is " + LONGER));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatIsAllowed_isOrdered(FaultOrder order) {
        OrderedFault ordered = faults.order(order);

        assertThat(ordered.order()).isEqualTo(order);
        assertThat(faults.list()).containsExactly(ordered);
    }

    @ParameterizedTest
    @MethodSource("notAllowed")
    void whatIsNotAllowed_isRefused_andNotThere(FaultOrder order, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.order(order))
                .withMessageContaining(why);
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void moreThanTenThousand_areNotKept() {
        FaultOrder order = order(FaultKind.NONE, b -> b);
        for (int i = 0; i < 10_000; i++) {
            faults.order(order);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.order(order))
                .withMessageContaining("10000");
        assertThat(faults.remove("f-10000")).isTrue();
        assertThat(faults.order(order).id()).isEqualTo("f-10001");
    }

    @Test
    void fault_hasWhatWasOrdered() {
        faults.always("A").after(SECOND).withError(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(taken().kind()).isEqualTo(Fault.Kind.ERROR);
        assertThat(taken().error()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(taken().delay()).isEqualTo(SECOND);
        faults.clear();
        faults.always("A").after(SECOND).withTrickle(3, Duration.ofMillis(5));
        assertThat(taken().kind()).isEqualTo(Fault.Kind.TRICKLE);
        assertThat(taken().bytes()).isEqualTo(3);
        assertThat(taken().pause()).isEqualTo(Duration.ofMillis(5));
        assertThat(taken().delay()).isEqualTo(SECOND);
    }

    @Test
    void delay_isAFault_andNoDelayIsNone() {
        faults.next("A", 1).withDelay(SECOND).next("A", 1).withDelay(Duration.ZERO);

        assertThat(taken().kind()).isEqualTo(Fault.Kind.DELAY);
        assertThat(taken().kind()).isEqualTo(Fault.Kind.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED_CONNECTION", "BROKEN_HEADERS", "TRUNCATED_BODY"})
    void faultOfTheConnection_isOfItsKind_andLateWhenSo(Fault.Kind kind) {
        faults.order(order(FaultKind.fromString(kind.name()), b -> b.delay("PT1S")));

        assertThat(taken()).returns(kind, Fault::kind).returns(SECOND, Fault::delay);
    }

    @Test
    void answer_hasTheTypeOfJson_unlessItHasNoBodyOrSaysAnother() {
        faults.next("A", 1).withAnswer(200, Map.of("X", "1"), "{}");
        faults.next("A", 1).withAnswer(200, Map.of(), "");
        faults.next("A", 1).withAnswer(200, Map.of("content-type", "text/html"), "é");

        OrderedAnswer json = Objects.requireNonNull(taken().answer());
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.headers()).containsExactly(Map.entry("X", "1"));
        assertThat(json.headers()).isUnmodifiable();
        assertThat(json.contentType()).isEqualTo("application/json");
        assertThat(json.body()).asString().isEqualTo("{}");
        assertThat(Objects.requireNonNull(taken().answer()).contentType()).isNull();
        OrderedAnswer html = Objects.requireNonNull(taken().answer());
        assertThat(html.contentType()).isEqualTo("text/html");
        assertThat(html.headers()).isEmpty();
        assertThat(html.body()).hasSize(2);
    }

    @Test
    void callsThatAreNotMeant_useNothingUp() {
        faults.nth("A", 2).whenPath("/v1/").whenBody("x").withDroppedConnection();

        assertThat(faults.take("B", "/v1/a", () -> "x")).isNull();
        assertThat(faults.take("A", "/v2/a", () -> "x")).isNull();
        assertThat(faults.take("A", "/v1/a", () -> "y")).isNull();
        assertThat(faults.list()).singleElement().returns(1, OrderedFault::callsBefore);
        assertThat(faults.take("A", "/v1/a", () -> "x")).isNull();
        assertThat(faults.list())
                .singleElement()
                .returns(0, OrderedFault::callsBefore)
                .returns(1, OrderedFault::callsLeft);
        assertThat(faults.take("A", "/v1/a", () -> "x")).isNotNull();
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void faultsOfSeveralCalls_areUsedUpOneByOne_andEndlessOnesNever() {
        faults.next("A", 2).withBrokenHeaders().always("A").withTruncatedBody();

        assertThat(taken().kind()).isEqualTo(Fault.Kind.BROKEN_HEADERS);
        assertThat(faults.list()).extracting(OrderedFault::callsLeft).containsExactly(1, null);
        assertThat(taken().kind()).isEqualTo(Fault.Kind.BROKEN_HEADERS);
        assertThat(taken().kind()).isEqualTo(Fault.Kind.TRUNCATED_BODY);
        assertThat(taken().kind()).isEqualTo(Fault.Kind.TRUNCATED_BODY);
        assertThat(faults.list()).singleElement().returns(null, OrderedFault::callsLeft);
        assertThat(take("B")).isNull();
    }

    @Test
    void orders_beginWithOneCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.next("A", 0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> faults.nextOfAny(0));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.next("C", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.nth("A", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.nth("C", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.always("C"));
        assertThat(faults.known("A")).isEqualTo("A");
        faults.nth("A", 1).after(Duration.ZERO).withDroppedConnection();
        assertThat(faults.list()).singleElement().satisfies(each -> {
            assertThat(each.order().skip()).isNull();
            assertThat(each.order().calls()).isEqualTo(1);
        });
    }

    @Test
    void fault_isTakenBackByItsId_andNoOtherIs() {
        faults.always("A").withBrokenHeaders().always("B").withTruncatedBody();

        assertThat(faults.remove("f-0")).isFalse();
        assertThat(faults.remove("f-1")).isTrue();
        assertThat(faults.remove("f-1")).isFalse();
        assertThat(faults.list()).extracting(OrderedFault::id).containsExactly("f-2");
    }

    @Test
    void orders_followOneAnother() {
        Faults.Next next = faults.next("A", 1);

        assertThat(List.of(
                        next.withGatewayError(401, "APIGW.0301", "no"),
                        next.withDroppedConnection(),
                        next.withTruncatedBody(),
                        next.withBrokenHeaders(),
                        next.withTrickle(1, SECOND),
                        next.withDelay(SECOND),
                        next.withError(ErrorCode.SYSTEM_ERROR)))
                .allMatch(each -> each == faults);
    }

    @Test
    void callThatIsHeldUp_goesOnOnce_orIsDropped() {
        List<String> done = new ArrayList<>();
        Runnable first = faults.hold(() -> done.add("first"), () -> done.add("first dropped"));
        Runnable second = faults.hold(() -> done.add("second"), () -> done.add("second dropped"));
        first.run();
        faults.dropHeld();
        first.run();
        second.run();
        faults.dropHeld();

        assertThat(done).containsExactly("first", "second dropped");
    }
}
