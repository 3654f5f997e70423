package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many threads, one token: IAM is asked once, whatever happens. */
@Timeout(30)
class TokenConcurrencyTest {
    private static final int THREADS = 50;
    private static final Duration SHORT = Duration.ofMillis(200);

    private final TestClock clock = new TestClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch iamIsAsked = new CountDownLatch(1);
    private final CountDownLatch iamMayAnswer = new CountDownLatch(1);

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private IamTokenCredentials credentials() {
        return Credentials.password("u", "p", "d", "cn-north-4")
                .iamEndpoint(cloud.iamUrl())
                .timed(clock, clock::nanoTime);
    }

    private Engine engine() {
        return cloud.builder(credentials()).build();
    }

    private MockResponse nextToken() {
        return Cloud.token(
                "t" + asked.incrementAndGet(),
                clock.instant().plus(Duration.ofDays(1)).toString());
    }

    private void iamAnswers() {
        Cloud.answer(cloud.iam(), request -> nextToken());
    }

    /** Lets IAM say that it is asked, and answer when it may. */
    private void iamAnswersLater(MockResponse answer) {
        Cloud.answer(cloud.iam(), request -> {
            asked.incrementAndGet();
            iamIsAsked.countDown();
            await(iamMayAnswer);
            return answer;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A call on a thread of its own. */
    private record Caller(Thread thread, FutureTask<Object> result) {
        static Caller start(Callable<Object> call) {
            FutureTask<Object> result = new FutureTask<>(call);
            Thread thread = new Thread(result);
            thread.setDaemon(true);
            thread.start();
            return new Caller(thread, result);
        }

        /** Returns once the thread waits for another one; reading from a socket is not waiting. */
        void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(result.isDone()).isFalse();
                Thread.onSpinWait();
            }
        }

        Object get() throws Exception {
            return result.get(20, TimeUnit.SECONDS);
        }
    }

    private static List<Caller> start(int count, Engine engine) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(Caller.start(() -> Cloud.read(engine, "x")));
        }
        return callers;
    }

    @Test
    void calls_withoutAToken_waitForOneOfThemToFetchIt() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        try (Engine engine = engine()) {
            Caller first = Caller.start(() -> Cloud.read(engine, "x"));
            await(iamIsAsked);
            List<Caller> others = start(THREADS - 1, engine);
            others.forEach(Caller::awaitWaiting);
            iamMayAnswer.countDown();
            first.get();
            for (Caller other : others) {
                other.get();
            }
        }
        assertThat(asked).hasValue(1);
        assertThat(cloud.api().getRequestCount()).isEqualTo(THREADS);
    }

    @Test
    void calls_thatWait_failWithTheOneThatFetched() throws Exception {
        iamAnswersLater(Cloud.json(401, "{}"));
        try (Engine engine = engine()) {
            List<Caller> callers = new ArrayList<>(start(1, engine));
            await(iamIsAsked);
            callers.addAll(start(THREADS - 1, engine));
            callers.subList(1, THREADS).forEach(Caller::awaitWaiting);
            iamMayAnswer.countDown();
            for (Caller caller : callers) {
                assertThatThrownBy(caller::get).hasCauseInstanceOf(AuthenticationFailedException.class);
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void calls_refusedAtOnce_fetchOneNewToken() throws Exception {
        iamAnswers();
        CountDownLatch arrived = new CountDownLatch(THREADS);
        Cloud.answer(cloud.api(), request -> {
            if ("t1".equals(request.getHeaders().get("X-Auth-Token"))) {
                arrived.countDown();
                await(arrived);
                return Cloud.json(401, "{}");
            }
            return Cloud.json(200, "{\"ok\":true}");
        });
        try (Engine engine = engine()) {
            for (Caller caller : start(THREADS, engine)) {
                caller.get();
            }
        }
        assertThat(asked).as("t1 and t2").hasValue(2);
        assertThat(cloud.api().getRequestCount()).isEqualTo(2 * THREADS);
    }

    @Test
    void calls_duringARenewal_goOnWithTheOldToken() throws Exception {
        iamAnswers();
        try (Engine engine = engine()) {
            Cloud.read(engine, "x");
            clock.move(Duration.ofDays(1).minusMinutes(1));
            iamAnswersLater(Cloud.token("t2", "2999-01-01T00:00:00Z"));
            Cloud.read(engine, "x");
            await(iamIsAsked);
            Cloud.read(engine, "x");
            Cloud.read(engine, "x");
            iamMayAnswer.countDown();
        }
        for (int i = 0; i < 4; i++) {
            assertThat(cloud.api().takeRequest().getHeaders().get("X-Auth-Token"))
                    .isEqualTo("t1");
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void call_whenItIsInterruptedWhileItWaits_endsAndStaysInterrupted_andSpoilsNothing() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        try (Engine engine = engine()) {
            Caller first = Caller.start(() -> {
                try {
                    return Cloud.read(engine, "x");
                } catch (VpcepTransportException e) {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    throw e;
                }
            });
            await(iamIsAsked);
            Caller second = Caller.start(() -> Cloud.read(engine, "x"));
            second.awaitWaiting();
            first.awaitWaiting();
            first.thread().interrupt();
            assertThatThrownBy(first::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("the thread was interrupted, while it waited for a token");
            iamMayAnswer.countDown();
            assertThat(second.get()).isNotNull();
        }
        assertThat(asked).hasValue(1);
    }

    // How long a call waits

    /** With other options than the client that it shares all else with. */
    private static Engine within(Engine engine, Duration callTimeout) {
        return engine.with(CallOptions.builder().callTimeout(callTimeout).build());
    }

    @Test
    void call_whileIamHangs_endsByItsOwnDeadline() {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        try (Engine engine = engine()) {
            assertThatThrownBy(() -> Cloud.read(within(engine, SHORT), "x"))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("ReadThing got no usable answer: timed out, by callTimeout, while it waited"
                            + " for a token");
            assertThat(iamMayAnswer.getCount()).as("IAM still hangs").isOne();
            iamMayAnswer.countDown();
        }
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @Test
    void call_whileAnothersFetchHangs_endsByItsOwnDeadline() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        try (Engine engine = engine()) {
            Caller first = Caller.start(() -> Cloud.read(engine, "x"));
            await(iamIsAsked);
            assertThatThrownBy(() -> Cloud.read(within(engine, SHORT), "x"))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout");
            iamMayAnswer.countDown();
            assertThat(first.get()).isNotNull();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void fetch_begunByACallOfLittleTime_servesThoseOfMore() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        try (Engine engine = engine()) {
            assertThatThrownBy(() -> Cloud.read(within(engine, SHORT), "x"))
                    .isInstanceOf(VpcepTransportException.class);
            Caller patient = Caller.start(() -> Cloud.read(engine, "x"));
            patient.awaitWaiting();
            iamMayAnswer.countDown();
            assertThat(patient.get()).isNotNull();
        }
        assertThat(asked).as("the first fetch was good for the second call").hasValue(1);
    }

    @Test
    void call_whileIamHangsInARenewal_isNotHeldUp() {
        iamAnswers();
        try (Engine engine = engine()) {
            Cloud.read(engine, "x");
            clock.move(Duration.ofDays(1).minusMinutes(1));
            iamAnswersLater(Cloud.token("t2", "2999-01-01T00:00:00Z"));
            assertThat(Cloud.read(engine, "x")).containsEntry("ok", true);
            await(iamIsAsked);
            assertThat(Cloud.read(within(engine, Duration.ofSeconds(10)), "x")).containsEntry("ok", true);
            assertThat(iamMayAnswer.getCount()).as("IAM still hangs").isOne();
            iamMayAnswer.countDown();
        }
    }

    // Several clients

    @Test
    void close_ofOneClient_isNoMatterToAnotherOfTheSameCredentials() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        IamTokenCredentials shared = credentials();
        try (Engine other = cloud.builder(shared).build()) {
            Engine engine = cloud.builder(shared).build();
            Caller closed = Caller.start(() -> Cloud.read(engine, "x"));
            await(iamIsAsked);
            Caller open = Caller.start(() -> Cloud.read(other, "x"));
            open.awaitWaiting();
            engine.close();
            assertThatThrownBy(closed::get).hasCauseInstanceOf(VpcepTransportException.class);
            iamMayAnswer.countDown();
            assertThat(open.get()).isNotNull();
        }
    }

    @Test
    void close_ofAClientThatRenews_leavesTheRenewalToTheNextCallOfAnother() {
        iamAnswers();
        IamTokenCredentials shared = credentials();
        try (Engine other = cloud.builder(shared).build()) {
            Engine engine = cloud.builder(shared).build();
            Cloud.read(engine, "x");
            clock.move(Duration.ofDays(1).minusMinutes(1));
            iamAnswersLater(Cloud.json(500, "{}"));
            Cloud.read(engine, "x");
            await(iamIsAsked);
            engine.close();
            Cloud.awaitFetched(shared);
            iamMayAnswer.countDown();
            iamAnswers();
            Cloud.read(other, "x");
            Cloud.awaitFetched(shared);
        }
        assertThat(asked).as("t1, what was closed, and t3").hasValue(3);
    }

    @Test
    void fetch_hasTheTimeoutsOfTheClientThatNeedsIt() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        IamTokenCredentials shared = credentials();
        try (Engine hasty = cloud.builder(shared)
                        .readTimeout(SHORT)
                        .retry(RetryPolicy.none())
                        .build();
                Engine patient = cloud.builder(shared).build()) {
            Caller first = Caller.start(() -> Cloud.read(hasty, "x"));
            Caller second = Caller.start(() -> Cloud.read(patient, "x"));
            assertThatThrownBy(first::get)
                    .hasCauseInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("IAM was not reached, or did not answer");
            iamMayAnswer.countDown();
            assertThat(second.get()).isNotNull();
        }
    }

    @Test
    void close_endsTheFetch() throws Exception {
        iamAnswersLater(Cloud.token("t1", "2999-01-01T00:00:00Z"));
        Engine engine = engine();
        Caller caller = Caller.start(() -> Cloud.read(engine, "x"));
        await(iamIsAsked);
        engine.close();
        assertThatThrownBy(caller::get).hasCauseInstanceOf(VpcepTransportException.class);
        iamMayAnswer.countDown();
    }
}
