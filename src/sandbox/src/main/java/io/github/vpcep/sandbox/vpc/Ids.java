package io.github.vpcep.sandbox.vpc;

import java.util.Objects;

/** The form of ids, as requests may name them. */
final class Ids {
    private static final int LENGTH = 64;

    private Ids() {}

    static void check(String id) {
        if (Objects.requireNonNull(id, "id").isBlank() || id.length() > LENGTH) {
            throw new IllegalArgumentException("id is \"" + id + "\"; allowed are 1 to " + LENGTH + " characters");
        }
    }
}
