package io.github.vpcep.contract.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same API with one change of each kind. */
public final class After {
    private After() {}

    public interface Shop<T extends Comparable<T>> {
        Set<? super @Nullable Number[]> names();

        default void open(String... doors) {}

        default void close() {}

        String sign(@Nullable T of);
    }

    public enum Day {
        SUNDAY,
        MONDAY
    }

    public record Price(long amount, String currency) {}

    public static class Keeper {
        public static final int AGE = 41;

        public Keeper() {}

        protected void greet() {}

        public byte[] photo() {
            return new byte[0];
        }

        public void think() {}
    }

    static final class Vault {}
}
