package io.github.vpcep.runtime.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of every bound of an argument. */
class ArgumentsTest {
    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void text_thatIsMissingOrBlankOrNoId_isRefused() {
        assertThat(Arguments.requireNonBlank(" a ", "n")).isEqualTo(" a ");
        assertThat(Arguments.requireId("a-1", "n")).isEqualTo("a-1");
        refuses(() -> Arguments.requireNonBlank(null, "n"), "n must not be null");
        refuses(() -> Arguments.requireNonBlank(" \t", "n"), "n must not be blank");
        refuses(() -> Arguments.requireId(null, "n"), "n must not be null");
        refuses(() -> Arguments.requireId(" ", "n"), "n must not be blank");
        refuses(() -> Arguments.requireId("a b", "n"), "n must be an id without white space");
    }

    @ParameterizedTest
    @CsvSource({",7", "0,0", "007,7", "999999999,999999999"})
    void count_isTheNumberThatTheTextHolds(@Nullable String value, int count) {
        assertThat(Arguments.count(value, "n", 7)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1x", " 1", "1000000000"})
    void count_thatIsNone_isRefused(String value) {
        refuses(() -> Arguments.count(value, "n", 7), "n is \"" + value + "\", but must be a whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "31,a line break or control",
        "32,",
        "126,",
        "127,a line break or control",
        "128,a non-ASCII",
        "233,a non-ASCII"
    })
    void headerValue_isOfPrintableAscii(int character, @Nullable String what) {
        String value = "s3" + (char) character;
        if (what == null) {
            assertThat(Arguments.requireHeaderValue(value, "n")).isEqualTo(value);
        } else {
            refuses(
                    () -> Arguments.requireHeaderValue(value, "n"),
                    "n cannot be sent in a header: character 3 of 3 is " + what + " character");
            refuses(
                    () -> Arguments.requireHeaderValue((char) character + value, "n"),
                    "n cannot be sent in a header: character 1 of 4 is " + what + " character");
        }
    }

    @Test
    void headerName_isThatOfAHeaderWhichTheClientDoesNotSetItself() {
        assertThat(Arguments.requireHeaderName("X-Language")).isEqualTo("X-Language");
        refuses(() -> Arguments.requireHeaderName(null), "header name must not be null");
        refuses(() -> Arguments.requireHeaderName(" "), "header name must not be blank");
        refuses(() -> Arguments.requireHeaderName("X: s3cret"), "header name must be letters, digits and -");
        refuses(() -> Arguments.requireHeaderName("HOST"), "header HOST is set by the client itself");
        refuses(
                () -> Arguments.requireHeaderName("user-agent"),
                "header user-agent is set by the client itself: use userAgentSuffix(…)");
    }

    @Test
    void timeout_isFromAMillisecondToWhatTheHttpClientCanCount() {
        Duration least = Duration.ofMillis(1);
        Duration most = Duration.ofMillis(Integer.MAX_VALUE);
        assertThat(Arguments.requireTimeout(least, "n")).isSameAs(least);
        assertThat(Arguments.requireTimeout(most, "n")).isSameAs(most);
        refuses(() -> Arguments.requireTimeout(null, "n"), "n must not be null");
        for (Duration outside : new Duration[] {least.minusNanos(1), most.plusNanos(1)}) {
            refuses(
                    () -> Arguments.requireTimeout(outside, "n"),
                    "n is \"" + outside + "\", but must be from one millisecond to 24 days");
        }
    }

    @Test
    void halfCharacter_isFoundWhereverItIs() {
        String whole = "\ud83d\ude00";
        assertThat(HalfCharacter.in("")).isEqualTo(-1);
        assertThat(HalfCharacter.in("a" + whole + whole)).isEqualTo(-1);
        assertThat(HalfCharacter.in("a\ud83d")).isEqualTo(1);
        assertThat(HalfCharacter.in("\ud83da")).isZero();
        assertThat(HalfCharacter.in("\ude00")).isZero();
        assertThat(HalfCharacter.in("\ud83d" + whole)).isZero();
        assertThat(HalfCharacter.in(whole + "\ude00")).isEqualTo(2);
        assertThat(HalfCharacter.in(whole + whole + "a\ud83d")).isEqualTo(5);
    }
}
