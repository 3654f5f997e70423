package io.github.vpcep.contract.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small API. */
public final class Before {
    private Before() {}

    public interface Shop<T extends Comparable<T>> {
        List<? super @Nullable Number[]> names();

        default void open(String... doors) {}

        @Nullable
        String sign(@Nullable T of);
    }

    public static final class Till {}

    public enum Day {
        MONDAY,
        SUNDAY
    }

    public record Price(int amount, String currency) {}

    public static class Keeper extends Thread {
        public static final int AGE = 40;

        protected Keeper() {}

        protected void greet() throws InterruptedException {}

        public byte @Nullable [] photo() {
            return null;
        }

        void think() {}
    }

    static final class Safe {}
}
