package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.runtime.connect.GivenUp;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who fetches a token, who waits for whose, and when one is replaced: step by step, on one thread. */
@Timeout(30)
class TokenCacheTest {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration DUE = LIFE.minusMinutes(5);

    /** {@link System#nanoTime} may begin anywhere, and pass the greatest number. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final TokenCache cache = new TokenCache(nanos::get);
    /** What IAM was asked, in this order. */
    private final List<CompletableFuture<Token>> asked = new ArrayList<>();

    /** A call of one client, while which waits something happens. */
    private record Caller(Object client, Runnable meanwhile) implements HttpAccess {
        @Override
        public <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, Reading<T> reading) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T await(CompletableFuture<T> future, String what) {
            assertThat(what).isEqualTo("a token");
            meanwhile.run();
            assertThat(future).as("it would wait for ever").isDone();
            return future.join();
        }
    }

    private CompletableFuture<Token> ask() {
        asked.add(new CompletableFuture<>());
        return asked.get(asked.size() - 1);
    }

    private Token get(String client, Runnable meanwhile) {
        return cache.get(new Caller(client, meanwhile), this::ask);
    }

    /** Returns the token of a call that must not wait. */
    private Token getAtOnce() {
        return get("any", () -> {
            throw new AssertionError("it waits");
        });
    }

    private @Nullable Throwable thrown(String client, Runnable meanwhile) {
        return catchThrowable(() -> get(client, meanwhile));
    }

    private Token token(String text) {
        return Token.inHeader(text, nanos.get(), LIFE);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Lets the cache have a token, for which IAM is asked once more. */
    private Token fetched(String text) {
        Token token = token(text);
        int number = asked.size();
        assertThat(get("a", () -> asked.get(number).complete(token))).isSameAs(token);
        assertThat(asked).hasSize(number + 1);
        return token;
    }

    // Who fetches

    @Test
    void token_isFetchedOnce() {
        Token token = token("t1");
        assertThat(get("a", () -> {
                    assertThat(cache.isFetching()).isTrue();
                    asked.get(0).complete(token);
                }))
                .isSameAs(token);
        assertThat(cache.isFetching()).isFalse();
        assertThat(getAtOnce()).isSameAs(token);
        assertThat(asked).hasSize(1);
    }

    @Test
    void token_isFetchedAnewAtItsEnd() {
        Token first = fetched("t1");
        pass(LIFE.minusNanos(1));
        assertThat(getAtOnce()).isSameAs(first);
        asked.get(1).completeExceptionally(new IOException("away"));
        pass(Duration.ofNanos(1));
        fetched("t2");
    }

    @Test
    void calls_ofOneClient_waitForTheSameFetch() {
        Token token = token("t1");
        Token first = get(
                "a",
                () -> assertThat(get("a", () -> asked.get(0).complete(token))).isSameAs(token));
        assertThat(first).isSameAs(token);
        assertThat(asked).hasSize(1);
    }

    @Test
    void clients_fetchForThemselves_andHaveWhatOneOfThemGot() {
        Token token = token("t1");
        Token first = get(
                "a",
                () -> assertThat(get("b", () -> asked.get(1).complete(token))).isSameAs(token));
        assertThat(first).isSameAs(token);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).as("needed no more").isCancelled();
        assertThat(cache.isFetching()).isFalse();
    }

    @Test
    void fetch_thatIsOverBeforeIamIsAsked_isEnded() {
        Token token = token("t1");
        CompletableFuture<Token> late = new CompletableFuture<>();
        Supplier<CompletableFuture<Token>> slow = () -> {
            get("b", () -> asked.get(0).complete(token));
            assertThat(cache.isFetching()).isFalse();
            return late;
        };
        assertThat(cache.get(new Caller("a", () -> {}), slow)).isSameAs(token);
        assertThat(late).isCancelled();
    }

    /** A call that must not wait, and that is asked for its client between two looks of the cache. */
    private record Between(Supplier<Object> asked) implements HttpAccess {
        @Override
        public Object client() {
            return asked.get();
        }

        @Override
        public <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, Reading<T> reading) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T await(CompletableFuture<T> future, String what) {
            throw new AssertionError("it waits");
        }
    }

    @Test
    void call_whoseTokenComesMeanwhile_hasThat() {
        Token token = token("t1");
        Between call = new Between(() -> get("b", () -> asked.get(0).complete(token)));
        assertThat(cache.get(call, this::ask)).isSameAs(token);
        assertThat(asked).hasSize(1);
    }

    @Test
    void token_thatIsRefusedMeanwhile_isNotRenewed() {
        Token token = fetched("t1");
        pass(DUE);
        assertThat(cache.get(new Between(() -> cache.refused("t1")), this::ask)).isSameAs(token);
        assertThat(asked).hasSize(1);
    }

    // What fails

    @Test
    void failure_isThatOfAllWhoWait_andIsNotKept() {
        IOException reason = new IOException("away");
        assertThat(thrown(
                        "a",
                        () -> assertThat(thrown("a", () -> asked.get(0).completeExceptionally(reason)))
                                .hasCause(reason)))
                .isInstanceOf(CompletionException.class)
                .hasCause(reason);
        assertThat(cache.isFetching()).isFalse();
        fetched("t1");
    }

    @Test
    void iam_thatCannotBeAsked_isAFailure() {
        IllegalStateException reason = new IllegalStateException("no address");
        assertThat(catchThrowable(() -> cache.get(new Caller("a", () -> {}), () -> {
                    throw reason;
                })))
                .hasCause(reason);
        assertThat(cache.isFetching()).isFalse();
    }

    // Who gives up

    private static void giveUp(boolean isLate) {
        throw new GivenUp(new IOException("given up"), isLate);
    }

    @Test
    void fetch_thatNobodyWaitsForAnyMore_isEnded() {
        assertThat(thrown("a", () -> giveUp(false))).isInstanceOf(GivenUp.class);
        assertThat(asked.get(0)).isCancelled();
        assertThat(cache.isFetching()).isFalse();
        fetched("t1");
    }

    @Test
    void fetch_thatOthersWaitFor_goesOn() {
        Token token = token("t1");
        assertThat(get("a", () -> {
                    assertThat(thrown("a", () -> giveUp(false))).isInstanceOf(GivenUp.class);
                    assertThat(asked.get(0)).isNotDone();
                    asked.get(0).complete(token);
                }))
                .isSameAs(token);
    }

    @Test
    void fetch_thatOneAfterTheOtherGaveUp_isEnded() {
        assertThat(thrown("a", () -> {
                    assertThat(thrown("a", () -> giveUp(false))).isInstanceOf(GivenUp.class);
                    assertThat(thrown("a", () -> giveUp(false))).isInstanceOf(GivenUp.class);
                    assertThat(asked.get(0)).isNotDone();
                    giveUp(false);
                }))
                .isInstanceOf(GivenUp.class);
        assertThat(asked).singleElement().satisfies(fetch -> assertThat(fetch).isCancelled());
    }

    @Test
    void fetch_ofACallWithLittleTime_isForTheNext() {
        assertThat(thrown("a", () -> giveUp(true))).isInstanceOf(GivenUp.class);
        assertThat(cache.isFetching()).isTrue();
        Token token = token("t1");
        assertThat(get("a", () -> asked.get(0).complete(token))).isSameAs(token);
        assertThat(asked).hasSize(1);
    }

    // What is renewed

    @Test
    void token_thatIsDue_isRenewedWhileItIsUsed() {
        Token first = fetched("t1");
        pass(DUE.minusNanos(1));
        assertThat(getAtOnce()).isSameAs(first);
        assertThat(asked).hasSize(1);
        pass(Duration.ofNanos(1));
        assertThat(getAtOnce()).isSameAs(first);
        assertThat(getAtOnce()).isSameAs(first);
        assertThat(asked).as("one renewal at a time").hasSize(2);
        Token second = token("t2");
        asked.get(1).complete(second);
        assertThat(getAtOnce()).isSameAs(second);
        assertThat(asked).hasSize(2);
    }

    @Test
    void renewal_thatFailed_isTriedAgainAfterHalfAMinute() {
        Token first = fetched("t1");
        pass(DUE);
        getAtOnce();
        asked.get(1).completeExceptionally(new IOException("away"));
        pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(getAtOnce()).isSameAs(first);
        assertThat(asked).hasSize(2);
        pass(Duration.ofNanos(1));
        assertThat(getAtOnce()).isSameAs(first);
        assertThat(asked).hasSize(3);
    }

    @Test
    void renewal_thatFailed_isForgottenWithTheNextToken() {
        fetched("t1");
        pass(DUE);
        Token due = Token.inHeader("t2", nanos.get() - DUE.toNanos(), LIFE);
        getAtOnce();
        asked.get(1).completeExceptionally(new IOException("away"));
        cache.refused("t1");
        assertThat(get("a", () -> asked.get(2).complete(due))).isSameAs(due);
        getAtOnce();
        assertThat(asked).hasSize(4);
    }

    @Test
    void fetch_thatTheTokenOfAnotherClientEnded_isNoFailedRenewal() {
        Token due = Token.inHeader("t1", nanos.get() - DUE.toNanos(), LIFE);
        get("a", () -> get("b", () -> asked.get(1).complete(due)));
        assertThat(asked.get(0)).isCancelled();
        getAtOnce();
        assertThat(asked).hasSize(3);
    }

    @Test
    void renewal_thatTheTokenOfAnotherClientEnded_isNoFailedOne() {
        fetched("t1");
        pass(DUE);
        getAtOnce();
        pass(LIFE.minus(DUE));
        Token due = Token.inHeader("t2", nanos.get() - DUE.toNanos(), LIFE);
        get("b", () -> asked.get(2).complete(due));
        assertThat(asked.get(1)).isCancelled();
        getAtOnce();
        assertThat(asked).hasSize(4);
    }

    @Test
    void renewal_thatEndedWithItsClient_isNoFailedOne() {
        fetched("t1");
        pass(DUE);
        getAtOnce();
        asked.get(1).cancel(false);
        getAtOnce();
        assertThat(asked).hasSize(3);
    }

    @Test
    void renewal_thatACallWaitsForInTheEnd_isNotEndedByIt() {
        fetched("t1");
        pass(DUE);
        get("a", () -> {});
        pass(LIFE.minus(DUE));
        assertThat(thrown("a", () -> giveUp(false))).isInstanceOf(GivenUp.class);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).isNotDone();
        assertThat(cache.isFetching()).isTrue();
    }

    // What is refused

    @Test
    void token_thatIsRefused_isReplaced() {
        fetched("t1");
        assertThat(cache.refused("t1")).isTrue();
        fetched("t2");
    }

    @Test
    void refusal_ofATokenThatIsKeptNoMore_changesNothing() {
        assertThat(cache.refused("t0")).as("there is none").isTrue();
        Token token = fetched("t1");
        assertThat(cache.refused("t0")).as("another would be sent now").isTrue();
        assertThat(getAtOnce()).isSameAs(token);
    }

    @Test
    void token_thatReplacedARefusedOne_isKeptForAWhileWhenItIsRefusedAsWell() {
        fetched("t1");
        cache.refused("t1");
        Token second = fetched("t2");
        pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(cache.refused("t2")).isFalse();
        assertThat(getAtOnce()).isSameAs(second);
        pass(Duration.ofNanos(1));
        assertThat(cache.refused("t2")).isTrue();
        fetched("t3");
    }

    @Test
    void token_thatReplacedARefusedOne_isReplacedAtOnceWhenItHasBeenTakenMeanwhile() {
        cache.accepted("t0");
        fetched("t1");
        cache.refused("t1");
        fetched("t2");
        cache.accepted("t1");
        assertThat(cache.refused("t2")).as("that was another").isFalse();
        cache.accepted("t2");
        assertThat(cache.refused("t2")).isTrue();
        fetched("t3");
    }

    @Test
    void token_thatReplacedNone_isReplacedAtOnce() {
        fetched("t1");
        cache.refused("t1");
        fetched("t2");
        pass(DUE);
        getAtOnce();
        asked.get(2).complete(token("t3"));
        assertThat(cache.refused("t3")).isTrue();
    }
}
