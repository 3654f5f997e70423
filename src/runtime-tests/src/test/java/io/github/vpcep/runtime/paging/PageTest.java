package io.github.vpcep.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    /** A list on a server, in the order of creation, that tests change while it is read. */
    private static final class Shelf {
        final List<Integer> items = new ArrayList<>();
        final List<Integer> offsets = new ArrayList<>();
        int calls;
        Runnable beforeEachCall = () -> {};
        int largestPage = Integer.MAX_VALUE;

        final int most;

        Shelf(int size) {
            most = 2 * size + 100;
            IntStream.range(0, size).forEach(items::add);
        }

        /** Ends a walk that has no end. */
        void called() {
            if (++calls > most) {
                throw new AssertionError("more than " + most + " calls");
            }
        }

        Chunk<Integer> page(int offset, int limit) {
            called();
            offsets.add(offset);
            beforeEachCall.run();
            int from = Math.min(offset, items.size());
            int to = Math.min(items.size(), from + Math.min(limit, largestPage));
            return Chunk.of(List.copyOf(items.subList(from, to)), items.size());
        }

        PageSource<Integer> source(int offset, int limit) {
            return PageSource.of(
                    offset,
                    limit,
                    item -> item,
                    this::page,
                    (from, size) -> CompletableFuture.completedFuture(page(from, size)));
        }

        Page<Integer> first(int offset, int limit) {
            return Page.of(source(offset, limit), page(offset, limit));
        }

        Page<Integer> first(int limit) {
            return first(0, limit);
        }

        AsyncPage<Integer> firstAsync(int limit) {
            return AsyncPage.of(source(0, limit), page(0, limit));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,10", "1,10", "9,10", "10,10", "11,10", "25,10", "100,7", "5,1", "4,2", "1000,1000"})
    void stream_givesEveryItemOnceInOrder(int size, int limit) {
        Shelf shelf = new Shelf(size);

        assertThat(shelf.first(limit).stream()).containsExactlyElementsOf(shelf.items);
    }

    @ParameterizedTest
    @CsvSource({"0,10", "11,10", "100,7", "5,1"})
    void toList_givesEveryItemOnceInOrder(int size, int limit) {
        Shelf shelf = new Shelf(size);

        assertThat(shelf.first(limit).toList()).isUnmodifiable().containsExactlyElementsOf(shelf.items);
        assertThat(shelf.firstAsync(limit).toList().join()).isUnmodifiable().containsExactlyElementsOf(shelf.items);
    }

    @Test
    void of_aListOfItems_isTheWholeList() {
        assertThat(Page.of(List.of(1, 2, 3)).stream()).containsExactly(1, 2, 3);
        assertThat(Page.of(List.of(1, 2, 3)).totalCount()).isEqualTo(3);
        assertThat(AsyncPage.of(List.of(1, 2, 3)).toList().join()).containsExactly(1, 2, 3);
    }

    @Test
    void items_areThoseOfTheOnePage() {
        Page<Integer> page = new Shelf(25).first(10);

        assertThat(page.items()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(page.totalCount()).isEqualTo(25);
        assertThat(page).hasToString("Page[items=" + page.items() + ", totalCount=25]");
        assertThat(page.stream().isParallel()).isFalse();

        AsyncPage<Integer> async = new Shelf(25).firstAsync(10);
        assertThat(async.items()).isEqualTo(page.items());
        assertThat(async.totalCount()).isEqualTo(25);
        assertThat(async).hasToString("Async" + page);
    }

    @Test
    void pieces_tellWhatTheyHold() {
        assertThat(Chunk.of(List.of(1), 7)).hasToString("Chunk[items=[1], totalCount=7]");
        assertThat(new Shelf(0).source(3, 9)).hasToString("PageSource[offset=3, limit=9]");
    }

    @Test
    void stream_whenThePageHoldsAll_callsOnce() {
        Shelf shelf = new Shelf(10);

        assertThat(shelf.first(10).stream()).hasSize(10);
        assertThat(shelf.calls).isEqualTo(1);
    }

    @Test
    void stream_fetchesNoPageThatIsNotReached() {
        Shelf shelf = new Shelf(100);

        assertThat(shelf.first(10).stream().limit(15)).hasSize(15);
        assertThat(shelf.calls).isEqualTo(2);
    }

    @Test
    void stream_fromAnOffset_neverLooksBeforeIt() {
        Shelf shelf = new Shelf(30);
        Iterator<Integer> items = shelf.first(5, 10).iterator();
        IntStream.range(0, 10).forEach(i -> items.next());
        shelf.items.subList(0, 14).clear();

        assertThat(items).toIterable().doesNotContain(0, 1, 2, 3, 4).contains(29);
    }

    @Test
    void stream_whenAnItemIsCreatedMeanwhile_givesItOnceAtTheEnd() {
        Shelf shelf = new Shelf(20);
        Page<Integer> page = shelf.first(10);
        shelf.items.add(20);

        assertThat(page.stream())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 20).boxed().toList());
    }

    /** The walk steps back to where the page that it read last begins now. */
    @Test
    void stream_whenTheLastPageHasMovedUpByItsLength_losesNoOther() {
        Shelf shelf = new Shelf(12);
        Iterator<Integer> items = shelf.first(2).iterator();
        IntStream.range(0, 6).forEach(i -> items.next());
        shelf.items.subList(0, 2).clear();

        assertThat(items).toIterable().containsExactly(6, 7, 8, 9, 10, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 10})
    void stream_whenReadItemsAreDeleted_losesNoOther(int deleted) {
        Shelf shelf = new Shelf(30);
        Page<Integer> page = shelf.first(10);
        shelf.items.subList(0, deleted).clear();

        assertThat(page.stream())
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    }

    @Test
    void stream_whenTheListBecomesShorterThanWhereItWas_losesNoOther() {
        Shelf shelf = new Shelf(30);
        Iterator<Integer> items = shelf.first(10).iterator();
        IntStream.range(0, 19).forEach(i -> items.next());
        shelf.items.subList(0, 18).clear();

        assertThat(items)
                .toIterable()
                .containsExactlyElementsOf(IntStream.range(19, 30).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stream_whenItemsComeAndGoAtEveryCall_givesThoseThatStayedExactlyOnce(long seed) {
        Random random = new Random(seed);
        Shelf shelf = new Shelf(300);
        int[] created = {0};
        shelf.beforeEachCall = () -> {
            for (int i = random.nextInt(8); i > 0 && shelf.items.size() > 40; i--) {
                shelf.items.remove(random.nextInt(shelf.items.size()));
            }
            if (created[0] < 30) {
                shelf.items.add(1000 + created[0]++);
            }
        };

        List<Integer> read = shelf.first(10).stream().toList();

        assertThat(read).doesNotHaveDuplicates().isSorted().containsAll(shelf.items);
    }

    /** Each step back is twice as long as the one before; once it goes on, the next is as long as the first. */
    @Test
    void stream_whenWhatWasReadIsDeleted_stepsBackFurtherAndFurther() {
        Shelf shelf = new Shelf(60);
        Iterator<Integer> items = shelf.first(3).iterator();
        IntStream.range(0, 41).forEach(i -> items.next());
        shelf.offsets.clear();
        shelf.items.subList(0, 15).clear();
        shelf.beforeEachCall = () -> {
            if (shelf.offsets.size() == 9) {
                shelf.items.remove(0);
            }
        };

        assertThat(items).toIterable().hasSize(19).startsWith(41).endsWith(59);
        assertThat(shelf.offsets).startsWith(40, 38, 34, 26, 10, 12, 14, 16, 18, 20);
    }

    @Test
    void stream_whenThereIsNothingInCommonWithThePageBefore_goesOnAllTheSame() {
        Shelf shelf = new Shelf(10);
        PageSource<Integer> source = PageSource.of(
                0,
                2,
                item -> item,
                (offset, limit) -> {
                    shelf.called();
                    return Chunk.of(offset == 0 ? List.of(1, 2) : List.of(3, 4), 3);
                },
                (offset, limit) -> CompletableFuture.failedFuture(new AssertionError()));

        assertThat(Page.of(source, Chunk.of(List.of(1, 2), 3)).stream()).containsExactly(1, 2, 3, 4);
        assertThat(shelf.calls).isEqualTo(3);
    }

    @Test
    void stream_knowsItemsByTheirKeys() {
        Shelf shelf = new Shelf(5);
        PageSource<int[]> source = PageSource.of(
                0,
                2,
                item -> item[0],
                (offset, limit) -> fresh(shelf.page(offset, limit)),
                (offset, limit) -> CompletableFuture.failedFuture(new AssertionError()));

        assertThat(Page.of(source, fresh(shelf.page(0, 2))).stream().mapToInt(item -> item[0]))
                .containsExactly(0, 1, 2, 3, 4);
    }

    private static Chunk<int[]> fresh(Chunk<Integer> page) {
        return Chunk.of(page.items().stream().map(item -> new int[] {item}).toList(), page.totalCount());
    }

    @Test
    void stream_whenTheServerIgnoresTheOffset_ends() {
        Shelf shelf = new Shelf(10);
        PageSource<Integer> source = PageSource.of(
                0,
                10,
                item -> item,
                (offset, limit) -> {
                    shelf.called();
                    return Chunk.of(shelf.items, 1_000_000);
                },
                (offset, limit) -> CompletableFuture.failedFuture(new AssertionError()));

        assertThat(Page.of(source, Chunk.of(shelf.items, 1_000_000)).stream()).hasSize(10);
        assertThat(shelf.calls).isEqualTo(1);
    }

    @Test
    void stream_whenAPageIsEmptyThoughMoreAreCounted_ends() {
        Shelf shelf = new Shelf(10);
        PageSource<Integer> source = PageSource.of(
                0,
                10,
                item -> item,
                (offset, limit) -> {
                    shelf.called();
                    return Chunk.of(List.of(), 1_000_000);
                },
                (offset, limit) -> CompletableFuture.failedFuture(new AssertionError()));

        assertThat(Page.of(source, Chunk.of(shelf.items, 1_000_000)).stream()).hasSize(10);
        assertThat(shelf.calls).isEqualTo(1);
    }

    @Test
    void stream_whenTheServerGivesSmallerPages_givesAll() {
        Shelf shelf = new Shelf(50);
        shelf.largestPage = 3;

        assertThat(shelf.first(10).stream()).containsExactlyElementsOf(shelf.items);
    }

    @Test
    void stream_whenTheOrderIsNotStable_ends() {
        Random random = new Random(7);
        Shelf shelf = new Shelf(200);
        shelf.beforeEachCall = () -> java.util.Collections.shuffle(shelf.items, random);

        assertThat(shelf.first(10).stream()).doesNotHaveDuplicates();
    }

    @Test
    void stream_whenACallFails_throwsItThere() {
        Shelf shelf = new Shelf(30);
        Iterator<Integer> items = shelf.first(10).iterator();
        shelf.beforeEachCall = () -> {
            throw new IllegalStateException("no more");
        };
        IntStream.range(0, 10).forEach(i -> items.next());

        assertThatIllegalStateException().isThrownBy(items::next).withMessage("no more");
    }

    @Test
    void next_atTheEnd_throws() {
        Iterator<Integer> items = new Shelf(0).first(10).iterator();

        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void forEachWhile_whenTheVisitorHasEnough_fetchesNoMore() {
        Shelf shelf = new Shelf(100);
        List<Integer> visited = new ArrayList<>();

        shelf.firstAsync(10)
                .forEachWhile(item -> visited.add(item) && item < 11)
                .join();

        assertThat(visited).hasSize(12);
        assertThat(shelf.calls).isEqualTo(2);
    }

    @Test
    void forEachWhile_whenTheVisitorThrows_fails() {
        CompletableFuture<Void> end = new Shelf(100).firstAsync(10).forEachWhile(item -> {
            throw new IllegalStateException("not this one");
        });

        assertThat(end).isCompletedExceptionally();
    }

    @Test
    void toList_ofManyPages_needsNoStack() {
        assertThat(new Shelf(50_000).firstAsync(2).toList().join()).hasSize(50_000);
    }

    /** Answers the test by hand: the pages that were asked for are in the order in which they were. */
    private static final class ByHand {
        final List<CompletableFuture<Chunk<Integer>>> calls = new ArrayList<>();
        Runnable whileCalled = () -> {};
        CompletableFuture<Void> end = new CompletableFuture<>();

        AsyncPage<Integer> first() {
            PageSource<Integer> source = PageSource.of(
                    0,
                    10,
                    item -> item,
                    (offset, limit) -> {
                        throw new AssertionError();
                    },
                    (offset, limit) -> {
                        calls.add(new CompletableFuture<>());
                        whileCalled.run();
                        return calls.get(calls.size() - 1);
                    });
            return AsyncPage.of(source, Chunk.of(List.of(1, 2), 9));
        }
    }

    @Test
    void toList_whenCancelled_cancelsTheCallUnderWay() {
        ByHand server = new ByHand();

        server.first().toList().cancel(true);

        assertThat(server.calls).hasSize(1).allSatisfy(call -> assertThat(call).isCancelled());
    }

    @Test
    void forEachWhile_whenItsVisitorCancelsIt_visitsAndFetchesNoMore() {
        ByHand server = new ByHand();
        List<Integer> visited = new ArrayList<>();
        server.end = server.first().forEachWhile(item -> visited.add(item) && (item < 3 || server.end.cancel(true)));

        server.calls.get(0).complete(Chunk.of(List.of(2, 3, 4), 9));

        assertThat(server.end).isCancelled();
        assertThat(visited).containsExactly(1, 2, 3);
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void forEachWhile_whenItsVisitorCancelsItAtTheLastOfAPage_fetchesNoMore() {
        ByHand server = new ByHand();
        server.end = server.first().forEachWhile(item -> item < 3 || server.end.cancel(true));

        server.calls.get(0).complete(Chunk.of(List.of(2, 3), 9));

        assertThat(server.calls).hasSize(1);
    }

    @Test
    void forEachWhile_whenCancelledAsACallBegins_cancelsIt() {
        ByHand server = new ByHand();
        CompletableFuture<Void> end = server.first().forEachWhile(item -> true);
        server.whileCalled = () -> end.cancel(true);

        server.calls.get(0).complete(Chunk.of(List.of(2, 3), 9));

        assertThat(server.calls).hasSize(2);
        assertThat(server.calls.get(1)).isCancelled();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forEachWhile_whenACallFails_failsWithItsReason(boolean isAtOnce) {
        ByHand server = new ByHand();
        IllegalStateException reason = new IllegalStateException("no more");
        server.whileCalled = () -> {
            if (isAtOnce) {
                server.calls.get(0).completeExceptionally(reason);
            }
        };
        CompletableFuture<Void> end = server.first().forEachWhile(item -> true);

        server.calls.get(0).completeExceptionally(reason);

        assertThat(end.handle((nothing, failure) -> failure).join()).isSameAs(reason);
    }

    @Test
    void forEachWhile_whenACallGivesNoPage_fails() {
        ByHand server = new ByHand();
        CompletableFuture<Void> end = server.first().forEachWhile(item -> true);

        server.calls.get(0).complete(null);

        assertThatThrownBy(end::join).hasRootCauseMessage("page");
    }

    @Test
    void forEachWhile_whenCancelled_cancelsTheCallUnderWay() {
        ByHand server = new ByHand();
        CompletableFuture<Void> end = server.first().forEachWhile(item -> true);

        end.cancel(true);

        assertThat(server.calls).hasSize(1).allSatisfy(call -> assertThat(call).isCancelled());
        assertThatThrownBy(end::join).isInstanceOf(CancellationException.class);
    }
}
