package io.github.vpcep.sandbox.store;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items of this part
 * @param total how many there are in the whole list
 */
public record Found<T>(List<T> items, int total) {
    /** Copies. */
    public Found {
        items = List.copyOf(items);
    }
}
