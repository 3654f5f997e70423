package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import io.github.vpcep.runtime.waiting.Goal;
import io.github.vpcep.runtime.waiting.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Waits for each goal within each deadline, compared with a model: for all sequences of up to three answers, and for as
 * many of four as {@code -Dvpcep.rounds} says, drawn by {@code -Dvpcep.seed}.
 */
@Tag("random")
@Timeout(300)
class WaitModelTest {
    private static final int MOST = 4;
    private static final int MOST_REQUESTS = 50;

    @RegisterExtension
    final Shelf shelf = new Shelf();

    /** What is answered. */
    private enum Told {
        /** The state goes on. */
        NEW(null),
        /** An error that passes. */
        BUSY(ServerFailureException.class),
        /** One with a pause that the server asks for. */
        THROTTLED(ThrottledException.class),
        SORTED(null),
        BURNT(null),
        GONE(NotFoundException.class),
        /** As from something in front of the service, which does not know what there is. */
        NOWHERE(NotFoundException.class),
        DENIED(PermissionDeniedException.class);

        private final @Nullable Class<? extends Throwable> thrown;

        Told(@Nullable Class<? extends Throwable> thrown) {
            this.thrown = thrown;
        }

        private boolean isPassing() {
            return this == BUSY || this == THROTTLED;
        }

        MockResponse response() {
            MockResponse.Builder response = new MockResponse.Builder();
            return switch (this) {
                case NEW, SORTED, BURNT ->
                    response.body("{\"title\":\"" + name() + "\",\"pages\":1}").build();
                case BUSY -> response.code(503).build();
                case THROTTLED ->
                    response.code(429).setHeader("Retry-After", "3").build();
                case GONE ->
                    response.code(404)
                            .body("{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"m\"}}")
                            .build();
                case NOWHERE -> response.code(404).build();
                case DENIED -> response.code(403).build();
            };
        }
    }

    /** What is waited for. */
    private enum Aim {
        SORTED,
        GONE;

        private Goal<Book> goal() {
            return this == GONE
                    ? Goal.gone("SortBooks", "b-1", Book::title)
                    : Goal.<Book>of("SortBooks", "b-1", Book::title, "SORTED").failed("BURNT");
        }
    }

    /** How a wait ends: after so many requests and these pauses. */
    private record Outcome(
            int requests,
            List<Long> pauses,
            @Nullable Class<? extends Throwable> thrown,
            @Nullable Class<? extends Throwable> cause,
            @Nullable String last) {}

    /** The model. The last answer is given for ever. */
    private static Outcome expected(Aim aim, Duration deadline, List<Told> answers) {
        List<Long> pauses = new ArrayList<>();
        long passed = 0;
        String last = null;
        for (int i = 0; ; i++) {
            Told told = answers.get(Math.min(i, answers.size() - 1));
            if (told.name().equals(aim.name())) {
                return new Outcome(i + 1, pauses, null, null, null);
            }
            if (told.thrown != null && !told.isPassing()) {
                return new Outcome(i + 1, pauses, told.thrown, null, null);
            }
            if (told == Told.BURNT && aim == Aim.SORTED) {
                return new Outcome(i + 1, pauses, WaitFailedException.class, null, null);
            }
            last = told.thrown == null ? told.name() : last;
            long left = deadline.toMillis() - passed;
            if (left <= 0) {
                return new Outcome(i + 1, pauses, WaitTimeoutException.class, told.thrown, last);
            }
            long own = Math.min(10_000, 1000L << i);
            long pause = Math.min(left, told == Told.THROTTLED ? Math.max(own, 3000) : own);
            pauses.add(pause);
            passed += pause;
        }
    }

    /** Those of up to four, of which only the last may end the wait. */
    private static List<List<Told>> sequences(Aim aim, Random random) {
        List<Told> goOn = new ArrayList<>(List.of(Told.NEW, Told.BUSY, Told.THROTTLED));
        if (aim == Aim.GONE) {
            goOn.add(Told.BURNT);
        }
        List<List<Told>> sequences = new ArrayList<>();
        List<List<Told>> begun = List.of(List.of());
        for (int length = 1; length <= MOST; length++) {
            List<List<Told>> longer = new ArrayList<>();
            for (List<Told> before : begun) {
                for (Told last : Told.values()) {
                    List<Told> sequence = new ArrayList<>(before);
                    sequence.add(last);
                    (goOn.contains(last) ? longer : sequences).add(sequence);
                }
            }
            begun = longer;
        }
        // Those that no answer ends.
        sequences.addAll(begun);
        Collections.shuffle(sequences, random);
        int rounds = Integer.getInteger("vpcep.rounds", 80);
        Stream<List<Told>> longest =
                sequences.stream().filter(each -> each.size() == MOST).limit(rounds);
        return Stream.concat(sequences.stream().filter(each -> each.size() < MOST), longest)
                .toList();
    }

    private Outcome seen(Face face, Aim aim, Duration deadline, List<Told> answers) {
        int requests = shelf.server().getRequestCount();
        int pauses = shelf.time().pauses().size();
        shelf.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int asked = shelf.server().getRequestCount() - requests;
                // A wait that does not end by its time ends by this.
                return asked > MOST_REQUESTS
                        ? Told.DENIED.response()
                        : answers.get(Math.min(asked, answers.size()) - 1).response();
            }
        });
        Throwable thrown = catchThrowable(() -> await(face, aim, deadline));
        boolean isLate = thrown instanceof WaitTimeoutException;
        return new Outcome(
                shelf.server().getRequestCount() - requests,
                shelf.time().pauses().subList(pauses, shelf.time().pauses().size()),
                thrown == null ? null : thrown.getClass(),
                isLate && thrown.getCause() != null ? thrown.getCause().getClass() : null,
                isLate ? ((WaitTimeoutException) thrown).lastState() : null);
    }

    private void await(Face face, Aim aim, Duration deadline) {
        Waiter<Book> waiter = WaiterTest.waiter(shelf.client(), aim.goal(), deadline);
        if (aim == Aim.SORTED) {
            assertThat(face.await(waiter).title()).isEqualTo("SORTED");
        } else if (face == Face.SYNC) {
            waiter.awaitGone();
        } else {
            Face.joined(waiter.awaitGoneAsync());
        }
    }

    @ParameterizedTest
    @EnumSource
    void wait_pausesAndEndsAsTheModelSays(Face face) {
        Random random = new Random(Long.getLong("vpcep.seed", 1));
        for (Aim aim : Aim.values()) {
            for (Duration deadline : List.of(Duration.ZERO, Duration.ofMillis(4500), Duration.ofSeconds(20))) {
                for (List<Told> answers : sequences(aim, random)) {
                    if (deadline.isZero() && answers.size() > 1) {
                        // There is no second request.
                        continue;
                    }
                    assertThat(seen(face, aim, deadline, answers))
                            .as("waiting until %s within %s, answered %s", aim, deadline, answers)
                            .isEqualTo(expected(aim, deadline, answers));
                }
            }
        }
    }
}
