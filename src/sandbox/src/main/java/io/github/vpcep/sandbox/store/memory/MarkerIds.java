package io.github.vpcep.sandbox.store.memory;

import java.util.HashSet;
import java.util.Set;

/** Gives each number from 1 to 2^31 - 1 once, in an order that looks random. Used by one writer at a time. */
final class MarkerIds {
    private static final long LIMIT = 1L << 31;
    // Odd, so that multiplying by it maps the numbers below 2^31 one to one; with the inverse that undoes it.
    private static final long SPREAD = 0x9E3779B1L;
    private static final long UNSPREAD = 0x0E8B2F51L;

    private final Set<Long> foreign = new HashSet<>();
    private long issued;

    /** The next number. Not taken back when its unit fails. */
    long next() {
        long number;
        do {
            issued++;
            if (issued == LIMIT) {
                throw new IllegalStateException("All 2^31 - 1 marker ids were given");
            }
            number = issued * SPREAD % LIMIT;
        } while (foreign.remove(number));
        return number;
    }

    /** Remembers a number that was brought in from outside, so that it is not given again. */
    void use(long number) {
        if (number > 0 && number < LIMIT && number * UNSPREAD % LIMIT > issued) {
            foreign.add(number);
        }
    }
}
