package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls, one after the other or three at once, while tokens end, are revoked and refused, and IAM is there or not,
 * compared with a model. What happens follows from the seed; {@code -Dvpcep.rounds} asks for more sequences,
 * {@code -Dvpcep.seed} for others.
 */
@Tag("random")
@Timeout(300)
class TokenModelTest {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration RENEWAL = Duration.ofMinutes(5);
    private static final Duration PEACE = Duration.ofSeconds(30);
    private static final int THREADS = 3;

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private final TestClock clock = new TestClock();
    private final Model model = new Model();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();
    private volatile CyclicBarrier together = new CyclicBarrier(1);
    private volatile CountDownLatch iamMayAnswer = new CountDownLatch(0);
    private IamTokenCredentials credentials = Credentials.password("u", "p", "d", "cn-north-4");

    /** What happens. */
    private enum Event {
        CALL,
        CALL_ASYNC,
        CALLS_AT_ONCE,
        A_MOMENT_LATER,
        HALF_A_MINUTE_LATER,
        /** In the last five minutes of a token. */
        NEAR_THE_END,
        AT_THE_END,
        REVOKED,
        API_REFUSES_ALL,
        API_ACCEPTS,
        IAM_AWAY,
        IAM_REFUSES,
        IAM_BACK
    }

    /** How a call ends: with which tokens it was sent, how often IAM was asked, and what it threw. */
    private record Outcome(
            List<String> sent, int asked, @Nullable Class<? extends Throwable> thrown) {}

    /** The model. */
    private static final class Model {
        private Duration now = Duration.ZERO;
        private int given;
        private volatile int revoked;
        private volatile boolean apiRefuses;
        private volatile @Nullable Class<? extends Throwable> iamThrows;
        /** The token that is kept, 0 for none. */
        private int token;

        private Duration born = Duration.ZERO;
        private boolean isReplacing;
        private boolean isDoubtful;
        private @Nullable Duration renewalFailedAt;

        private boolean hasToken() {
            return token > 0 && now.compareTo(born.plus(LIFE)) < 0;
        }

        private boolean isDue() {
            boolean inPeace =
                    renewalFailedAt != null && now.minus(renewalFailedAt).compareTo(PEACE) < 0;
            return now.compareTo(born.plus(LIFE).minus(RENEWAL)) >= 0 && !inPeace;
        }

        private boolean fetch() {
            if (iamThrows != null) {
                return false;
            }
            token = ++given;
            born = now;
            isDoubtful = isReplacing;
            isReplacing = false;
            renewalFailedAt = null;
            return true;
        }

        /** A call, and what it does to the token. */
        Outcome call() {
            List<String> sent = new ArrayList<>();
            int asked = 0;
            boolean renews = hasToken() && isDue();
            if (!hasToken()) {
                asked++;
                if (!fetch()) {
                    return new Outcome(sent, asked, iamThrows);
                }
            }
            int first = token;
            sent.add("t" + first);
            if (renews) {
                // Behind the call's back, and done when its first try has ended.
                asked++;
                if (!fetch()) {
                    renewalFailedAt = now;
                }
            }
            if (!isRefused(first)) {
                return new Outcome(sent, asked, null);
            }
            if (token == first) {
                if (isDoubtful && now.minus(born).compareTo(PEACE) < 0) {
                    return new Outcome(sent, asked, AuthenticationFailedException.class);
                }
                token = 0;
                isReplacing = true;
                asked++;
                if (!fetch()) {
                    return new Outcome(sent, asked, iamThrows);
                }
            }
            sent.add("t" + token);
            if (isRefused(token)) {
                // There is no third try, and the next call finds out about this token.
                return new Outcome(sent, asked, AuthenticationFailedException.class);
            }
            // It is told of tries that follow a refusal alone.
            isDoubtful = false;
            return new Outcome(sent, asked, null);
        }

        private boolean isRefused(int sent) {
            return apiRefuses || sent <= revoked;
        }
    }

    static Stream<Arguments> sequences() {
        Random random = new Random(Long.getLong("vpcep.seed", 1));
        List<Event> all = List.of(Event.values());
        return Stream.generate(() -> {
                    List<Event> events = new ArrayList<>();
                    while (events.size() < 10) {
                        // A call after each change mostly, or the changes would only add up.
                        events.add(all.get(random.nextInt(all.size())));
                        events.add(all.get(random.nextInt(3)));
                    }
                    return Arguments.of(events);
                })
                .limit(Integer.getInteger("vpcep.rounds", 80));
    }

    /** An IAM that gives nothing may be asked again by whoever comes when the others have been told so. */
    private boolean isAskedByEach(Outcome outcome) {
        return model.iamThrows != null && outcome.thrown() != null && outcome.asked() > 0;
    }

    private MockResponse iam() {
        asked.incrementAndGet();
        await(iamMayAnswer);
        Class<? extends Throwable> thrown = model.iamThrows;
        return thrown == null
                ? Cloud.token(
                        "t" + given.incrementAndGet(),
                        clock.instant().plus(LIFE).toString())
                : Cloud.json(thrown == ServerFailureException.class ? 503 : 401, "{}");
    }

    /** Answers when all have come, and the renewal that they began is over: so the two do not race. */
    private MockResponse api(String token) {
        sent.add(token);
        iamMayAnswer.countDown();
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        Cloud.awaitFetched(credentials);
        boolean isRefused = model.isRefused(Integer.parseInt(token.substring(1)));
        return isRefused ? Cloud.json(401, "{}") : Cloud.json(200, "{\"ok\":true}");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes so many calls at once. */
    private void call(Engine engine, Face face, int calls, String what) {
        sent.clear();
        asked.set(0);
        together = new CyclicBarrier(calls);
        boolean fetchesFirst = !model.hasToken();
        iamMayAnswer = new CountDownLatch(fetchesFirst ? 1 : calls);
        List<FutureTask<Object>> results = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            FutureTask<Object> result = new FutureTask<>(() -> face.send(Cloud.reading(engine, "x")));
            results.add(result);
            Thread thread = new Thread(result);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        if (fetchesFirst) {
            awaitAsked(threads);
            iamMayAnswer.countDown();
        }
        List<Class<? extends Throwable>> thrown =
                results.stream().map(TokenModelTest::thrown).toList();

        Outcome outcome = model.call();
        List<String> expected = new ArrayList<>();
        outcome.sent().forEach(each -> expected.addAll(Collections.nCopies(calls, each)));
        assertThat(thrown).as("thrown by %s", what).isEqualTo(Collections.nCopies(calls, outcome.thrown()));
        assertThat(sent).as("sent by %s", what).containsExactlyElementsOf(expected);
        assertThat(asked.get())
                .as("asked of IAM by %s", what)
                .isBetween(outcome.asked(), outcome.asked() + (isAskedByEach(outcome) ? calls - 1 : 0));
    }

    /** Returns when IAM is asked and all wait for what it says. */
    private void awaitAsked(List<Thread> threads) {
        while (asked.get() == 0) {
            Thread.onSpinWait();
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private static @Nullable Class<? extends Throwable> thrown(FutureTask<Object> result) {
        try {
            result.get(60, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause()).getClass();
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void calls_areSentAndEndAsTheModelSays(List<Event> events) {
        Cloud.answer(cloud.iam(), request -> iam());
        Cloud.answer(
                cloud.api(), request -> api(String.valueOf(request.getHeaders().get("X-Auth-Token"))));
        credentials = Credentials.password("u", "p", "d", "cn-north-4")
                .iamEndpoint(cloud.iamUrl())
                .timed(clock, clock::nanoTime);
        try (Engine engine =
                cloud.builder(credentials).retry(RetryPolicy.none()).build()) {
            for (int i = 0; i < events.size(); i++) {
                String what = events.subList(0, i + 1).toString();
                switch (events.get(i)) {
                    case CALL -> call(engine, Face.SYNC, 1, what);
                    case CALL_ASYNC -> call(engine, Face.ASYNC, 1, what);
                    case CALLS_AT_ONCE -> call(engine, Face.SYNC, THREADS, what);
                    case A_MOMENT_LATER -> pass(Duration.ofSeconds(29));
                    case HALF_A_MINUTE_LATER -> pass(PEACE);
                    case NEAR_THE_END -> passUntil(model.born.plus(LIFE).minus(RENEWAL));
                    case AT_THE_END -> passUntil(model.born.plus(LIFE));
                    case REVOKED -> model.revoked = model.token;
                    case API_REFUSES_ALL -> model.apiRefuses = true;
                    case API_ACCEPTS -> model.apiRefuses = false;
                    case IAM_AWAY -> model.iamThrows = ServerFailureException.class;
                    case IAM_REFUSES -> model.iamThrows = AuthenticationFailedException.class;
                    case IAM_BACK -> model.iamThrows = null;
                }
            }
        }
    }

    private void pass(Duration time) {
        clock.move(time);
        model.now = model.now.plus(time);
    }

    private void passUntil(Duration time) {
        Duration left = time.minus(model.now);
        if (!left.isNegative()) {
            pass(left);
        }
    }
}
