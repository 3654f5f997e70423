// Generated from spec/schemas/Car.yaml; edit that file, not this one.
package io.github.vpcep.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.vpcep.json.AdditionalProperties;
import io.github.vpcep.json.Instants;
import io.github.vpcep.json.JsonTextReader;
import io.github.vpcep.json.JsonValueReader;
import io.github.vpcep.json.JsonValues;
import io.github.vpcep.json.Lists;
import io.github.vpcep.json.LocalInstantReader;
import io.github.vpcep.json.ModelBuilder;
import io.github.vpcep.json.SingleItemReader;
import io.github.vpcep.json.TextBooleanReader;
import io.github.vpcep.json.TextIntegerReader;
import java.time.Instant;
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
    private static final Set<String> NAMES = Set.of(
            "is_open",
            "names",
            "wheels",
            "spare",
            "tyres",
            "doors",
            "mileage",
            "steering_wheel",
            "error_code",
            "code",
            "errorCode",
            "built_at");

    @JsonProperty("is_open")
    private final @Nullable Boolean open;

    @JsonProperty("names")
    private final @Nullable List<String> names;

    @JsonProperty("wheels")
    private final @Nullable List<Wheel> wheels;

    @JsonProperty("spare")
    private final @Nullable List<Wheel> spare;

    @JsonProperty("tyres")
    private final @Nullable List<Wheel> tyres;

    @JsonProperty("doors")
    private final @Nullable Integer doors;

    @JsonProperty("mileage")
    private final @Nullable Long mileage;

    @JsonProperty("steering_wheel")
    private final @Nullable Wheel steeringWheel;

    @JsonProperty("error_code")
    private final @Nullable String code;

    @JsonProperty("built_at")
    @JsonSerialize(using = ToStringSerializer.class)
    private final @Nullable Instant builtAt;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Car(Builder builder) {
        this.open = builder.open;
        this.names = builder.names == null ? null : Lists.copyOf(builder.names, "Car", "names", "names");
        this.wheels = builder.wheels == null ? null : Lists.copyOf(builder.wheels, "Car", "wheels", "wheels");
        this.spare = builder.spare == null ? null : Lists.copyOf(builder.spare, "Car", "spare", "spare");
        this.tyres = builder.tyres == null ? null : Lists.copyOf(builder.tyres, "Car", "tyres", "tyres");
        this.doors = builder.doors;
        this.mileage = builder.mileage;
        this.steeringWheel = builder.steeringWheel;
        this.code = builder.code;
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
        builder.open = open;
        builder.names = names;
        builder.wheels = wheels;
        builder.spare = spare;
        builder.tyres = tyres;
        builder.doors = doors;
        builder.mileage = mileage;
        builder.steeringWheel = steeringWheel;
        builder.code = code;
        builder.builtAt = builtAt;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * Whether it has no roof. On the wire {@code is_open}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Boolean open() {
        return open;
    }

    /**
     * What it is called. On the wire {@code names}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<String> names() {
        return names == null ? List.of() : names;
    }

    /**
     * Its wheels. On the wire {@code wheels}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Wheel> wheels() {
        return wheels == null ? List.of() : wheels;
    }

    /**
     * Its other wheels. On the wire {@code spare}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Wheel> spare() {
        return spare == null ? List.of() : spare;
    }

    /**
     * Its tyres. On the wire {@code tyres}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Wheel> tyres() {
        return tyres == null ? List.of() : tyres;
    }

    /**
     * How many doors it has. On the wire {@code doors}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Integer doors() {
        return doors;
    }

    /**
     * How far it went. On the wire {@code mileage}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Long mileage() {
        return mileage;
    }

    /**
     * The wheel to steer it. On the wire {@code steering_wheel}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Wheel steeringWheel() {
        return steeringWheel;
    }

    /**
     * What is wrong with it. On the wire {@code error_code}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String code() {
        return code;
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
                        && Objects.equals(this.open, that.open)
                        && Objects.equals(this.names, that.names)
                        && Objects.equals(this.wheels, that.wheels)
                        && Objects.equals(this.spare, that.spare)
                        && Objects.equals(this.tyres, that.tyres)
                        && Objects.equals(this.doors, that.doors)
                        && Objects.equals(this.mileage, that.mileage)
                        && Objects.equals(this.steeringWheel, that.steeringWheel)
                        && Objects.equals(this.code, that.code)
                        && Objects.equals(this.builtAt, that.builtAt)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                open, names, wheels, spare, tyres, doors, mileage, steeringWheel, code, builtAt, additionalProperties);
    }

    @Override
    public String toString() {
        return "Car[" + "open=" + open + ", names=" + names + ", wheels=" + wheels + ", spare=" + spare + ", tyres="
                + tyres + ", doors=" + doors + ", mileage=" + mileage + ", steeringWheel=" + steeringWheel + ", code="
                + code + ", builtAt=" + builtAt
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Car. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Car> {
        @JsonProperty(value = "is_open", index = 1)
        // The documents' examples send text: erratum P01.
        @JsonDeserialize(using = TextBooleanReader.class)
        private @Nullable Boolean open;

        @JsonProperty(value = "names", index = 2)
        @JsonSetter(contentNulls = Nulls.FAIL)
        // The documents' examples send the bare item: erratum P03.
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        private @Nullable List<String> names;

        @JsonProperty(value = "wheels", index = 3)
        @JsonSetter(contentNulls = Nulls.FAIL)
        // The documents also call the items text: erratum P29.
        @JsonDeserialize(contentUsing = JsonTextReader.class)
        private @Nullable List<Wheel> wheels;

        @JsonProperty(value = "spare", index = 4)
        @JsonSetter(contentNulls = Nulls.FAIL)
        // The documents' examples send the bare item: erratum P05.
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        // The documents also call the items text: erratum P29.
        @JsonDeserialize(contentUsing = JsonTextReader.class)
        private @Nullable List<Wheel> spare;

        @JsonProperty(value = "tyres", index = 5)
        @JsonSetter(contentNulls = Nulls.FAIL)
        // The documents' examples send the bare item: erratum P06.
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        private @Nullable List<Wheel> tyres;

        @JsonProperty(value = "doors", index = 6)
        // The documents' examples send text: erratum N01.
        @JsonDeserialize(using = TextIntegerReader.class)
        private @Nullable Integer doors;

        @JsonProperty(value = "mileage", index = 7)
        // The documents' examples send text: erratum N01.
        @JsonDeserialize(using = TextIntegerReader.class)
        private @Nullable Long mileage;

        @JsonProperty(value = "steering_wheel", index = 8)
        // The documents also send a list of one: erratum N44.
        @JsonDeserialize(using = SingleItemReader.class)
        private @Nullable Wheel steeringWheel;

        @JsonProperty(value = "error_code", index = 9)
        // The documents also give it another name: erratum P28.
        @JsonAlias({"code", "errorCode"})
        private @Nullable String code;

        @JsonProperty(value = "built_at", index = 10)
        // The documents also print times without a zone: erratum N56.
        @JsonDeserialize(using = LocalInstantReader.class)
        private @Nullable Instant builtAt;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * Whether it has no roof.
         *
         * @param open the value, or null for none
         * @return this builder
         */
        public Builder open(@Nullable Boolean open) {
            this.open = open;
            AdditionalProperties.remove(additionalProperties, "is_open");
            return this;
        }

        /**
         * What it is called.
         *
         * @param names the value, or null for none
         * @return this builder
         */
        public Builder names(@Nullable List<String> names) {
            this.names = names;
            AdditionalProperties.remove(additionalProperties, "names");
            return this;
        }

        /**
         * As {@link #names(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder names(String first, String... more) {
            return names(Lists.of(first, more));
        }

        /**
         * Its wheels.
         *
         * @param wheels the value, or null for none
         * @return this builder
         */
        public Builder wheels(@Nullable List<Wheel> wheels) {
            this.wheels = wheels;
            AdditionalProperties.remove(additionalProperties, "wheels");
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
         * Its other wheels.
         *
         * @param spare the value, or null for none
         * @return this builder
         */
        public Builder spare(@Nullable List<Wheel> spare) {
            this.spare = spare;
            AdditionalProperties.remove(additionalProperties, "spare");
            return this;
        }

        /**
         * As {@link #spare(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder spare(Wheel first, Wheel... more) {
            return spare(Lists.of(first, more));
        }

        /**
         * Its tyres.
         *
         * @param tyres the value, or null for none
         * @return this builder
         */
        public Builder tyres(@Nullable List<Wheel> tyres) {
            this.tyres = tyres;
            AdditionalProperties.remove(additionalProperties, "tyres");
            return this;
        }

        /**
         * As {@link #tyres(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder tyres(Wheel first, Wheel... more) {
            return tyres(Lists.of(first, more));
        }

        /**
         * How many doors it has.
         *
         * @param doors the value, or null for none
         * @return this builder
         */
        public Builder doors(@Nullable Integer doors) {
            this.doors = doors;
            AdditionalProperties.remove(additionalProperties, "doors");
            return this;
        }

        /**
         * How far it went.
         *
         * @param mileage the value, or null for none
         * @return this builder
         */
        public Builder mileage(@Nullable Long mileage) {
            this.mileage = mileage;
            AdditionalProperties.remove(additionalProperties, "mileage");
            return this;
        }

        /**
         * The wheel to steer it.
         *
         * @param steeringWheel the value, or null for none
         * @return this builder
         */
        public Builder steeringWheel(@Nullable Wheel steeringWheel) {
            this.steeringWheel = steeringWheel;
            AdditionalProperties.remove(additionalProperties, "steering_wheel");
            return this;
        }

        /**
         * What is wrong with it.
         *
         * @param code the value, or null for none
         * @return this builder
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            AdditionalProperties.remove(additionalProperties, "error_code", "code", "errorCode");
            return this;
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
                case 1 -> this.open = JsonValues.as(value);
                case 2 -> this.names = JsonValues.as(value);
                case 3 -> this.wheels = JsonValues.as(value);
                case 4 -> this.spare = JsonValues.as(value);
                case 5 -> this.tyres = JsonValues.as(value);
                case 6 -> this.doors = JsonValues.as(value);
                case 7 -> this.mileage = JsonValues.as(value);
                case 8 -> this.steeringWheel = JsonValues.as(value);
                case 9 -> this.code = JsonValues.as(value);
                case 10 -> this.builtAt = JsonValues.as(value);
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
