// Generated from spec/schemas/Address.yaml; edit that file, not this one.
package io.github.vpcep.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import io.github.vpcep.json.AdditionalProperties;
import io.github.vpcep.json.JsonValueReader;
import io.github.vpcep.json.JsonValues;
import io.github.vpcep.json.ModelBuilder;
import io.github.vpcep.json.Required;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** More than is told apart by its place. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Address.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Address {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of("street", "number", "town", "country");

    @JsonProperty("street")
    private final String street;

    @JsonProperty("number")
    private final Integer number;

    @JsonProperty("town")
    private final String town;

    @JsonProperty("country")
    private final String country;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Address(Builder builder) {
        this.street = Required.property(builder.street, "Address", "street", "street");
        this.number = Required.property(builder.number, "Address", "number", "number");
        this.town = Required.property(builder.town, "Address", "town", "town");
        this.country = Required.property(builder.country, "Address", "country", "country");
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
        builder.street = street;
        builder.number = number;
        builder.town = town;
        builder.country = country;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * The street. On the wire {@code street}.
     *
     * @return the value, never null
     */
    public String street() {
        return street;
    }

    /**
     * The number. On the wire {@code number}.
     *
     * @return the value, never null
     */
    public Integer number() {
        return number;
    }

    /**
     * The town. On the wire {@code town}.
     *
     * @return the value, never null
     */
    public String town() {
        return town;
    }

    /**
     * The country. On the wire {@code country}.
     *
     * @return the value, never null
     */
    public String country() {
        return country;
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
                || (other instanceof Address that
                        && Objects.equals(this.street, that.street)
                        && Objects.equals(this.number, that.number)
                        && Objects.equals(this.town, that.town)
                        && Objects.equals(this.country, that.country)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, number, town, country, additionalProperties);
    }

    @Override
    public String toString() {
        return "Address[" + "street=" + street + ", number=" + number + ", town=" + town + ", country=" + country
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Address. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Address> {
        @JsonProperty(value = "street", index = 1, required = true)
        private @Nullable String street;

        @JsonProperty(value = "number", index = 2, required = true)
        private @Nullable Integer number;

        @JsonProperty(value = "town", index = 3, required = true)
        private @Nullable String town;

        @JsonProperty(value = "country", index = 4, required = true)
        private @Nullable String country;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * The street.
         *
         * @param street the value
         * @return this builder
         */
        public Builder street(String street) {
            this.street = street;
            return this;
        }

        /**
         * The number.
         *
         * @param number the value
         * @return this builder
         */
        public Builder number(Integer number) {
            this.number = number;
            return this;
        }

        /**
         * The town.
         *
         * @param town the value
         * @return this builder
         */
        public Builder town(String town) {
            this.town = town;
            return this;
        }

        /**
         * The country.
         *
         * @param country the value
         * @return this builder
         */
        public Builder country(String country) {
            this.country = country;
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
            return keep(
                    AdditionalProperties.requireFree(name, NAMES, "Address"),
                    JsonValues.copyOf(value, "Address." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.street = JsonValues.as(value);
                case 2 -> this.number = JsonValues.as(value);
                case 3 -> this.town = JsonValues.as(value);
                case 4 -> this.country = JsonValues.as(value);
                default -> throw new IllegalArgumentException("Address has no property " + property);
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
        public Address build() {
            return new Address(this);
        }
    }
}
