package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.FakeTime;
import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the pauses are. */
class BackOffTest {
    private final FakeTime time = new FakeTime();
    private final BackOff backOff = new BackOff(time.timing());

    private static Response answer(String retryAfter, @Nullable String date) {
        Response.Builder builder = new Response.Builder()
                .request(new Request.Builder().url("http://localhost").build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("")
                .header("Retry-After", retryAfter);
        return (date == null ? builder : builder.header("Date", date)).build();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 500",
        "2, 1, 1000",
        "3, 1, 2000",
        "6, 1, 16000",
        "7, 1, 20000",
        "99, 1, 20000",
        "1, 0.5, 250",
        "3, 0.25, 500",
        "99, 0, 0"
    })
    void pause_doublesUpToItsLimitAndIsJitteredInFull(int failed, double chance, long millis) {
        time.chance(chance);
        assertThat(backOff.after(RetryPolicy.standard(), failed, null)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|500",
                "3| 3500",
                " 7 | 7500",
                "19.5|500",
                "19|19500",
                "20|20000",
                "-1|500",
                "soon|500",
                "1.5|500",
                "''|500",
                "Wed, 04 Mar 2026 05:06:12 GMT|5500",
                "Wed, 04 Mar 2026 05:06:00 GMT|500",
                "Wednesday, 04-Mar-26 05:06:12 GMT|5500"
            })
    void pause_isRetryAfterWithJitterOnTop(String retryAfter, long millis) {
        assertThat(backOff.after(RetryPolicy.standard(), 1, answer(retryAfter, null)))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void pause_untilADate_goesByTheServersClock() {
        Response response = answer("Thu, 05 Mar 2026 00:00:09 GMT", "Thu, 05 Mar 2026 00:00:00 GMT");
        assertThat(backOff.after(RetryPolicy.standard(), 1, response)).isEqualTo(Duration.ofMillis(9500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "99999999999999999999", "Wed, 04 Mar 2026 06:06:12 GMT"})
    void pause_longerThanItsLimit_isNotBegun(String retryAfter) {
        assertThat(backOff.after(RetryPolicy.standard(), 1, answer(retryAfter, null)))
                .isNull();
    }

    @Test
    void pause_isNeverShorterThanRetryAfter() {
        time.chance(0);
        assertThat(backOff.after(RetryPolicy.standard(), 3, answer("3", null))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void policy_keepsWhatWasSet() {
        RetryPolicy policy = RetryPolicy.standard()
                .withMaxAttempts(5)
                .withBaseDelay(Duration.ofMillis(10))
                .withMaxDelay(Duration.ofSeconds(1));
        assertThat(policy).hasToString("RetryPolicy[maxAttempts=5, baseDelay=PT0.01S, maxDelay=PT1S]");
        assertThat(policy)
                .isEqualTo(policy.withMaxAttempts(5))
                .hasSameHashCodeAs(policy.withMaxAttempts(5))
                .isNotEqualTo(policy.withMaxAttempts(6))
                .isNotEqualTo(policy.withBaseDelay(Duration.ofMillis(11)))
                .isNotEqualTo(policy.withMaxDelay(Duration.ofSeconds(2)))
                .isNotEqualTo("RetryPolicy")
                .doesNotHaveSameHashCodeAs(RetryPolicy.standard());
        assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void policy_hasAsManyTriesAsWereSet(int tries) {
        assertThat(RetryPolicy.standard().withMaxAttempts(tries).maxAttempts()).isEqualTo(tries);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void policy_whenTriesAreOutOfBounds_saysWhatIsAllowed(int tries) {
        assertThatThrownBy(() -> RetryPolicy.standard().withMaxAttempts(tries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxAttempts is \"" + tries + "\", but must be from 1 to 100");
        assertThatThrownBy(() -> RetryPolicy.standard().withBaseDelay(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseDelay is \"PT0S\", but must be from one millisecond to 24 days");
        assertThatThrownBy(() -> RetryPolicy.standard().withMaxDelay(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxDelay is \"PT0S\", but must be from one millisecond to 24 days");
    }
}
