package io.github.vpcep.runtime.waiting;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One wait that holds no thread: calls and pauses in turn, each begun by the end of the one before. */
final class Wait<T> {
    private final Watch<T> watch;
    private final Function<Duration, CompletableFuture<T>> call;
    private final Pauses pauses;
    private final CompletableFuture<?> end;
    private final Consumer<Optional<T>> reached;
    private volatile @Nullable CompletableFuture<?> underWay;

    Wait(
            Watch<T> watch,
            Function<Duration, CompletableFuture<T>> call,
            Pauses pauses,
            CompletableFuture<?> end,
            Consumer<Optional<T>> reached) {
        this.watch = watch;
        this.call = call;
        this.pauses = pauses;
        this.end = end;
        this.reached = reached;
    }

    /**
     * Makes the first call.
     *
     * @throws RuntimeException if it cannot be sent
     */
    void begin() {
        var unused = end.whenComplete((nothing, error) -> cancelUnderWay());
        follow(call.apply(watch.patience()), this::answered);
    }

    private void answered(@Nullable T answer, @Nullable Throwable failure) {
        if (failure != null) {
            if (watch.isReachedBy(failure)) {
                reached.accept(Optional.empty());
            } else if (failure instanceof RuntimeException reason) {
                rest(watch.failed(reason));
            } else {
                end.completeExceptionally(failure);
            }
        } else if (answer != null) {
            Duration pause = watch.answered(answer);
            if (pause == null) {
                reached.accept(Optional.of(answer));
            } else {
                rest(pause);
            }
        }
    }

    private void rest(Duration pause) {
        follow(pauses.pause(pause), (nothing, error) -> rested());
    }

    private void rested() {
        if (!end.isDone()) {
            follow(call.apply(watch.patience()), this::answered);
        }
    }

    private <S> void follow(CompletableFuture<S> step, BiConsumer<@Nullable S, @Nullable Throwable> next) {
        underWay = step;
        var unused = step.whenComplete((result, error) -> {
            try {
                next.accept(result, error);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
        });
        if (end.isDone()) {
            // Cancelled before the step was known.
            cancelUnderWay();
        }
    }

    private void cancelUnderWay() {
        CompletableFuture<?> step = underWay;
        if (step != null) {
            step.cancel(false);
        }
    }
}
