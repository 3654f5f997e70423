// Generated from spec/schemas/Part.yaml; edit that file, not this one.
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Part.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Part {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of("undescribed");

    @JsonProperty("undescribed")
    private final @Nullable Boolean undescribed;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Part(Builder builder) {
        this.undescribed = builder.undescribed;
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
        builder.undescribed = undescribed;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * On the wire {@code undescribed}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Boolean undescribed() {
        return undescribed;
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
                || (other instanceof Part that
                        && Objects.equals(this.undescribed, that.undescribed)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(undescribed, additionalProperties);
    }

    @Override
    public String toString() {
        return "Part[" + "undescribed=" + undescribed
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Part. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Part> {
        @JsonProperty(value = "undescribed", index = 1)
        private @Nullable Boolean undescribed;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * @param undescribed the value, or null for none
         * @return this builder
         */
        public Builder undescribed(@Nullable Boolean undescribed) {
            this.undescribed = undescribed;
            AdditionalProperties.remove(additionalProperties, "undescribed");
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
                    AdditionalProperties.requireFree(name, NAMES, "Part"), JsonValues.copyOf(value, "Part." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.undescribed = JsonValues.as(value);
                default -> throw new IllegalArgumentException("Part has no property " + property);
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
        public Part build() {
            return new Part(this);
        }
    }
}
