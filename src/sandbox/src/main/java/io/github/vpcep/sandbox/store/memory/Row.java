package io.github.vpcep.sandbox.store.memory;

/**
 * An element of a table, with its place among all that was ever put there.
 *
 * @param created the number of its creation; what is created later has a greater one
 * @param changed the number of its last change
 */
record Row<T>(T element, long created, long changed) {}
