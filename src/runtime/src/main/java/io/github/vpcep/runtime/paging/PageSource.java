package io.github.vpcep.runtime.paging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Where the pages of one list come from. Made by generated code. Immutable. */
public final class PageSource<T> {
    private final int offset;
    private final int limit;
    private final Function<T, Object> key;
    private final Fetch<Chunk<T>> fetch;
    private final Fetch<CompletableFuture<Chunk<T>>> fetchAsync;

    private PageSource(
            int offset,
            int limit,
            Function<T, Object> key,
            Fetch<Chunk<T>> fetch,
            Fetch<CompletableFuture<Chunk<T>>> fetchAsync) {
        this.offset = offset;
        this.limit = limit;
        this.key = key;
        this.fetch = fetch;
        this.fetchAsync = fetchAsync;
    }

    /**
     * Returns a source.
     *
     * @param offset how many items of the list come before the first page
     * @param limit how many items the later pages hold; at least 2 are asked for, because pages overlap by one
     * @param key what stays the same of an item whatever else changes of it, such as its id
     * @param fetch asks for a page and waits
     * @param fetchAsync asks for a page
     */
    public static <T> PageSource<T> of(
            int offset,
            int limit,
            Function<T, Object> key,
            Fetch<Chunk<T>> fetch,
            Fetch<CompletableFuture<Chunk<T>>> fetchAsync) {
        return new PageSource<>(offset, limit, key, fetch, fetchAsync);
    }

    /** A source with nothing behind the first page. */
    static <T> PageSource<T> none() {
        Chunk<T> empty = Chunk.of(List.of(), 0);
        return of(
                0,
                2,
                item -> item,
                (offset, limit) -> empty,
                (offset, limit) -> CompletableFuture.completedFuture(empty));
    }

    int offset() {
        return offset;
    }

    int limit() {
        return limit;
    }

    Function<T, Object> key() {
        return key;
    }

    Fetch<Chunk<T>> fetch() {
        return fetch;
    }

    Fetch<CompletableFuture<Chunk<T>>> fetchAsync() {
        return fetchAsync;
    }

    @Override
    public String toString() {
        return "PageSource[offset=" + offset + ", limit=" + limit + "]";
    }

    /** Asks for a page. */
    @FunctionalInterface
    public interface Fetch<R> {
        /**
         * Asks for a page.
         *
         * @param offset how many items of the list to skip
         * @param limit how many items to answer at most
         */
        R page(int offset, int limit);
    }
}
