// Generated from spec/schemas/GarageRequest.yaml; edit that file, not this one.
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
import io.github.vpcep.json.Containers;
import io.github.vpcep.json.JsonValueReader;
import io.github.vpcep.json.JsonValues;
import io.github.vpcep.json.Lists;
import io.github.vpcep.json.ModelBuilder;
import io.github.vpcep.json.Required;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A garage to create. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = GarageRequest.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class GarageRequest {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES =
            Set.of("name", "doors", "labels", "filters", "address", "plan", "old_name");

    @JsonProperty("name")
    private final String name;

    @JsonProperty("doors")
    private final List<Door> doors;

    @JsonProperty("labels")
    private final @Nullable List<Label> labels;

    @JsonProperty("filters")
    private final @Nullable List<Filter> filters;

    @JsonProperty("address")
    private final @Nullable Address address;

    @JsonProperty("plan")
    private final @Nullable List<List<Integer>> plan;

    @JsonProperty("old_name")
    private final @Nullable String oldName;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private GarageRequest(Builder builder) {
        this.name = Required.property(builder.name, "GarageRequest", "name", "name");
        this.doors = Lists.copyOf(
                Required.property(builder.doors, "GarageRequest", "doors", "doors"), "GarageRequest", "doors", "doors");
        this.labels = builder.labels == null ? null : Lists.copyOf(builder.labels, "GarageRequest", "labels", "labels");
        this.filters =
                builder.filters == null ? null : Lists.copyOf(builder.filters, "GarageRequest", "filters", "filters");
        this.address = builder.address;
        this.plan = builder.plan == null
                ? null
                : Containers.copyOf(Lists.copyOf(builder.plan, "GarageRequest", "plan", "plan"));
        this.oldName = builder.oldName;
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
        builder.name = name;
        builder.doors = doors;
        builder.labels = labels;
        builder.filters = filters;
        builder.address = address;
        builder.plan = plan;
        builder.oldName = oldName;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * Its name. On the wire {@code name}.
     *
     * @return the value, never null
     */
    public String name() {
        return name;
    }

    /**
     * Its doors. On the wire {@code doors}.
     *
     * @return the list, unmodifiable
     */
    public List<Door> doors() {
        return doors;
    }

    /**
     * Its labels. On the wire {@code labels}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Label> labels() {
        return labels == null ? List.of() : labels;
    }

    /**
     * Which cars may stand in it. On the wire {@code filters}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Filter> filters() {
        return filters == null ? List.of() : filters;
    }

    /**
     * Where it is. On the wire {@code address}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Address address() {
        return address;
    }

    /**
     * Its places, row by row. On the wire {@code plan}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<List<Integer>> plan() {
        return plan == null ? List.of() : plan;
    }

    /**
     * Its name before. On the wire {@code old_name}.
     *
     * @return the value, or null when it was not sent
     * @deprecated by the contract: a later version of the service may not have it
     */
    @Deprecated
    public @Nullable String oldName() {
        return oldName;
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
                || (other instanceof GarageRequest that
                        && Objects.equals(this.name, that.name)
                        && Objects.equals(this.doors, that.doors)
                        && Objects.equals(this.labels, that.labels)
                        && Objects.equals(this.filters, that.filters)
                        && Objects.equals(this.address, that.address)
                        && Objects.equals(this.plan, that.plan)
                        && Objects.equals(this.oldName, that.oldName)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, doors, labels, filters, address, plan, oldName, additionalProperties);
    }

    @Override
    public String toString() {
        return "GarageRequest[" + "name=" + name + ", doors=" + doors + ", labels=" + labels + ", filters=" + filters
                + ", address=" + address + ", plan=" + plan + ", oldName=" + oldName
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds GarageRequest. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<GarageRequest> {
        @JsonProperty(value = "name", index = 1, required = true)
        private @Nullable String name;

        @JsonProperty(value = "doors", index = 2, required = true)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<Door> doors;

        @JsonProperty(value = "labels", index = 3)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<Label> labels;

        @JsonProperty(value = "filters", index = 4)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<Filter> filters;

        @JsonProperty(value = "address", index = 5)
        private @Nullable Address address;

        @JsonProperty(value = "plan", index = 6)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<List<Integer>> plan;

        @JsonProperty(value = "old_name", index = 7)
        private @Nullable String oldName;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * Its name.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Its doors.
         *
         * @param doors the value
         * @return this builder
         */
        public Builder doors(List<Door> doors) {
            this.doors = doors;
            return this;
        }

        /**
         * As {@link #doors(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder doors(Door first, Door... more) {
            return doors(Lists.of(first, more));
        }

        /**
         * Its labels.
         *
         * @param labels the value, or null for none
         * @return this builder
         */
        public Builder labels(@Nullable List<Label> labels) {
            this.labels = labels;
            AdditionalProperties.remove(additionalProperties, "labels");
            return this;
        }

        /**
         * As {@link #labels(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder labels(Label first, Label... more) {
            return labels(Lists.of(first, more));
        }

        /**
         * As {@link #labels(List)}, with the items of a map, in its order.
         *
         * @param map key and value of each item, or null for none
         * @return this builder
         */
        public Builder labels(@Nullable Map<String, String> map) {
            return labels(map == null ? null : Label.listOf(map));
        }

        /**
         * Which cars may stand in it.
         *
         * @param filters the value, or null for none
         * @return this builder
         */
        public Builder filters(@Nullable List<Filter> filters) {
            this.filters = filters;
            AdditionalProperties.remove(additionalProperties, "filters");
            return this;
        }

        /**
         * As {@link #filters(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder filters(Filter first, Filter... more) {
            return filters(Lists.of(first, more));
        }

        /**
         * Where it is.
         *
         * @param address the value, or null for none
         * @return this builder
         */
        public Builder address(@Nullable Address address) {
            this.address = address;
            AdditionalProperties.remove(additionalProperties, "address");
            return this;
        }

        /**
         * Its places, row by row.
         *
         * @param plan the value, or null for none
         * @return this builder
         */
        public Builder plan(@Nullable List<List<Integer>> plan) {
            this.plan = plan;
            AdditionalProperties.remove(additionalProperties, "plan");
            return this;
        }

        /**
         * Its name before.
         *
         * @param oldName the value, or null for none
         * @return this builder
         * @deprecated by the contract: a later version of the service may not have it
         */
        @Deprecated
        public Builder oldName(@Nullable String oldName) {
            this.oldName = oldName;
            AdditionalProperties.remove(additionalProperties, "old_name");
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
                    AdditionalProperties.requireFree(name, NAMES, "GarageRequest"),
                    JsonValues.copyOf(value, "GarageRequest." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.name = JsonValues.as(value);
                case 2 -> this.doors = JsonValues.as(value);
                case 3 -> this.labels = JsonValues.as(value);
                case 4 -> this.filters = JsonValues.as(value);
                case 5 -> this.address = JsonValues.as(value);
                case 6 -> this.plan = JsonValues.as(value);
                case 7 -> this.oldName = JsonValues.as(value);
                default -> throw new IllegalArgumentException("GarageRequest has no property " + property);
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
        public GarageRequest build() {
            return new GarageRequest(this);
        }
    }
}
