package io.github.vpcep.sandbox.store;

/**
 * Which part of a sorted list.
 *
 * @param byUpdate sorted by the time of the last change, else by that of creation; of one time, what was later comes
 *     later
 * @param ascending oldest first
 * @param limit the most items
 * @param offset the items to skip
 */
public record Slice(boolean byUpdate, boolean ascending, int limit, int offset) {
    /** Everything, the newest first. */
    public static final Slice ALL = new Slice(false, false, Integer.MAX_VALUE, 0);
}
