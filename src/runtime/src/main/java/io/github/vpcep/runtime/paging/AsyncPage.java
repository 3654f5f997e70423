package io.github.vpcep.runtime.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and the way to all that follows, without waiting. What {@link Page} says of order, duplicates and
 * deletions holds here too. The deadline of a whole walk is that of its future: {@code page.toList().orTimeout(…)} ends
 * it with the call under way.
 *
 * @param <T> the type of the items
 */
public final class AsyncPage<T> {
    private final Chunk<T> chunk;
    private final PageSource<T> source;

    private AsyncPage(PageSource<T> source, Chunk<T> chunk) {
        this.source = source;
        this.chunk = chunk;
    }

    /**
     * Makes a page. Called by generated code.
     *
     * @param source where the later pages come from
     * @param first the answer of the first call
     */
    public static <T> AsyncPage<T> of(PageSource<T> source, Chunk<T> first) {
        return new AsyncPage<>(source, first);
    }

    /**
     * Makes a page that is the whole list, for stand-ins in tests.
     *
     * @param items none of them null
     */
    public static <T> AsyncPage<T> of(List<T> items) {
        Chunk<T> all = Chunk.of(List.copyOf(items), items.size());
        return new AsyncPage<>(PageSource.none(), all);
    }

    /** The items of this page, in the order of the answer; unmodifiable. */
    public List<T> items() {
        return chunk.items();
    }

    /** How many items match in all, whatever the page, at the time of the call. */
    public int totalCount() {
        return chunk.totalCount();
    }

    /**
     * Visits all items from this page on, in order, and fetches pages when they are reached. The visitor runs on the
     * thread that completes a call, one item at a time.
     *
     * @param visitor given each item; false ends the walk
     * @return done when the list or the walk is at its end; fails with what a call or the visitor threw; cancelling it
     *     cancels the call under way
     */
    public CompletableFuture<Void> forEachWhile(Predicate<? super T> visitor) {
        return new Visit<>(source, chunk, visitor).start(chunk.items());
    }

    /** All items from this page on, in order; see {@link #forEachWhile}. */
    public CompletableFuture<List<T>> toList() {
        List<T> all = new ArrayList<>();
        CompletableFuture<Void> walk = forEachWhile(all::add);
        CompletableFuture<List<T>> list = walk.thenApply(done -> Collections.unmodifiableList(all));
        var unused = list.whenComplete((items, error) -> walk.cancel(true));
        return list;
    }

    @Override
    public String toString() {
        return "AsyncPage[items=" + items() + ", totalCount=" + totalCount() + "]";
    }

    private static final class Visit<T> {
        private final PageSource<T> source;
        private final Walk<T> walk;
        private final Predicate<? super T> visitor;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

        Visit(PageSource<T> source, Chunk<T> first, Predicate<? super T> visitor) {
            this.source = source;
            this.walk = new Walk<>(source, first);
            this.visitor = visitor;
        }

        CompletableFuture<Void> start(List<T> items) {
            var unused = end.whenComplete((nothing, error) -> cancelCall());
            try {
                proceed(items);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
            return end;
        }

        /** A loop, not a recursion: a source that answers at once must not grow the stack. */
        private void proceed(List<T> items) {
            List<T> current = items;
            while (isEveryVisited(current) && !walk.isDone()) {
                CompletableFuture<Chunk<T>> next = source.fetchAsync().page(walk.offset(), walk.limit());
                underWay = next;
                if (!next.isDone() || next.isCompletedExceptionally()) {
                    var unused = next.whenComplete(this::resume);
                    if (end.isDone()) {
                        // Cancelled while the call began.
                        cancelCall();
                    }
                    return;
                }
                current = walk.take(next.join());
            }
            end.complete(null);
        }

        private void cancelCall() {
            underWay.cancel(true);
        }

        private void resume(@Nullable Chunk<T> page, @Nullable Throwable error) {
            if (error != null) {
                end.completeExceptionally(error);
                return;
            }
            try {
                proceed(walk.take(Objects.requireNonNull(page, "page")));
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
        }

        /** Visits those of a page, unless the visitor has enough or the walk has been ended from outside. */
        private boolean isEveryVisited(List<T> items) {
            for (T item : items) {
                if (end.isDone() || !visitor.test(item)) {
                    return false;
                }
            }
            return !end.isDone();
        }
    }
}
