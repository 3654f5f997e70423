// Generated from spec/schemas/Colour.yaml; edit that file, not this one.
package io.github.vpcep.model;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vpcep.json.OpenEnumReader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The colour of a car.
 *
 * <p>An open set: a value that this version does not know is kept as it was read, with {@link #known()} saying so.
 */
@JsonDeserialize(using = Colour.Reader.class)
public final class Colour {
    /** As a fire engine. */
    public static final Colour RED = new Colour("red", Known.RED);

    /** As the night. */
    public static final Colour DARK_BLUE = new Colour("darkBlue", Known.DARK_BLUE);

    /** As many as there are. */
    public static final Colour FOUR_COATS = new Colour("4-coats", Known.FOUR_COATS);

    private static final List<Colour> VALUES = List.of(RED, DARK_BLUE, FOUR_COATS);

    private final String value;
    private final Known known;

    private Colour(String value, Known known) {
        this.value = value;
        this.known = known;
    }

    /**
     * The value that is written {@code value} on the wire. Known values are matched ignoring case.
     *
     * @param value the text on the wire
     * @return the known value, or one of {@link Known#UNKNOWN} that keeps the text
     */
    public static Colour fromString(String value) {
        Objects.requireNonNull(value, "value");
        for (Colour each : VALUES) {
            if (each.value.equals(value)) {
                return each;
            }
        }
        for (Colour each : VALUES) {
            if (each.value.equalsIgnoreCase(value)) {
                return each;
            }
        }
        // The documents also print this spelling: erratum P11.
        if (value.equalsIgnoreCase("rad")) {
            return fromString("red");
        }
        return new Colour(value, Known.UNKNOWN);
    }

    /**
     * As {@link #fromString}, but known values are matched to the letter, as a server takes them.
     *
     * @param value the text on the wire
     * @return the known value, or one of {@link Known#UNKNOWN} that keeps the text
     */
    public static Colour fromExact(String value) {
        Objects.requireNonNull(value, "value");
        for (Colour each : VALUES) {
            if (each.value.equals(value)) {
                return each;
            }
        }
        // The documents also print this spelling: erratum P11.
        if (value.equals("rad")) {
            return fromString("red");
        }
        return new Colour(value, Known.UNKNOWN);
    }

    /** Every value that the contract names, in its order. */
    public static List<Colour> values() {
        return VALUES;
    }

    /** The text on the wire. */
    @JsonValue
    public String value() {
        return value;
    }

    /** The same as a Java enum, to switch on. */
    public Known known() {
        return known;
    }

    /** Whether the contract names this value. */
    public boolean isKnown() {
        return known != Known.UNKNOWN;
    }

    /** Whether this is {@code other}; never true of null. */
    public boolean is(@Nullable Colour other) {
        return equals(other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Colour that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The text on the wire, as {@link #value()}. */
    @Override
    public String toString() {
        return value;
    }

    /** The values that the contract names. */
    public enum Known {
        /** {@link Colour#RED}. */
        RED,
        /** {@link Colour#DARK_BLUE}. */
        DARK_BLUE,
        /** {@link Colour#FOUR_COATS}. */
        FOUR_COATS,
        /** A value that this version does not know; {@link Colour#value()} has its text. */
        UNKNOWN
    }

    /** Called by Jackson. */
    static final class Reader extends OpenEnumReader<Colour> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Colour.class, VALUES, Colour::fromString, Colour::fromExact);
        }
    }
}
