// Generated from spec/schemas/Car.yaml; edit that file, not this one.
package io.github.vpcep.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import io.github.vpcep.json.AdditionalProperties;
import io.github.vpcep.json.JsonValueReader;
import io.github.vpcep.json.JsonValues;
import io.github.vpcep.json.Lists;
import io.github.vpcep.json.ModelBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A car. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Car.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Car {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of("colour", "others");

    @JsonProperty("colour")
    private final @Nullable Colour colour;

    @JsonProperty("others")
    private final @Nullable List<Colour> others;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Car(Builder builder) {
        this.colour = builder.colour;
        this.others = builder.others == null ? null : Lists.copyOf(builder.others, "Car", "others", "others");
        this.additionalProperties = builder.additionalProperties == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalProperties));
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with everything of this one set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.colour = colour;
        builder.others = others;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * Its colour. On the wire {@code colour}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Colour colour() {
        return colour;
    }

    /**
     * The colours of its parts. On the wire {@code others}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Colour> others() {
        return others == null ? List.of() : others;
    }

    /**
     * What was sent beside the properties above: those that this version does not know, and in an answer those of the
     * optional ones above whose value is none of their type. It is written again as it was read.
     *
     * @return wire name and value, unmodifiable to their depth; a value is null, a String, a Boolean, a Number, a List
     *     or a Map, and a number is exact: an Integer, a Long or a BigInteger, with a fraction or an exponent a
     *     BigDecimal
     */
    public Map<String, @Nullable Object> additionalProperties() {
        return additionalProperties;
    }

    /** Equal are those that are written alike, so an absent list is not an empty one, and 1.0 is not 1.00. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Car that
                        && Objects.equals(this.colour, that.colour)
                        && Objects.equals(this.others, that.others)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(colour, others, additionalProperties);
    }

    @Override
    public String toString() {
        return "Car[" + "colour=" + colour + ", others=" + others
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Car. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Car> {
        @JsonProperty(value = "colour", index = 1)
        private @Nullable Colour colour;

        @JsonProperty(value = "others", index = 2)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<Colour> others;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * Its colour.
         *
         * @param colour the value, or null for none
         * @return this builder
         */
        public Builder colour(@Nullable Colour colour) {
            this.colour = colour;
            AdditionalProperties.remove(additionalProperties, "colour");
            return this;
        }

        /**
         * The colours of its parts.
         *
         * @param others the value, or null for none
         * @return this builder
         */
        public Builder others(@Nullable List<Colour> others) {
            this.others = others;
            AdditionalProperties.remove(additionalProperties, "others");
            return this;
        }

        /**
         * As {@link #others(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder others(Colour first, Colour... more) {
            return others(Lists.of(first, more));
        }

        /**
         * A property that this version does not know.
         *
         * @param name its name on the wire
         * @param value null, a String, a Boolean, a Number, a List or a Map; lists and maps are copied
         * @return this builder
         * @throws IllegalArgumentException if the name is one by which this version reads a property of its own, or the
         *     value, or one inside it, is nothing that JSON has
         */
        public Builder additionalProperty(String name, @Nullable Object value) {
            return keep(AdditionalProperties.requireFree(name, NAMES, "Car"), JsonValues.copyOf(value, "Car." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.colour = JsonValues.as(value);
                case 2 -> this.others = JsonValues.as(value);
                default -> throw new IllegalArgumentException("Car has no property " + property);
            }
        }

        @JsonAnySetter
        @JsonDeserialize(contentUsing = JsonValueReader.class)
        private Builder keep(String name, @Nullable Object value) {
            if (additionalProperties == null) {
                additionalProperties = new LinkedHashMap<>();
            }
            additionalProperties.put(name, value);
            return this;
        }

        /**
         * What was set, as an immutable value.
         *
         * @throws IllegalArgumentException if a required property is missing or an item of a list is null; the message
         *     names it
         */
        @Override
        public Car build() {
            return new Car(this);
        }
    }
}
