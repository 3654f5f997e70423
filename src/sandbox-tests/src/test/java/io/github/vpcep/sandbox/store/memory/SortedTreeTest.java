package io.github.vpcep.sandbox.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedTreeTest {
    private static final Comparator<Integer> ORDER = Comparator.naturalOrder();

    @Test
    void hasTheElementsOfASortedSetAfterEachChange() {
        Random random = new Random(1);
        SortedTree<Integer> tree = new SortedTree<>(ORDER);
        TreeSet<Integer> set = new TreeSet<>();
        for (int i = 0; i < 4000; i++) {
            int element = random.nextInt(200);
            // Grows for a while, then shrinks for a while.
            boolean adds = random.nextInt(4) > (i / 500 % 2 == 0 ? 0 : 2);
            tree = adds ? tree.with(element) : tree.without(element);
            change(set, element, adds);
            assertThat(elements(tree)).containsExactlyElementsOf(set);
            assertThat(tree.contains(element)).isEqualTo(adds);
            assertThat(tree.rank(each -> ORDER.compare(each, element)))
                    .isEqualTo(set.headSet(element).size());
        }
    }

    @Test
    void anOlderFormStaysAsItWas() {
        SortedTree<Integer> old = tree(100);
        List<Integer> before = elements(old);

        SortedTree<Integer> fresh = old.without(50).with(1000);

        assertThat(elements(old)).isEqualTo(before);
        assertThat(elements(fresh)).contains(1000).doesNotContain(50);
    }

    @Test
    void showsEachPartFromBothEnds() {
        SortedTree<Integer> tree = tree(20);
        List<Integer> up = IntStream.range(0, 20).boxed().toList();
        List<Integer> down = IntStream.range(0, 20).mapToObj(i -> 19 - i).toList();
        for (int from = 0; from <= 20; from++) {
            for (int to = from; to <= 20; to++) {
                assertThat(part(tree, from, to, true)).isEqualTo(up.subList(from, to));
                assertThat(part(tree, from, to, false)).isEqualTo(down.subList(from, to));
            }
            if (from < 20) {
                assertThat(tree.get(from)).isEqualTo(from);
            }
        }
        assertThatThrownBy(() -> tree.get(20)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void staysFlat() {
        // Each order of arrival that unbalances a naive tree, and departures from one side only.
        SortedTree<Integer> tree = tree(20_000);
        for (int i = 0; i < 10_000; i++) {
            tree = tree.without(i).with(40_000 - i);
        }
        AtomicInteger visited = new AtomicInteger();
        for (int i = 10_000; i < 40_000; i += 7) {
            int wanted = i;
            visited.set(0);
            tree.rank(each -> {
                visited.incrementAndGet();
                return ORDER.compare(each, wanted);
            });
            assertThat(visited).hasValueLessThan(30);
        }
    }

    /** Elements go from one side only for a while, which is what a tree loses its balance by. */
    @Test
    void everyElement_hasTwoSides_ofWhichNoneIsMoreThanThreeTimesTheOther() {
        Random random = new Random(1);
        SortedTree<Integer> tree = new SortedTree<>(ORDER);
        for (int i = 0; i < 1500; i++) {
            int from = i / 100 % 2 * 150;
            int element = from + random.nextInt(150);
            tree = random.nextInt(5) > i / 300 % 4 ? tree.with(element) : tree.without(element);
            assertBalanced(tree);
        }
    }

    /** The way to an element leads through those above it, and each way through an element belongs to one below it. */
    private static void assertBalanced(SortedTree<Integer> tree) {
        Map<Integer, Integer> smaller = new HashMap<>();
        Map<Integer, Integer> greater = new HashMap<>();
        for (int element : elements(tree)) {
            AtomicBoolean there = new AtomicBoolean();
            tree.rank(each -> {
                if (each == element) {
                    there.set(true);
                } else if (!there.get()) {
                    (element < each ? smaller : greater).merge(each, 1, Integer::sum);
                }
                return ORDER.compare(each, element);
            });
        }
        for (int element : elements(tree)) {
            int one = smaller.getOrDefault(element, 0);
            int other = greater.getOrDefault(element, 0);
            assertThat(one + other <= 1 || (one <= 3 * other && other <= 3 * one))
                    .as("%s before and %s behind %s", one, other, element)
                    .isTrue();
        }
    }

    private static SortedTree<Integer> tree(int size) {
        SortedTree<Integer> tree = new SortedTree<>(ORDER);
        for (int i = 0; i < size; i++) {
            tree = tree.with(i);
        }
        return tree;
    }

    private static void change(Set<Integer> set, int element, boolean adds) {
        if (adds) {
            set.add(element);
        } else {
            set.remove(element);
        }
    }

    private static List<Integer> elements(SortedTree<Integer> tree) {
        return part(tree, 0, tree.size(), true);
    }

    private static List<Integer> part(SortedTree<Integer> tree, int from, int to, boolean ascending) {
        List<Integer> part = new ArrayList<>();
        tree.visit(from, to, ascending, part::add);
        return part;
    }
}
