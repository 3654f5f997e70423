// Generated from spec/schemas/Part.yaml; edit that file, not this one.
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

/** */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Part.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Part {
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
        additionalProperties.forEach(builder::additionalProperty);
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
                || (other instanceof Part that
                        && Objects.equals(undescribed(), that.undescribed())
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(undescribed(), additionalProperties);
    }

    @Override
    public String toString() {
        return "Part[" + "undescribed=" + undescribed()
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Part. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder {
        @JsonProperty("undescribed")
        private @Nullable Boolean undescribed;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * @param undescribed the value, or null for none
         * @return this builder
         */
        public Builder undescribed(@Nullable Boolean undescribed) {
            this.undescribed = undescribed;
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
        public Part build() {
            return new Part(this);
        }
    }
}
