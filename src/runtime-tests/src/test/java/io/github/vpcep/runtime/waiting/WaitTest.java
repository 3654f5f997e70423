package io.github.vpcep.runtime.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A wait's calls and pauses as futures in the test's hand, whose order it decides. */
class WaitTest {
    private final List<CompletableFuture<String>> calls = new ArrayList<>();
    private final List<CompletableFuture<Void>> pauses = new ArrayList<>();
    private boolean endsBeforeItsCall;
    private final CompletableFuture<String> end = begun();

    private CompletableFuture<String> begun() {
        Pauses time = new Pauses() {
            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public double random() {
                return 1;
            }

            @Override
            public CompletableFuture<Void> pause(Duration length) {
                return added(pauses);
            }
        };
        return new Waiter<>(
                        Goal.of("ShowBook", "b-1", answer -> answer, "read"),
                        patience -> "",
                        patience -> added(calls),
                        failure -> false,
                        failure -> true,
                        time,
                        Duration.ofMinutes(1))
                .awaitAsync();
    }

    private <S> CompletableFuture<S> added(List<CompletableFuture<S>> steps) {
        if (endsBeforeItsCall) {
            end.cancel(false);
        }
        CompletableFuture<S> step = new CompletableFuture<>();
        steps.add(step);
        return step;
    }

    @Test
    void end_whenCancelled_cancelsTheCallUnderWay() {
        end.cancel(false);

        assertThat(calls).singleElement().satisfies(call -> assertThat(call).isCancelled());
    }

    @Test
    void end_whenCancelledInAPause_cancelsIt_andNothingMoreIsAsked() {
        calls.get(0).complete("lent");
        end.cancel(false);

        assertThat(pauses).singleElement().satisfies(pause -> assertThat(pause).isCancelled());
        assertThat(calls).hasSize(1);
    }

    @Test
    void end_whenCancelledWhileACallBegins_cancelsThatCall() {
        calls.get(0).complete("lent");
        endsBeforeItsCall = true;
        pauses.get(0).complete(null);

        assertThat(calls).hasSize(2);
        assertThat(calls.get(1)).isCancelled();
    }

    @Test
    void call_whenItEndsWithAnError_endsTheWaitWithIt() {
        Error error = new NoClassDefFoundError("x");
        calls.get(0).completeExceptionally(error);

        assertThatThrownBy(end::join).hasCause(error);
        assertThat(pauses).isEmpty();
    }
}
