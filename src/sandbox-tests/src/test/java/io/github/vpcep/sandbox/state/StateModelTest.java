package io.github.vpcep.sandbox.state;

import io.github.vpcep.sandbox.StoreUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random requests of three accounts to all operations, each answer compared with what a {@linkplain Model model} of the
 * rules answers. All follows from the seed; {@code -Dvpcep.rounds} asks for more sequences, {@code -Dvpcep.seed} for
 * others or for the same again.
 */
@Tag("random")
class StateModelTest {
    private static final int STEPS = 150;

    private final long seed = Long.getLong("vpcep.seed", 1);

    /** What differs from the model: at which step, and how. */
    private record Difference(int step, String message) {}

    @Test
    @Timeout(3600)
    void everyAnswer_isThatOfTheModel() {
        for (int round = 0; round < Integer.getInteger("vpcep.rounds", 10); round++) {
            long first = seed + round;
            List<Long> steps = new Random(first).longs(STEPS).boxed().toList();
            Difference difference = run(first, steps);
            if (difference != null) {
                List<Long> shrunk = shrunk(first, steps.subList(0, difference.step() + 1));
                throw new AssertionError("With -Dvpcep.seed=" + first + ", after " + difference.step() + " requests: "
                        + difference.message() + "\nThe same kind of thing in " + shrunk.size() + " requests:\n"
                        + told(first, shrunk));
            }
        }
    }

    /** Steps are left out, from long runs to single ones, as long as something still differs. */
    private static List<Long> shrunk(long seed, List<Long> failing) {
        List<Long> steps = new ArrayList<>(failing);
        for (int length = steps.size() / 2; length > 0; length /= 2) {
            for (int from = 0; from + length < steps.size(); ) {
                List<Long> fewer = new ArrayList<>(steps.subList(0, from));
                fewer.addAll(steps.subList(from + length, steps.size()));
                Difference difference = run(seed, fewer);
                if (difference == null) {
                    from += length;
                } else {
                    steps = new ArrayList<>(fewer.subList(0, difference.step() + 1));
                }
            }
        }
        return steps;
    }

    private static String told(long seed, List<Long> steps) {
        StringBuilder told = new StringBuilder();
        Difference difference = run(seed, steps, told);
        return told + (difference == null ? "(no difference this time)" : difference.message());
    }

    private static @Nullable Difference run(long seed, List<Long> steps) {
        return run(seed, steps, new StringBuilder());
    }

    private static @Nullable Difference run(long seed, List<Long> steps, StringBuilder told) {
        try (Stage stage =
                new Stage(limits(new Random(seed)), StoreUnderTest.empty(), seed % 2 == 0 ? Named.ALL : List.of())) {
            for (int i = 0; i < steps.size(); i++) {
                String difference = stage.step(steps.get(i), told);
                if (difference != null) {
                    return new Difference(i, difference);
                }
            }
            String difference = steps.isEmpty() ? null : stage.look();
            return difference == null ? null : new Difference(steps.size() - 1, "At the end, " + difference);
        }
    }

    /** Small ones, which are reached; changes of state that take time, or none. */
    private static Model.Limits limits(Random random) {
        random.nextLong();
        Duration service = Duration.ofMillis(random.nextInt(3) * (500L + random.nextInt(2500)));
        Duration endpoint = Duration.ofMillis(random.nextInt(2) * (500L + random.nextInt(3000)));
        return new Model.Limits(2, 3, 3, 4, 3, 2, 20, service, endpoint);
    }
}
