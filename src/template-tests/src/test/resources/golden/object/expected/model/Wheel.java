// Generated from spec/schemas/Wheel.yaml; edit that file, not this one.
package io.github.vpcep.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wheel. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Wheel.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Wheel {
    @JsonProperty("size")
    private final @Nullable Long size;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Wheel(Builder builder) {
        this.size = builder.size;
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
        builder.size = size;
        additionalProperties.forEach(builder::additionalProperty);
        return builder;
    }

    /**
     * Its size. On the wire {@code size}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Long size() {
        return size;
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
                || (other instanceof Wheel that
                        && Objects.equals(size(), that.size())
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(size(), additionalProperties);
    }

    @Override
    public String toString() {
        return "Wheel[" + "size=" + size()
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Wheel. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder {
        @JsonProperty("size")
        private @Nullable Long size;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * Its size.
         *
         * @param size the value, or null for none
         * @return this builder
         */
        public Builder size(@Nullable Long size) {
            this.size = size;
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
        public Wheel build() {
            return new Wheel(this);
        }
    }
}
