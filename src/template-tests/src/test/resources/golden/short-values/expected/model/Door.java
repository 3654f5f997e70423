// Generated from spec/schemas/Door.yaml; edit that file, not this one.
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

/** A door, as wide and as high as it is. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Door.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Door {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of("width", "height", "colour");

    @JsonProperty("width")
    private final Integer width;

    @JsonProperty("height")
    private final Integer height;

    @JsonProperty("colour")
    private final @Nullable String colour;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Door(Builder builder) {
        this.width = Required.property(builder.width, "Door", "width", "width");
        this.height = Required.property(builder.height, "Door", "height", "height");
        this.colour = builder.colour;
        this.additionalProperties = builder.additionalProperties == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalProperties));
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * One with these properties set and no other.
     *
     * @param width Its width. Minimum 1.
     * @param height Its height.
     * @throws IllegalArgumentException if a required property is null; the message names it
     */
    public static Door of(Integer width, Integer height) {
        return builder().width(width).height(height).build();
    }

    /** A builder with everything of this one set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.width = width;
        builder.height = height;
        builder.colour = colour;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * Its width. Minimum 1. On the wire {@code width}.
     *
     * @return the value, never null
     */
    public Integer width() {
        return width;
    }

    /**
     * Its height. On the wire {@code height}.
     *
     * @return the value, never null
     */
    public Integer height() {
        return height;
    }

    /**
     * Its colour. On the wire {@code colour}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String colour() {
        return colour;
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
                || (other instanceof Door that
                        && Objects.equals(this.width, that.width)
                        && Objects.equals(this.height, that.height)
                        && Objects.equals(this.colour, that.colour)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, height, colour, additionalProperties);
    }

    @Override
    public String toString() {
        return "Door[" + "width=" + width + ", height=" + height + ", colour=" + colour
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Door. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Door> {
        @JsonProperty(value = "width", index = 1, required = true)
        private @Nullable Integer width;

        @JsonProperty(value = "height", index = 2, required = true)
        private @Nullable Integer height;

        @JsonProperty(value = "colour", index = 3)
        private @Nullable String colour;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * Its width. Minimum 1.
         *
         * @param width the value
         * @return this builder
         */
        public Builder width(Integer width) {
            this.width = width;
            return this;
        }

        /**
         * Its height.
         *
         * @param height the value
         * @return this builder
         */
        public Builder height(Integer height) {
            this.height = height;
            return this;
        }

        /**
         * Its colour.
         *
         * @param colour the value, or null for none
         * @return this builder
         */
        public Builder colour(@Nullable String colour) {
            this.colour = colour;
            AdditionalProperties.remove(additionalProperties, "colour");
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
                    AdditionalProperties.requireFree(name, NAMES, "Door"), JsonValues.copyOf(value, "Door." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.width = JsonValues.as(value);
                case 2 -> this.height = JsonValues.as(value);
                case 3 -> this.colour = JsonValues.as(value);
                default -> throw new IllegalArgumentException("Door has no property " + property);
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
        public Door build() {
            return new Door(this);
        }
    }
}
