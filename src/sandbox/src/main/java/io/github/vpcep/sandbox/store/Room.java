package io.github.vpcep.sandbox.store;

import java.util.Set;

/**
 * What is asked, all at once, before an endpoint is added.
 *
 * @param used what its project has
 * @param taken which of some addresses of its subnet other endpoints have
 * @param markerId a number that no endpoint had before
 */
public record Room(Used used, Set<String> taken, long markerId) {
    /** Copies. */
    public Room {
        taken = Set.copyOf(taken);
    }
}
