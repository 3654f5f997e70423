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
import io.github.vpcep.json.Lists;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A car. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Car.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Car {
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
        additionalProperties.forEach(builder::additionalProperty);
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
     * What was sent beside the properties above: those that this version does not know.
     *
     * @return name and value, unmodifiable; a value is null, a String, a Boolean, a Number, a List or a Map
     */
    public Map<String, @Nullable Object> additionalProperties() {
        return additionalProperties;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Car that
                        && Objects.equals(colour(), that.colour())
                        && Objects.equals(others(), that.others())
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(colour(), others(), additionalProperties);
    }

    @Override
    public String toString() {
        return "Car[" + "colour=" + colour() + ", others=" + others()
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Car. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder {
        @JsonProperty("colour")
        private @Nullable Colour colour;

        @JsonSetter(value = "others", contentNulls = Nulls.FAIL)
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
            return this;
        }

        /**
         * A property that this version does not know.
         *
         * @param name its name on the wire
         * @param value null, a String, a Boolean, a Number, a List or a Map
         * @return this builder
         */
        @JsonAnySetter
        public Builder additionalProperty(String name, @Nullable Object value) {
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
        public Car build() {
            return new Car(this);
        }
    }
}
