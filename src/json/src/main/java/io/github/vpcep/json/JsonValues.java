package io.github.vpcep.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values whose type the contract does not know: null, a String, a Boolean, a Number, a List or a Map of such. They are
 * unmodifiable to their depth, and two are equal if they are written alike.
 *
 * <p>So each number has one form, the smallest that is exact: an Integer, a Long or a BigInteger without a fraction or
 * an exponent, else a BigDecimal, which keeps the zeros at its end. Only a negative zero is a Double, the one type that
 * has it.
 */
public final class JsonValues {
    /** Deeper than any answer of the API, and far from what a thread's stack can bear. */
    static final int MAX_DEPTH = 500;

    /** As much of a deep place as a message shows. */
    private static final int SHOWN = 64;

    private static final Double NEGATIVE_ZERO = -0.0;

    private JsonValues() {}

    /**
     * An unmodifiable copy.
     *
     * @param value null, a String, a Boolean, a Number, a List or a Map with texts as keys
     * @param name what a message calls it, such as {@code Tag.colour}
     * @throws IllegalArgumentException if it, or a value inside, is nothing of these, is a number that JSON does not
     *     have, or lies deeper than 500 lists and maps; the message names the place
     */
    public static @Nullable Object copyOf(@Nullable Object value, String name) {
        return copyOf(value, name, 0);
    }

    /**
     * An unmodifiable copy of an object, as {@link #copyOf(Object, String)} makes it.
     *
     * @throws IllegalArgumentException as there
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // The copy of a map is one with texts as keys, that of null is null.
    public static <T extends @Nullable Map<String, @Nullable Object>> T copyOf(T object, String name) {
        return (T) copyOf(object, name, 0);
    }

    private static @Nullable Object copyOf(@Nullable Object value, String name, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number, name);
        }
        if (depth >= MAX_DEPTH) {
            throw new IllegalArgumentException(
                    name.substring(0, SHOWN) + "… lies deeper than " + MAX_DEPTH + " lists and maps");
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (Object item : list) {
                copy.add(copyOf(item, name + "[" + copy.size() + "]", depth + 1));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> {
                if (!(key instanceof String text)) {
                    throw new IllegalArgumentException(name + " has the key " + key + ", but JSON has texts as keys");
                }
                copy.put(text, copyOf(item, name + "." + text, depth + 1));
            });
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException(name + " is a " + value.getClass().getName()
                + ", but must be null, a String, a Boolean, a Number, a List or a Map");
    }

    /** A value that was read for a property, as of that property's type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Read by a reader of that type.
    public static <T> @Nullable T as(@Nullable Object value) {
        return (T) value;
    }

    private static Number number(Number value, String name) {
        if (value instanceof Integer) {
            return value;
        }
        try {
            return number(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is " + value + ", a number that JSON does not have");
        }
    }

    /**
     * Checks that JSON has a number.
     *
     * @param number null passes
     * @param name what a message calls it, such as {@code Box.ratio}
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public static void requireFinite(@Nullable Number number, String name) {
        if (number != null && !Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(name + " is " + number + ", a number that JSON does not have");
        }
    }

    /**
     * The number that a text of JSON, or of a Java number, stands for.
     *
     * @throws NumberFormatException if it stands for none, such as {@code NaN}
     */
    static Number number(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (exact.signum() == 0 && text.startsWith("-")) {
            return NEGATIVE_ZERO;
        }
        if (exact.scale() != 0) {
            return exact;
        }
        BigInteger whole = exact.unscaledValue();
        int bits = whole.bitLength();
        if (bits < Integer.SIZE) {
            return whole.intValue();
        }
        return bits < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
