package io.github.vpcep.runtime.waiting;

import io.github.vpcep.runtime.error.VpcepTransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Waits for a {@link Goal}: asks at once, then after pauses of about a second that grow to ten. A call may take what is
 * left of the time that is given, but always two seconds, so that the shortest wait gets an answer; the last pause ends
 * with that time, and is followed by a last call. An error that asking again may cure does not end the wait, and a
 * pause that the server asked for with it makes ours longer; any other error does. Made by generated code, to be used
 * once.
 *
 * @param <T> the type of the answer
 */
public final class Waiter<T> {
    private final Goal<T> goal;
    private final Function<Duration, T> call;
    private final Function<Duration, CompletableFuture<T>> callAsync;
    private final Predicate<Throwable> absence;
    private final Predicate<Throwable> passing;
    private final Pauses pauses;
    private final Duration timeout;

    /**
     * Creates a waiter. Nothing is sent.
     *
     * @param goal what is waited for
     * @param call asks for the resource and waits, at most as long as it is told
     * @param callAsync asks for the resource, in at most the time that it is told
     * @param absence whether a failed call tells that the resource is gone
     * @param passing whether asking again may cure a failure
     * @param pauses lets time pass
     * @param timeout how long to wait
     */
    public Waiter(
            Goal<T> goal,
            Function<Duration, T> call,
            Function<Duration, CompletableFuture<T>> callAsync,
            Predicate<Throwable> absence,
            Predicate<Throwable> passing,
            Pauses pauses,
            Duration timeout) {
        this.goal = goal;
        this.call = call;
        this.callAsync = callAsync;
        this.absence = absence;
        this.passing = passing;
        this.pauses = pauses;
        this.timeout = timeout;
    }

    /**
     * Waits until the resource is in the state.
     *
     * @return the answer that says so
     * @throws io.github.vpcep.runtime.error.WaitFailedException if it does not get there by itself
     * @throws io.github.vpcep.runtime.error.WaitTimeoutException if the time is up; its cause is what the last call
     *     threw, if it did
     * @throws VpcepTransportException if the thread is interrupted, which it still is then
     */
    public T await() {
        return reach().orElseThrow();
    }

    /** Waits until the resource is gone; throws what {@link #await} does. */
    public void awaitGone() {
        reach();
    }

    /** As {@link #await}; cancelling the future ends the wait and the call under way. */
    public CompletableFuture<T> awaitAsync() {
        CompletableFuture<T> end = new CompletableFuture<>();
        new Wait<>(watch(), callAsync, pauses, end, reached -> end.complete(reached.orElseThrow())).begin();
        return end;
    }

    /** As {@link #awaitGone}; cancelling the future ends the wait and the call under way. */
    public CompletableFuture<Void> awaitGoneAsync() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        new Wait<>(watch(), callAsync, pauses, end, reached -> end.complete(null)).begin();
        return end;
    }

    private Watch<T> watch() {
        return new Watch<>(goal, absence, passing, pauses, timeout);
    }

    /** Returns the answer that reaches the goal, none when the resource is gone. */
    private Optional<T> reach() {
        Watch<T> watch = watch();
        while (true) {
            T answer;
            try {
                answer = call.apply(watch.patience());
            } catch (RuntimeException e) {
                if (watch.isReachedBy(e)) {
                    return Optional.empty();
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                rest(watch.failed(e));
                continue;
            }
            Duration pause = watch.answered(answer);
            if (pause == null) {
                return Optional.of(answer);
            }
            rest(pause);
        }
    }

    private void rest(Duration length) {
        CompletableFuture<Void> pause = pauses.pause(length);
        try {
            pause.get();
        } catch (InterruptedException e) {
            pause.cancel(false);
            Thread.currentThread().interrupt();
            throw new VpcepTransportException(
                    goal.operation(), "the thread was interrupted while it waited for " + goal.resource(), null, e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }
}
