package io.github.vpcep.runtime.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks a list that changes while it is read, by offsets. Knows what was seen, says where to read next, and never gives
 * an item twice. Not thread-safe.
 *
 * <p>Each page begins with the last item seen. If it does not, items before it were deleted, the rest has moved up, and
 * unseen items may now lie before this page: the walk steps back until it meets a page that begins with something seen.
 */
final class Walk<T> {
    private static final int NOWHERE = -1;

    private final Function<T, Object> key;
    private final int start;
    private final int limit;
    private final Set<Object> seen = new HashSet<>();

    private int offset;
    private int step;
    private int steppedBackFrom = NOWHERE;
    private List<Object> previous = List.of();
    private boolean done;

    /** Begins with the first page, whose items the caller has. */
    Walk(PageSource<T> source, Chunk<T> first) {
        this.key = source.key();
        this.start = source.offset();
        // A page of one would hold nothing but the item that it shares with the page before.
        this.limit = Math.max(2, source.limit());
        this.offset = start;
        take(first);
    }

    /** Whether there is nothing more to read. */
    boolean isDone() {
        return done;
    }

    /** How many items to skip in the next call. */
    int offset() {
        return offset;
    }

    /** How many items to ask for in the next call. */
    int limit() {
        return limit;
    }

    /** Takes the page that was asked for and returns those of its items that are new. */
    List<T> take(Chunk<T> page) {
        if (page.items().isEmpty()) {
            if (page.totalCount() > offset || page.totalCount() <= start) {
                done = true;
            } else {
                // The list has become shorter than where we are; what is left of it may hold unseen items.
                stepBack(page.totalCount());
            }
            return List.of();
        }
        List<Object> keys = page.items().stream().map(key).toList();
        if (offset > start && !seen.contains(keys.get(0)) && offset != steppedBackFrom) {
            steppedBackFrom = offset;
            stepBack(offset);
            return List.of();
        }
        return accept(page, keys);
    }

    private List<T> accept(Chunk<T> page, List<Object> keys) {
        List<T> news = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (seen.add(keys.get(i))) {
                news.add(page.items().get(i));
            }
        }
        if (!news.isEmpty()) {
            steppedBackFrom = NOWHERE;
        }
        int end = offset + keys.size();
        // The second: a server that ignores the offset answers the same page for ever.
        done = end >= page.totalCount() || keys.equals(previous);
        previous = keys;
        step = limit - 1;
        offset = end - 1;
        return news;
    }

    /** In ever longer steps, so that a list of which nothing is left costs few calls. */
    private void stepBack(int from) {
        // What was read before may come again from there.
        previous = List.of();
        offset = Math.max(start, from - step);
        step *= 2;
    }
}
