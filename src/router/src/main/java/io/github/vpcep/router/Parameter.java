package io.github.vpcep.router;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that has been read, to be held against its bounds. What was not sent is within all of them.
 *
 * @param <T> the type of the value
 */
public final class Parameter<T> {
    /** As many as the contracts of this JVM have. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final String name;
    private final @Nullable T value;
    private final boolean bounded;

    Parameter(String name, @Nullable T value, boolean bounded) {
        this.name = name;
        this.value = value;
        this.bounded = bounded;
    }

    /**
     * Refuses a shorter text.
     *
     * @param min in characters
     */
    public Parameter<T> minLength(int min) {
        return check(value == null || length() >= min, "at least " + min + (min == 1 ? " character" : " characters"));
    }

    /**
     * Refuses a longer text.
     *
     * @param max in characters
     */
    public Parameter<T> maxLength(int max) {
        return check(value == null || length() <= max, "at most " + max + " characters");
    }

    /**
     * Refuses a text in which nothing matches.
     *
     * @param regexp the pattern of the contract
     */
    public Parameter<T> matching(String regexp) {
        return check(
                value == null
                        || PATTERNS.computeIfAbsent(regexp, Pattern::compile)
                                .matcher(value.toString())
                                .find(),
                "what matches " + regexp);
    }

    /** Refuses a smaller number. */
    public Parameter<T> min(long min) {
        return check(value == null || number() >= min, "at least " + min);
    }

    /** Refuses a greater number. */
    public Parameter<T> max(long max) {
        return check(value == null || number() <= max, "at most " + max);
    }

    /**
     * The value.
     *
     * @throws RefusedException if it was not sent
     */
    public T required() {
        if (value == null) {
            throw Refusal.of(Refusal.Kind.PARAMETER_MISSING, name, "");
        }
        return value;
    }

    /** The value, null if it was not sent. */
    public @Nullable T orNull() {
        return value;
    }

    private int length() {
        String text = String.valueOf(value);
        return text.codePointCount(0, text.length());
    }

    private long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private Parameter<T> check(boolean holds, String allowed) {
        if (bounded && !holds) {
            throw Refusal.of(Refusal.Kind.PARAMETER_INVALID, name, allowed);
        }
        return this;
    }
}
