// Generated from spec/paths, operations tagged Evens: ListEvens; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The calls of {@link Evens} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface EvensAsync {
    /**
     * Lists what is even.
     *
     * <p>Documented as {@code ListEvens}.
     *
     * @return The things.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<List<Thing>> listEvens();
}
