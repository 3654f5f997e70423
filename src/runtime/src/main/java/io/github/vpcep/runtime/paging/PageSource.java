package io.github.vpcep.runtime.paging;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Where the pages of one list come from. Made by generated code.
 *
 * @param offset how many items of the list come before the first page
 * @param limit how many items the later pages hold; at least 2 are asked for, because pages overlap by one
 * @param key what stays the same of an item whatever else changes of it, such as its id
 * @param fetch asks for a page and waits
 * @param fetchAsync asks for a page
 */
public record PageSource<T>(
        int offset,
        int limit,
        Function<T, Object> key,
        Fetch<Chunk<T>> fetch,
        Fetch<CompletableFuture<Chunk<T>>> fetchAsync) {
    /** A source with nothing behind the first page. */
    static <T> PageSource<T> none() {
        Chunk<T> empty = new Chunk<>(List.of(), 0);
        return new PageSource<>(
                0,
                2,
                item -> Objects.requireNonNull(item, "item"),
                (offset, limit) -> empty,
                (offset, limit) -> CompletableFuture.completedFuture(empty));
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
