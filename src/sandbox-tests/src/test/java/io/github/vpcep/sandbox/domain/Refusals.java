package io.github.vpcep.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpcep.model.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that a call is refused, and with which code. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .withMessageStartingWith(code.message());
    }
}
