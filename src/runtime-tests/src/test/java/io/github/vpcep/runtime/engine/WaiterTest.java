package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.call.Alarm;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import io.github.vpcep.runtime.waiting.Goal;
import io.github.vpcep.runtime.waiting.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for a state that an answer tells: here the title of a book. */
@Timeout(30)
class WaiterTest {
    private static final Goal<Book> SORTED = Goal.of("SortBooks", "b-1", Book::title, "sorted");
    private static final Goal<Book> GONE = Goal.gone("SortBooks", "b-1", Book::title);
    private static final Duration LONG = Duration.ofDays(1);

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private void tells(String... states) {
        for (String state : states) {
            shelf.answers(200, "{\"title\":\"" + state + "\",\"pages\":7}");
        }
    }

    static Waiter<Book> waiter(Client client, Goal<Book> goal, Duration timeout) {
        return new Waiter<>(
                goal,
                most -> client.sort("b-1").within(most).execute(),
                most -> client.sort("b-1").within(most).executeAsync(),
                client.engine()::isAbsence,
                client.engine()::isPassing,
                client.engine().pauses(),
                timeout);
    }

    private Book await(Face face, Goal<Book> goal, Duration timeout) {
        return face.await(waiter(shelf.client(), goal, timeout));
    }

    private void awaitGone(Face face, Goal<Book> goal) {
        Waiter<Book> waiter = waiter(shelf.client(), goal, LONG);
        if (face == Face.SYNC) {
            waiter.awaitGone();
        } else {
            assertThat(Face.joined(waiter.awaitGoneAsync())).isNull();
        }
    }

    // When to ask

    @ParameterizedTest
    @EnumSource
    void await_whenStateIsThere_asksOnce(Face face) {
        tells("sorted");
        assertThat(await(face, SORTED, LONG)).isEqualTo(new Book("sorted", 7));
        assertThat(shelf.server().getRequestCount()).isOne();
        assertThat(shelf.time().pauses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void await_whenStateComesLater_pausesLongerAndLonger(Face face) {
        tells("new", "new", "sorting", "sorting", "sorting", "sorting", "sorted");
        assertThat(await(face, SORTED, LONG).title()).isEqualTo("sorted");
        assertThat(shelf.time().pauses()).containsExactly(1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L);
    }

    @ParameterizedTest
    @EnumSource
    void await_variesItsPauses(Face face) {
        shelf.time().chance(0);
        tells("new", "new", "sorted");
        await(face, SORTED, LONG);
        assertThat(shelf.time().pauses()).containsExactly(800L, 1600L);
    }

    // When to stop

    @ParameterizedTest
    @EnumSource
    void await_whenTimeIsUp_namesTheLastState(Face face) {
        tells("new", "sorting", "sorting", "sorting", "sorted");
        assertThatThrownBy(() -> await(face, SORTED, Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(WaitTimeoutException.class, e -> {
                    assertThat(e.resource()).isEqualTo("b-1");
                    assertThat(e.lastState()).isEqualTo("sorting");
                    assertThat(e.timeout()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(e.operation()).isEqualTo("SortBooks");
                })
                .hasMessage("b-1 was not in the state sorted after PT5S, but in the state sorting (by SortBooks)");
        assertThat(shelf.time().pauses()).containsExactly(1000L, 2000L, 2000L);
    }

    @ParameterizedTest
    @EnumSource
    void await_whenStateComesWithTheEndOfTheTime_isReached(Face face) {
        tells("new", "new", "new", "sorted");
        assertThat(await(face, SORTED, Duration.ofSeconds(5)).title()).isEqualTo("sorted");
    }

    @ParameterizedTest
    @EnumSource
    void await_whenNoStateIsTold_waitsOn(Face face) {
        Goal<Book> silent = Goal.of("SortBooks", "b-1", book -> null, "sorted");
        tells("new", "new");
        assertThatThrownBy(() -> await(face, silent, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        WaitTimeoutException.class,
                        e -> assertThat(e.lastState()).isNull());
    }

    @ParameterizedTest
    @EnumSource
    void await_whenStateIsAFailedOne_throwsAtOnce(Face face) {
        Goal<Book> goal = SORTED.failed("burnt", "lost").errors(book -> List.of(7, book.title()));
        tells("new", "burnt", "sorted");
        assertThatThrownBy(() -> await(face, goal, LONG))
                .isInstanceOfSatisfying(WaitFailedException.class, e -> {
                    assertThat(e.resource()).isEqualTo("b-1");
                    assertThat(e.state()).isEqualTo("burnt");
                    assertThat(e.errors()).containsExactly("7", "burnt");
                })
                .hasMessage("b-1 is in the state burnt and will not be in the state sorted by itself: 7, burnt"
                        + " (by SortBooks)");
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void await_whenTheFailureHasOneReason_tellsIt() {
        tells("burnt");
        assertThatThrownBy(() -> await(Face.SYNC, SORTED.failed("burnt").errors(Book::pages), LONG))
                .isInstanceOfSatisfying(
                        WaitFailedException.class, e -> assertThat(e.errors()).containsExactly("7"));
    }

    @Test
    void await_whenTheFailureHasNoReason_tellsNone() {
        tells("burnt");
        assertThatThrownBy(() -> await(Face.SYNC, SORTED.failed("burnt"), LONG))
                .hasMessage("b-1 is in the state burnt and will not be in the state sorted by itself (by SortBooks)");
    }

    @ParameterizedTest
    @EnumSource
    void await_whenTargetIsAFailedState_isReached(Face face) {
        tells("sorted");
        assertThat(await(face, SORTED.failed("sorted"), LONG).title()).isEqualTo("sorted");
    }

    @ParameterizedTest
    @EnumSource
    void await_whenACallFailsForGood_throwsWhatItThrew(Face face) {
        tells("new");
        shelf.answers(403, "{}");
        assertThatThrownBy(() -> await(face, SORTED, LONG)).isInstanceOf(PermissionDeniedException.class);
        assertThat(shelf.time().pauses()).containsExactly(1000L);
    }

    // Errors that asking again may cure

    private void fails(int status) {
        shelf.server().enqueue(new MockResponse.Builder().code(status).build());
    }

    private void fails(int status, int retryAfter) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(status)
                        .setHeader("Retry-After", retryAfter)
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void await_overErrorsThatPass_waitsOn(Face face) {
        tells("new");
        fails(500);
        for (int i = 0; i < 4; i++) {
            fails(503);
        }
        fails(429);
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        tells("sorted");
        assertThat(await(face, SORTED, LONG).title()).isEqualTo("sorted");
        assertThat(shelf.server().getRequestCount()).isEqualTo(9);
        assertThat(shelf.time().pauses()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource
    void await_whenTheLastCallFailed_saysSoWhenItsTimeIsUp(Face face) {
        tells("new");
        fails(503);
        shelf.answers(500, "{\"error_code\":\"X.1\",\"error_msg\":\"broken\"}");
        assertThatThrownBy(() -> await(face, SORTED, Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(
                        WaitTimeoutException.class,
                        e -> assertThat(e.lastState()).isEqualTo("new"))
                .hasMessageStartingWith(
                        "b-1 was not in the state sorted after PT2S, but in the state new (by SortBooks);"
                                + " the last call failed: SortBooks failed with HTTP 500 X.1: broken")
                .cause()
                .isInstanceOf(ServerFailureException.class);
    }

    @ParameterizedTest
    @EnumSource
    void await_whenNoCallWasAnswered_saysThatNoStateWasSeen(Face face) {
        fails(503);
        fails(503);
        assertThatThrownBy(() -> await(face, SORTED, Duration.ofSeconds(1)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("but in no state that was seen (by SortBooks); the last call failed: ")
                .hasCauseInstanceOf(ServerFailureException.class);
    }

    @ParameterizedTest
    @EnumSource
    void await_whenTheServerSaysHowLong_pausesNoShorter(Face face) {
        fails(429, 7);
        fails(503, 9);
        fails(429, 1);
        tells("sorted");
        await(face, SORTED, LONG);
        assertThat(shelf.time().pauses()).containsExactly(7000L, 9000L, 4000L);
    }

    @ParameterizedTest
    @EnumSource
    void await_whenTheServerSaysTooLong_pausesToTheEndOfItsTime(Face face) {
        fails(503, 3600);
        tells("sorted");
        await(face, SORTED, Duration.ofMinutes(1));
        assertThat(shelf.time().pauses()).containsExactly(60_000L);
    }

    @ParameterizedTest
    @EnumSource
    void awaitGone_overErrorsThatPass_waitsOn(Face face) {
        fails(500);
        shelf.answers(404, "{\"error_code\":\"NOT_FOUND\"}");
        awaitGone(face, GONE);
        assertThat(shelf.time().pauses()).containsExactly(1000L);
    }

    // How long a call may take

    @ParameterizedTest
    @EnumSource
    void await_whileACallHangs_endsWithItsTime(Face face) {
        MockResponse hanging =
                new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();
        tells("new");
        shelf.server().enqueue(hanging);
        // Asked once more, with what is left of the time.
        shelf.server().enqueue(hanging);
        try (Client client = shelf.builder()
                .callTimeout(Duration.ofDays(1))
                .readTimeout(Duration.ofDays(1))
                .build()) {
            assertThatThrownBy(() -> face.await(waiter(client, SORTED, Duration.ofMillis(1100))))
                    .isInstanceOf(WaitTimeoutException.class)
                    .hasMessageContaining("in the state new")
                    .cause()
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout");
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_mayTakeWhatIsLeftOfTheTimeButAlwaysTwoSeconds(Face face) {
        assertThat(patience(face, Duration.ofSeconds(3))).containsExactly(3000L, 2000L, 2000L);
        assertThat(patience(face, Duration.ofMillis(500))).containsExactly(2000L, 2000L);
    }

    private List<Long> patience(Face face, Duration timeout) {
        List<Long> given = new ArrayList<>();
        Waiter<Book> waiter = new Waiter<>(
                SORTED,
                most -> asked(given, most),
                most -> CompletableFuture.completedFuture(asked(given, most)),
                shelf.client().engine()::isAbsence,
                shelf.client().engine()::isPassing,
                shelf.client().engine().pauses(),
                timeout);
        assertThatThrownBy(() -> face.await(waiter)).isInstanceOf(WaitTimeoutException.class);
        return given;
    }

    private static Book asked(List<Long> given, Duration most) {
        given.add(most.toMillis());
        assertThat(given).as("a wait that does not end").hasSizeLessThan(10);
        return new Book("new", 7);
    }

    // Gone

    @ParameterizedTest
    @EnumSource
    void awaitGone_whenNotFound_returns(Face face) {
        tells("sorted");
        shelf.answers(404, "{\"error_code\":\"NOT_FOUND\"}");
        awaitGone(face, GONE);
        assertThat(shelf.time().pauses()).containsExactly(1000L);
    }

    /** As from a gateway, a proxy and a server of something else, when the base URL is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"The API does not exist.\"}",
                "<html><body>404 Not Found</body></html>",
                "{}",
                ""
            })
    void awaitGone_whenNotFoundHasNoKnownCode_throws(String body) {
        for (Face face : Face.values()) {
            shelf.answers(404, body);
            assertThatThrownBy(() -> awaitGone(face, GONE)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void awaitGone_whenRefusedOtherwise_throws(Face face) {
        shelf.answers(404, "{\"error_code\":\"PERMISSION_DENIED\"}");
        assertThatThrownBy(() -> awaitGone(face, GONE)).isInstanceOf(PermissionDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void awaitGone_whenStateIsAFailedOne_throwsAtOnce(Face face) {
        tells("burnt");
        assertThatThrownBy(() -> awaitGone(face, GONE.failed("burnt")))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("will not be gone by itself");
    }

    @ParameterizedTest
    @EnumSource
    void await_whenNotFound_throws(Face face) {
        shelf.answers(404, "{\"error_code\":\"NOT_FOUND\"}");
        assertThatThrownBy(() -> await(face, SORTED, LONG)).isInstanceOf(NotFoundException.class);
    }

    // Ends from outside

    /** Time that does not pass before a test says so. */
    private static final class Alarms {
        private final CompletableFuture<Void> alarm = new CompletableFuture<>();
        private final CompletableFuture<Duration> set = new CompletableFuture<>();

        Timing timing() {
            Timing real = Timing.system();
            return new Timing(
                    real.clock(),
                    real.nanoTime(),
                    () -> 1,
                    real.sleeper(),
                    after -> {
                        set.complete(after);
                        return alarm;
                    },
                    real.deadlines());
        }
    }

    @Test
    void awaitAsync_whenCancelledInAPause_takesTheAlarmBack() {
        Alarms alarms = new Alarms();
        tells("new");
        try (Client client = shelf.builder(alarms.timing()).build()) {
            CompletableFuture<Book> future = waiter(client, SORTED, LONG).awaitAsync();
            assertThat(alarms.set.join()).isEqualTo(Duration.ofSeconds(1));
            future.cancel(false);
            // Not at once if the pause had not quite begun.
            assertThat(alarms.alarm)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableOfType(CancellationException.class);
        }
        assertThat(shelf.server().getRequestCount()).isOne();
    }

    @Test
    void awaitAsync_whenCancelledInACall_cancelsIt() throws Exception {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .headersDelay(1, TimeUnit.MINUTES)
                        .build());
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        try (Client client =
                shelf.builder().listener(call -> ended.complete(call.failure())).build()) {
            CompletableFuture<Book> future = waiter(client, SORTED, LONG).awaitAsync();
            shelf.server().takeRequest();
            future.cancel(false);
            assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(VpcepTransportException.class);
        }
    }

    @Test
    void awaitAsync_afterAPause_goesOnOnAThreadOfTheClient() {
        Alarms alarms = new Alarms();
        tells("new", "sorted");
        CompletableFuture<String> thread = new CompletableFuture<>();
        try (Client client = shelf.builder(alarms.timing()).build()) {
            Waiter<Book> waiter = new Waiter<>(
                    SORTED,
                    most -> client.sort("b-1").within(most).execute(),
                    most -> {
                        if (alarms.set.isDone()) {
                            thread.complete(Thread.currentThread().getName());
                        }
                        return client.sort("b-1").within(most).executeAsync();
                    },
                    client.engine()::isAbsence,
                    client.engine()::isPassing,
                    client.engine().pauses(),
                    LONG);
            CompletableFuture<Book> future = waiter.awaitAsync();
            alarms.set.join();
            alarms.alarm.complete(null);
            assertThat(future.join().title()).isEqualTo("sorted");
        }
        // OkHttp names a thread anew while a call is on it.
        assertThat(thread.join()).matches("vpcep-call-.*|OkHttp .*");
    }

    @ParameterizedTest
    @EnumSource
    void await_whenClientIsClosedInAPause_endsAtOnce(Face face) throws Exception {
        Alarms alarms = new Alarms();
        tells("new");
        Client client = shelf.builder(alarms.timing()).build();
        Waiter<Book> waiter = waiter(client, SORTED, LONG);
        CompletableFuture<Throwable> failure =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> face.await(waiter)));
        alarms.set.join();
        client.close();
        assertThat(failure.get(20, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The client is closed");
        assertThat(shelf.server().getRequestCount()).isOne();
    }

    @Test
    void await_whenThreadIsInterruptedInAPause_endsAtOnceAndLeavesItInterrupted() throws Exception {
        Alarms alarms = new Alarms();
        tells("new");
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (Client client = shelf.builder(alarms.timing()).build()) {
            Thread thread = new Thread(() -> {
                failure.complete(
                        catchThrowable(() -> waiter(client, SORTED, LONG).await()));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            thread.start();
            alarms.set.join();
            thread.interrupt();
            assertThat(failure.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("the thread was interrupted while it waited for b-1");
            assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(alarms.alarm).isCancelled();
    }

    @Test
    void alarm_goesOffByItself() {
        assertThat(Alarm.REAL.after(Duration.ofNanos(1)))
                .succeedsWithin(Duration.ofSeconds(20))
                .isNull();
    }
}
