package io.github.vpcep.runtime.paging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One page of a list, and the way to all that follows.
 *
 * <p>{@link #items()} is what one call answered. Iterating, and {@link #stream()}, begin with the same items and fetch
 * further pages when they are reached; a call that fails then throws from the iteration what the first call would have
 * thrown. No item comes twice. In the order of creation, which is the default, an item that is created meanwhile comes
 * at the end, and none is lost when others are deleted. Fetched items are not kept, only their ids.
 *
 * <p>Each page is a call, which may take the client's {@code callTimeout}. The whole has no deadline: how long it takes
 * is for whoever consumes it, who may stop after any item.
 *
 * @param <T> the type of the items
 */
public final class Page<T> implements Iterable<T> {
    private final Chunk<T> chunk;
    private final PageSource<T> source;

    private Page(PageSource<T> source, Chunk<T> chunk) {
        this.source = source;
        this.chunk = chunk;
    }

    /**
     * Makes a page. Called by generated code.
     *
     * @param source where the later pages come from
     * @param first the answer of the first call
     */
    public static <T> Page<T> of(PageSource<T> source, Chunk<T> first) {
        return new Page<>(source, first);
    }

    /**
     * Makes a page that is the whole list, for stand-ins in tests.
     *
     * @param items none of them null
     */
    public static <T> Page<T> of(List<T> items) {
        Chunk<T> all = Chunk.of(List.copyOf(items), items.size());
        return new Page<>(PageSource.none(), all);
    }

    /** The items of this page, in the order of the answer; unmodifiable. */
    public List<T> items() {
        return chunk.items();
    }

    /** How many items match in all, whatever the page, at the time of the call. */
    public int totalCount() {
        return chunk.totalCount();
    }

    /** All items from this page on. Each iterator fetches for itself. */
    @Override
    public Iterator<T> iterator() {
        return new Items<>(source, chunk);
    }

    /** All items from this page on, in order, in an unmodifiable list; every page is fetched now. */
    public List<T> toList() {
        return stream().toList();
    }

    /** All items from this page on, in order; fetched while the stream is consumed. */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public String toString() {
        return "Page[items=" + items() + ", totalCount=" + totalCount() + "]";
    }

    private static final class Items<T> implements Iterator<T> {
        private final PageSource<T> source;
        private final Walk<T> walk;
        private Iterator<T> current;

        Items(PageSource<T> source, Chunk<T> first) {
            this.source = source;
            this.walk = new Walk<>(source, first);
            this.current = first.items().iterator();
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && !walk.isDone()) {
                current = walk.take(source.fetch().page(walk.offset(), walk.limit()))
                        .iterator();
            }
            return current.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
