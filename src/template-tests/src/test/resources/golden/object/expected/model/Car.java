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
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.vpcep.json.AdditionalProperties;
import io.github.vpcep.json.InstantReader;
import io.github.vpcep.json.Instants;
import io.github.vpcep.json.JsonValueReader;
import io.github.vpcep.json.JsonValues;
import io.github.vpcep.json.Lists;
import io.github.vpcep.json.ModelBuilder;
import io.github.vpcep.json.Required;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A car.
 *
 * @see <a href="https://example.com/cars">Cars</a>
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Car.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Car {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of("id", "wheels", "owner_name", "seats", "nick_names", "built_at");

    @JsonProperty("id")
    private final String id;

    @JsonProperty("wheels")
    private final List<Wheel> wheels;

    @JsonProperty("owner_name")
    private final @Nullable String owner;

    @JsonProperty("seats")
    private final @Nullable Integer seats;

    @JsonProperty("nick_names")
    private final @Nullable List<String> nickNames;

    @JsonProperty("built_at")
    @JsonSerialize(using = ToStringSerializer.class)
    private final @Nullable Instant builtAt;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Car(Builder builder) {
        this.id = Required.property(builder.id, "Car", "id", "id");
        this.wheels =
                Lists.copyOf(Required.property(builder.wheels, "Car", "wheels", "wheels"), "Car", "wheels", "wheels");
        this.owner = builder.owner;
        this.seats = builder.seats;
        this.nickNames =
                builder.nickNames == null ? null : Lists.copyOf(builder.nickNames, "Car", "nickNames", "nick_names");
        Instants.requireWritable(builder.builtAt, "Car.built_at");
        this.builtAt = builder.builtAt;
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
        builder.id = id;
        builder.wheels = wheels;
        builder.owner = owner;
        builder.seats = seats;
        builder.nickNames = nickNames;
        builder.builtAt = builtAt;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * The id of the car. Minimum length 1. Maximum length 8. Matches {@code ^[a-z]*$}. On the wire {@code id}.
     *
     * @return the value, never null
     */
    public String id() {
        return id;
    }

    /**
     * Its wheels. Minimum number of items: 1. Maximum number of items: 4. On the wire {@code wheels}.
     *
     * @return the list, unmodifiable
     */
    public List<Wheel> wheels() {
        return wheels;
    }

    /**
     * Who owns it. On the wire {@code owner_name}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String owner() {
        return owner;
    }

    /**
     * How many may sit in it. Minimum 1. Maximum 9. On the wire {@code seats}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Integer seats() {
        return seats;
    }

    /**
     * What it is called. On the wire {@code nick_names}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<String> nickNames() {
        return nickNames == null ? List.of() : nickNames;
    }

    /**
     * The time at which it was built. On the wire {@code built_at}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Instant builtAt() {
        return builtAt;
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
                        && Objects.equals(this.id, that.id)
                        && Objects.equals(this.wheels, that.wheels)
                        && Objects.equals(this.owner, that.owner)
                        && Objects.equals(this.seats, that.seats)
                        && Objects.equals(this.nickNames, that.nickNames)
                        && Objects.equals(this.builtAt, that.builtAt)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, wheels, owner, seats, nickNames, builtAt, additionalProperties);
    }

    @Override
    public String toString() {
        return "Car[" + "id=" + id + ", wheels=" + wheels + ", owner=" + owner + ", seats=" + seats + ", nickNames="
                + nickNames + ", builtAt=" + builtAt
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Car. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Car> {
        @JsonProperty(value = "id", index = 1, required = true)
        private @Nullable String id;

        @JsonProperty(value = "wheels", index = 2, required = true)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<Wheel> wheels;

        @JsonProperty(value = "owner_name", index = 3)
        private @Nullable String owner;

        @JsonProperty(value = "seats", index = 4)
        private @Nullable Integer seats;

        @JsonProperty(value = "nick_names", index = 5)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<String> nickNames;

        @JsonProperty(value = "built_at", index = 6)
        @JsonDeserialize(using = InstantReader.class)
        private @Nullable Instant builtAt;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * The id of the car. Minimum length 1. Maximum length 8. Matches {@code ^[a-z]*$}.
         *
         * @param id the value
         * @return this builder
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * Its wheels. Minimum number of items: 1. Maximum number of items: 4.
         *
         * @param wheels the value
         * @return this builder
         */
        public Builder wheels(List<Wheel> wheels) {
            this.wheels = wheels;
            return this;
        }

        /**
         * As {@link #wheels(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder wheels(Wheel first, Wheel... more) {
            return wheels(Lists.of(first, more));
        }

        /**
         * Who owns it.
         *
         * @param owner the value, or null for none
         * @return this builder
         */
        public Builder owner(@Nullable String owner) {
            this.owner = owner;
            AdditionalProperties.remove(additionalProperties, "owner_name");
            return this;
        }

        /**
         * How many may sit in it. Minimum 1. Maximum 9.
         *
         * @param seats the value, or null for none
         * @return this builder
         */
        public Builder seats(@Nullable Integer seats) {
            this.seats = seats;
            AdditionalProperties.remove(additionalProperties, "seats");
            return this;
        }

        /**
         * What it is called.
         *
         * @param nickNames the value, or null for none
         * @return this builder
         */
        public Builder nickNames(@Nullable List<String> nickNames) {
            this.nickNames = nickNames;
            AdditionalProperties.remove(additionalProperties, "nick_names");
            return this;
        }

        /**
         * As {@link #nickNames(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder nickNames(String first, String... more) {
            return nickNames(Lists.of(first, more));
        }

        /**
         * The time at which it was built.
         *
         * @param builtAt the value, or null for none
         * @return this builder
         */
        public Builder builtAt(@Nullable Instant builtAt) {
            this.builtAt = builtAt;
            AdditionalProperties.remove(additionalProperties, "built_at");
            return this;
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
                case 1 -> this.id = JsonValues.as(value);
                case 2 -> this.wheels = JsonValues.as(value);
                case 3 -> this.owner = JsonValues.as(value);
                case 4 -> this.seats = JsonValues.as(value);
                case 5 -> this.nickNames = JsonValues.as(value);
                case 6 -> this.builtAt = JsonValues.as(value);
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
