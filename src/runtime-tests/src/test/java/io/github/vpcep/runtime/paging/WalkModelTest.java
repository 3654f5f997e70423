package io.github.vpcep.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks over lists that change at random before each call, compared with what has to hold of any walk. The lists follow
 * from the seed; {@code -Dvpcep.rounds} asks for more of them, {@code -Dvpcep.seed} for others.
 */
@Tag("random")
class WalkModelTest {
    private static final long SEED = Long.getLong("vpcep.seed", 1);
    private static final int ROUNDS = Integer.getInteger("vpcep.rounds", 1000);

    /** What happens to the list while it is read. */
    private enum Change {
        NONE,
        CREATED,
        DELETED,
        BOTH,
        /** Items move to the end, as in the order of their last change. */
        REORDERED,
        /** The server gives fewer items than it is asked for. */
        SHORTENED
    }

    /** A list in the order of creation, which follows from a seed as it is asked for. */
    private static final class Changing {
        private final Change change;
        private final Random random;
        private final int start;
        private final int limit;
        private final List<Integer> items = new ArrayList<>();
        private final Set<Integer> ever = new HashSet<>();
        private final Set<Integer> always = new HashSet<>();
        private final List<Integer> offsets = new ArrayList<>();
        private int next;

        Changing(long seed) {
            random = new Random(seed);
            random.nextLong();
            change = List.of(Change.values()).get(random.nextInt(Change.values().length));
            start = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
            limit = 1 + random.nextInt(5);
            for (int i = random.nextInt(14); i > 0; i--) {
                create();
            }
            always.addAll(items);
        }

        private void create() {
            ever.add(next);
            items.add(next++);
        }

        private void change() {
            for (int i = random.nextInt(4); i > 0; i--) {
                boolean creates = change == Change.CREATED || (change == Change.BOTH && random.nextBoolean());
                // It ends some time, as everything does.
                if (creates && offsets.size() < 8) {
                    create();
                } else if (!items.isEmpty() && (change == Change.DELETED || change == Change.BOTH)) {
                    always.remove(items.remove(random.nextInt(items.size())));
                } else if (!items.isEmpty() && change == Change.REORDERED && offsets.size() < 8) {
                    items.add(items.remove(random.nextInt(items.size())));
                }
            }
        }

        Chunk<Integer> page(int offset, int most) {
            assertThat(offset).as("never before the first page").isGreaterThanOrEqualTo(start);
            assertThat(offsets).as("calls for %s", items).hasSizeLessThan(60);
            if (!offsets.isEmpty()) {
                change();
            }
            offsets.add(offset);
            int given = change == Change.SHORTENED ? Math.min(most, 2 + random.nextInt(3)) : most;
            List<Integer> rest = items.subList(Math.min(offset, items.size()), items.size());
            return Chunk.of(List.copyOf(rest.subList(0, Math.min(given, rest.size()))), items.size());
        }

        PageSource<Integer> source(Executor answering) {
            return PageSource.of(
                    start,
                    limit,
                    item -> item,
                    this::page,
                    (offset, most) -> CompletableFuture.supplyAsync(() -> page(offset, most), answering));
        }

        @Override
        public String toString() {
            return change + " from " + start + " by " + limit + " at " + offsets + ", left " + items;
        }
    }

    private enum Way {
        ITERATOR {
            @Override
            List<Integer> all(Changing list) {
                List<Integer> all = new ArrayList<>();
                Page.of(list.source(Runnable::run), list.page(list.start, list.limit))
                        .iterator()
                        .forEachRemaining(all::add);
                return all;
            }
        },
        STREAM {
            @Override
            List<Integer> all(Changing list) {
                return Page.of(list.source(Runnable::run), list.page(list.start, list.limit))
                        .toList();
            }
        },
        /** Answered at once. */
        ASYNC {
            @Override
            List<Integer> all(Changing list) {
                return later(list, Runnable::run);
            }
        },
        /** Answered on another thread. */
        LATER {
            @Override
            List<Integer> all(Changing list) {
                return later(list, command -> new Thread(command).start());
            }
        };

        abstract List<Integer> all(Changing list);

        static List<Integer> later(Changing list, Executor answering) {
            try {
                return AsyncPage.of(list.source(answering), list.page(list.start, list.limit))
                        .toList()
                        .join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof AssertionError failed) {
                    throw failed;
                }
                throw e;
            }
        }
    }

    /** The model: which offsets are asked for while nothing changes, each page one before the end of the last. */
    private static List<Integer> offsets(int size, int start, int limit) {
        List<Integer> offsets = new ArrayList<>(List.of(start));
        int end = Math.min(size, start + limit);
        while (end < size) {
            offsets.add(end - 1);
            end = Math.min(size, end - 1 + Math.max(2, limit));
        }
        return offsets;
    }

    private static void check(Changing list, List<Integer> seen) {
        assertThat(seen).as("once each").doesNotHaveDuplicates();
        assertThat(list.ever).as("what was there").containsAll(seen);
        if (list.change != Change.REORDERED) {
            assertThat(seen).as("in order").isSorted();
            if (list.start == 0) {
                assertThat(seen).as("what was there all the time").containsAll(list.always);
            }
        }
        if (list.change == Change.CREATED || list.change == Change.SHORTENED || list.change == Change.NONE) {
            List<Integer> rest = list.items.subList(Math.min(list.start, list.items.size()), list.items.size());
            assertThat(seen).as("all of the list").isEqualTo(rest);
        }
        if (list.change == Change.NONE) {
            assertThat(list.offsets).as("calls").isEqualTo(offsets(list.items.size(), list.start, list.limit));
        }
    }

    @Test
    void walk_isAsTheModelSays_onEveryWay() {
        for (int round = 0; round < ROUNDS; round++) {
            Set<List<Integer>> results = new LinkedHashSet<>();
            for (Way way : Way.values()) {
                if (way == Way.LATER && round % 20 > 0) {
                    continue;
                }
                Changing list = new Changing(SEED + round);
                try {
                    List<Integer> seen = way.all(list);
                    check(list, seen);
                    results.add(seen);
                } catch (AssertionError e) {
                    throw new AssertionError(
                            "With -Dvpcep.seed=" + (SEED + round) + " by " + way + ", " + list + ": " + e.getMessage(),
                            e);
                }
            }
            assertThat(results)
                    .as("all ways, with -Dvpcep.seed=%s", SEED + round)
                    .hasSize(1);
        }
    }
}
