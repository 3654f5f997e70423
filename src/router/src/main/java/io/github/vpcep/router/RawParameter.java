package io.github.vpcep.router;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A parameter as it was sent, to be read as what the contract says that it is. */
public final class RawParameter {
    private final String name;
    private final @Nullable String text;
    private final boolean bounded;

    RawParameter(String name, @Nullable String text, boolean bounded) {
        this.name = name;
        this.text = text;
        this.bounded = bounded;
    }

    /** As any text. */
    public Parameter<String> text() {
        return new Parameter<>(name, text, bounded);
    }

    /** As a whole number of 32 bits. */
    public Parameter<Integer> integer() {
        return as("a whole number", Integer::valueOf);
    }

    /** As a whole number of 64 bits. */
    public Parameter<Long> longInteger() {
        return as("a whole number", Long::valueOf);
    }

    /** As a number of 32 bits. */
    public Parameter<Float> single() {
        return as("a number", each -> finite(Float.valueOf(each)));
    }

    /** As a number of 64 bits. */
    public Parameter<Double> twofold() {
        return as("a number", each -> finite(Double.valueOf(each)));
    }

    /** As a number of any length. */
    public Parameter<BigDecimal> number() {
        return as("a number", BigDecimal::new);
    }

    /** As true or false. */
    public Parameter<Boolean> bool() {
        return as("true or false", each -> switch (each) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** As a day, such as 2022-08-03. */
    public Parameter<LocalDate> date() {
        return as("a day such as 2022-08-03", LocalDate::parse);
    }

    /** As a time with its zone, such as 2022-08-03T10:00:00Z. */
    public Parameter<Instant> instant() {
        return as(
                "a time such as 2022-08-03T10:00:00Z",
                each -> OffsetDateTime.parse(each).toInstant());
    }

    /**
     * As a value of an enumeration.
     *
     * @param value makes a value of a text, in which letter case counts
     * @param known the values that the contract names
     */
    public <E> Parameter<E> oneOf(Function<String, E> value, List<E> known) {
        return as("one of " + known, each -> {
            E read = value.apply(each);
            if (bounded && !known.contains(read)) {
                throw new IllegalArgumentException();
            }
            return read;
        });
    }

    private static <N extends Number> N finite(N number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private <T> Parameter<T> as(String allowed, Function<String, T> reader) {
        if (text == null) {
            return new Parameter<>(name, null, bounded);
        }
        try {
            return new Parameter<>(name, reader.apply(text), bounded);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.of(Refusal.Kind.PARAMETER_INVALID, name, allowed);
        }
    }
}
