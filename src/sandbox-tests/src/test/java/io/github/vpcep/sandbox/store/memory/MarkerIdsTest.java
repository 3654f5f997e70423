package io.github.vpcep.sandbox.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkerIdsTest {
    private static final long LIMIT = 1L << 31;

    private final MarkerIds ids = new MarkerIds();

    private List<Long> next(int count) {
        return Stream.generate(ids::next).limit(count).toList();
    }

    @Test
    void numbers_areTheMultiplesOfTheFirst_withinTheLimit() {
        long first = ids.next();

        assertThat(first).isEqualTo(0x1E3779B1L);
        assertThat(next(1000))
                .doesNotHaveDuplicates()
                .isEqualTo(Stream.iterate(2L, each -> each + 1)
                        .limit(1000)
                        .map(each -> each * first % LIMIT)
                        .toList());
    }

    @Test
    void numbersFromOutside_areLeftOut_thoseToComeOnly() {
        List<Long> all = Stream.generate(new MarkerIds()::next).limit(6).toList();
        ids.use(all.get(0));
        ids.use(all.get(2));
        ids.use(all.get(3));
        ids.use(0);
        ids.use(LIMIT);
        ids.use(-all.get(4));
        ids.use(all.get(5) + LIMIT);

        assertThat(next(3)).containsExactly(all.get(1), all.get(4), all.get(5));
    }

    /** Small ones and large ones. */
    @Test
    void allNumbersFromOutside_areLeftOut() {
        List<Long> all = Stream.generate(new MarkerIds()::next).limit(200).toList();
        all.subList(0, 199).forEach(ids::use);

        assertThat(ids.next()).isEqualTo(all.get(199));
    }

    @Test
    void numberFromOutside_isLeftOutOnce() {
        List<Long> all = Stream.generate(new MarkerIds()::next).limit(2).toList();
        ids.use(all.get(1));
        ids.use(all.get(1));

        assertThat(ids.next()).isEqualTo(all.get(0));
        assertThat(ids.next()).isNotEqualTo(all.get(1));
    }
}
