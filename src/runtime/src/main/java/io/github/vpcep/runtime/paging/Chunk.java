package io.github.vpcep.runtime.paging;

import java.util.List;

/**
 * What one call answered of a list. Made by generated code.
 *
 * @param items the items in the order of the answer
 * @param totalCount how many items the whole list had when the call was answered
 */
public record Chunk<T>(List<T> items, int totalCount) {}
