// Generated from spec/schemas/Filter.yaml; edit that file, not this one.
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
import io.github.vpcep.json.Required;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A label that a car has, with one of some values. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Filter.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Filter {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of("key", "values");

    @JsonProperty("key")
    private final String key;

    @JsonProperty("values")
    private final List<String> values;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Filter(Builder builder) {
        this.key = Required.property(builder.key, "Filter", "key", "key");
        this.values = Lists.copyOf(
                Required.property(builder.values, "Filter", "values", "values"), "Filter", "values", "values");
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
     * @param key Its key.
     * @param values Its values.
     * @throws IllegalArgumentException if a required property is null; the message names it
     */
    public static Filter of(String key, String... values) {
        return builder().key(key).values(Arrays.asList(values)).build();
    }

    /** A builder with everything of this one set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.key = key;
        builder.values = values;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * Its key. On the wire {@code key}.
     *
     * @return the value, never null
     */
    public String key() {
        return key;
    }

    /**
     * Its values. On the wire {@code values}.
     *
     * @return the list, unmodifiable
     */
    public List<String> values() {
        return values;
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
                || (other instanceof Filter that
                        && Objects.equals(this.key, that.key)
                        && Objects.equals(this.values, that.values)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, values, additionalProperties);
    }

    @Override
    public String toString() {
        return "Filter[" + "key=" + key + ", values=" + values
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Filter. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Filter> {
        @JsonProperty(value = "key", index = 1, required = true)
        private @Nullable String key;

        @JsonProperty(value = "values", index = 2, required = true)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<String> values;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * Its key.
         *
         * @param key the value
         * @return this builder
         */
        public Builder key(String key) {
            this.key = key;
            return this;
        }

        /**
         * Its values.
         *
         * @param values the value
         * @return this builder
         */
        public Builder values(List<String> values) {
            this.values = values;
            return this;
        }

        /**
         * As {@link #values(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder values(String first, String... more) {
            return values(Lists.of(first, more));
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
                    AdditionalProperties.requireFree(name, NAMES, "Filter"),
                    JsonValues.copyOf(value, "Filter." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.key = JsonValues.as(value);
                case 2 -> this.values = JsonValues.as(value);
                default -> throw new IllegalArgumentException("Filter has no property " + property);
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
        public Filter build() {
            return new Filter(this);
        }
    }
}
