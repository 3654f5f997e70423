package io.github.vpcep.runtime.paging;

import java.util.List;

/** What one call answered of a list. Made by generated code. Immutable. */
public final class Chunk<T> {
    private final List<T> items;
    private final int totalCount;

    private Chunk(List<T> items, int totalCount) {
        this.items = items;
        this.totalCount = totalCount;
    }

    /**
     * Returns a chunk.
     *
     * @param items the items in the order of the answer, in a list that nobody changes
     * @param totalCount how many items the whole list had when the call was answered
     */
    public static <T> Chunk<T> of(List<T> items, int totalCount) {
        return new Chunk<>(items, totalCount);
    }

    /** Returns the items in the order of the answer; unmodifiable. */
    public List<T> items() {
        return items;
    }

    /** Returns how many items the whole list had when the call was answered. */
    public int totalCount() {
        return totalCount;
    }

    @Override
    public String toString() {
        return "Chunk[items=" + items + ", totalCount=" + totalCount + "]";
    }
}
