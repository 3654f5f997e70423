package io.github.vpcep.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {
    private record Key(int number) {}

    @Test
    void of_theSameObject_isMadeOnce() {
        AtomicInteger made = new AtomicInteger();
        Memo<Key, Integer> memo = new Memo<>(16, key -> made.incrementAndGet());
        Key key = new Key(1);

        assertThat(List.of(memo.of(key), memo.of(key))).containsExactly(1, 1);
    }

    @Test
    void of_anEqualObject_isMadeAnew() {
        Memo<Key, List<Key>> memo = new Memo<>(16, List::of);
        Key key = new Key(1);
        Key equal = new Key(1);

        assertThat(memo.of(key).get(0)).isSameAs(key);
        assertThat(memo.of(equal).get(0)).isSameAs(equal);
    }

    @Test
    void of_moreObjectsThanPlaces_isRightForEach_onManyThreads() {
        Memo<Key, Integer> memo = new Memo<>(4, Key::number);
        List<Key> keys = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> keys.add(new Key(i)));

        assertThat(IntStream.range(0, 100_000)
                        .parallel()
                        .mapToObj(i -> keys.get(i % 100))
                        .allMatch(key -> memo.of(key) == key.number()))
                .isTrue();
    }
}
