package io.github.vpcep.sandbox.store;

/**
 * Which part of a sorted list.
 *
 * @param byUpdate sorted by the last change, else by creation; ties by id
 * @param ascending oldest first
 * @param limit the most items
 * @param offset the items to skip
 */
public record Slice(boolean byUpdate, boolean ascending, int limit, int offset) {
    /** Everything, the newest first. */
    public static final Slice ALL = new Slice(false, false, Integer.MAX_VALUE, 0);
}
