// Generated from spec/schemas/Box.yaml; edit that file, not this one.
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
import io.github.vpcep.json.Containers;
import io.github.vpcep.json.InstantReader;
import io.github.vpcep.json.Instants;
import io.github.vpcep.json.JsonObjectReader;
import io.github.vpcep.json.JsonValueReader;
import io.github.vpcep.json.JsonValues;
import io.github.vpcep.json.Lists;
import io.github.vpcep.json.ModelBuilder;
import io.github.vpcep.json.Required;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something of each kind. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonDeserialize(builder = Box.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Box {
    /** The names by which the properties below are read. */
    private static final Set<String> NAMES = Set.of(
            "part",
            "labels",
            "grid",
            "anything",
            "document",
            "small",
            "large",
            "ratio",
            "share",
            "amount",
            "key",
            "link",
            "times",
            "note",
            "digits",
            "default",
            "class",
            "value",
            "other",
            "builder",
            "with-dash");

    @JsonProperty("part")
    private final Part part;

    @JsonProperty("labels")
    private final @Nullable Map<String, String> labels;

    @JsonProperty("grid")
    private final @Nullable List<List<Integer>> grid;

    @JsonProperty("anything")
    private final @Nullable Object anything;

    @JsonProperty("document")
    private final @Nullable Map<String, @Nullable Object> document;

    @JsonProperty("small")
    private final Integer small;

    @JsonProperty("large")
    private final @Nullable Long large;

    @JsonProperty("ratio")
    private final @Nullable Double ratio;

    @JsonProperty("share")
    private final @Nullable Float share;

    @JsonProperty("amount")
    private final @Nullable BigDecimal amount;

    @JsonProperty("key")
    private final @Nullable UUID key;

    @JsonProperty("link")
    private final @Nullable URI link;

    @JsonProperty("times")
    @JsonSerialize(contentUsing = ToStringSerializer.class)
    private final @Nullable List<Instant> times;

    @JsonProperty("note")
    private final @Nullable String note;

    @JsonProperty("digits")
    private final @Nullable String digits;

    @JsonProperty("default")
    private final @Nullable String _default;

    @JsonProperty("class")
    private final @Nullable String propertyClass;

    @JsonProperty("value")
    private final @Nullable String value;

    @JsonProperty("other")
    private final @Nullable String other;

    @JsonProperty("builder")
    private final @Nullable String builderName;

    @JsonProperty("with-dash")
    private final @Nullable String withDash;

    @JsonAnyGetter
    private final Map<String, @Nullable Object> additionalProperties;

    private Box(Builder builder) {
        this.part = Required.property(builder.part, "Box", "part", "part");
        this.labels = Containers.copyOf(builder.labels);
        this.grid = builder.grid == null ? null : Containers.copyOf(Lists.copyOf(builder.grid, "Box", "grid", "grid"));
        this.anything = JsonValues.copyOf(builder.anything, "Box.anything");
        this.document = JsonValues.copyOf(builder.document, "Box.document");
        this.small = Required.property(builder.small, "Box", "small", "small");
        this.large = builder.large;
        JsonValues.requireFinite(builder.ratio, "Box.ratio");
        this.ratio = builder.ratio;
        JsonValues.requireFinite(builder.share, "Box.share");
        this.share = builder.share;
        this.amount = builder.amount;
        this.key = builder.key;
        this.link = builder.link;
        this.times = builder.times == null ? null : Lists.copyOf(builder.times, "Box", "times", "times");
        Instants.requireWritable(builder.times, "Box.times");
        this.note = builder.note;
        this.digits = builder.digits;
        this._default = builder._default;
        this.propertyClass = builder.propertyClass;
        this.value = builder.value;
        this.other = builder.other;
        this.builderName = builder.builderName;
        this.withDash = builder.withDash;
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
        builder.part = part;
        builder.labels = labels;
        builder.grid = grid;
        builder.anything = anything;
        builder.document = document;
        builder.small = small;
        builder.large = large;
        builder.ratio = ratio;
        builder.share = share;
        builder.amount = amount;
        builder.key = key;
        builder.link = link;
        builder.times = times;
        builder.note = note;
        builder.digits = digits;
        builder._default = _default;
        builder.propertyClass = propertyClass;
        builder.value = value;
        builder.other = other;
        builder.builderName = builderName;
        builder.withDash = withDash;
        builder.additionalProperties =
                additionalProperties.isEmpty() ? null : new LinkedHashMap<>(additionalProperties);
        return builder;
    }

    /**
     * An object. On the wire {@code part}.
     *
     * @return the value, never null
     */
    public Part part() {
        return part;
    }

    /**
     * A map. On the wire {@code labels}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Map<String, String> labels() {
        return labels;
    }

    /**
     * A list of lists. On the wire {@code grid}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<List<Integer>> grid() {
        return grid == null ? List.of() : grid;
    }

    /**
     * Any value at all. On the wire {@code anything}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Object anything() {
        return anything;
    }

    /**
     * An object that nothing is known of. On the wire {@code document}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Map<String, @Nullable Object> document() {
        return document;
    }

    /**
     * A number of 32 bits. On the wire {@code small}.
     *
     * @return the value, never null
     */
    public Integer small() {
        return small;
    }

    /**
     * A number of 64 bits. On the wire {@code large}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Long large() {
        return large;
    }

    /**
     * A number with a fraction. On the wire {@code ratio}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Double ratio() {
        return ratio;
    }

    /**
     * A number with a short fraction. On the wire {@code share}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable Float share() {
        return share;
    }

    /**
     * A number of any size. On the wire {@code amount}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable BigDecimal amount() {
        return amount;
    }

    /**
     * A unique id. On the wire {@code key}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable UUID key() {
        return key;
    }

    /**
     * A link. On the wire {@code link}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable URI link() {
        return link;
    }

    /**
     * Some times. On the wire {@code times}.
     *
     * @return the list, unmodifiable; empty when there is none
     */
    public List<Instant> times() {
        return times == null ? List.of() : times;
    }

    /**
     * A text, or null. On the wire {@code note}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String note() {
        return note;
    }

    /**
     * A text that {@code holds} a {@code number}. On the wire {@code digits}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String digits() {
        return digits;
    }

    /**
     * A name that Java keeps for itself. On the wire {@code default}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String _default() {
        return _default;
    }

    /**
     * A name that every object has. On the wire {@code class}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String propertyClass() {
        return propertyClass;
    }

    /**
     * A name that the template uses. On the wire {@code value}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String value() {
        return value;
    }

    /**
     * A name that the template uses. On the wire {@code other}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String other() {
        return other;
    }

    /**
     * A name that the template needs, under another in Java. On the wire {@code builder}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String builderName() {
        return builderName;
    }

    /**
     * A name that is none in Java. On the wire {@code with-dash}.
     *
     * @return the value, or null when it was not sent
     */
    public @Nullable String withDash() {
        return withDash;
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
                || (other instanceof Box that
                        && Objects.equals(this.part, that.part)
                        && Objects.equals(this.labels, that.labels)
                        && Objects.equals(this.grid, that.grid)
                        && Objects.equals(this.anything, that.anything)
                        && Objects.equals(this.document, that.document)
                        && Objects.equals(this.small, that.small)
                        && Objects.equals(this.large, that.large)
                        && Objects.equals(this.ratio, that.ratio)
                        && Objects.equals(this.share, that.share)
                        && Objects.equals(this.amount, that.amount)
                        && Objects.equals(this.key, that.key)
                        && Objects.equals(this.link, that.link)
                        && Objects.equals(this.times, that.times)
                        && Objects.equals(this.note, that.note)
                        && Objects.equals(this.digits, that.digits)
                        && Objects.equals(this._default, that._default)
                        && Objects.equals(this.propertyClass, that.propertyClass)
                        && Objects.equals(this.value, that.value)
                        && Objects.equals(this.other, that.other)
                        && Objects.equals(this.builderName, that.builderName)
                        && Objects.equals(this.withDash, that.withDash)
                        && additionalProperties.equals(that.additionalProperties));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                part,
                labels,
                grid,
                anything,
                document,
                small,
                large,
                ratio,
                share,
                amount,
                key,
                link,
                times,
                note,
                digits,
                _default,
                propertyClass,
                value,
                other,
                builderName,
                withDash,
                additionalProperties);
    }

    @Override
    public String toString() {
        return "Box[" + "part=" + part + ", labels=" + labels + ", grid=" + grid + ", anything=" + anything
                + ", document=" + document + ", small=" + small + ", large=" + large + ", ratio=" + ratio + ", share="
                + share + ", amount=" + amount + ", key=" + key + ", link=" + link + ", times=" + times + ", note="
                + note + ", digits=" + digits + ", _default=" + _default + ", propertyClass=" + propertyClass
                + ", value=" + value + ", other=" + other + ", builderName=" + builderName + ", withDash=" + withDash
                + (additionalProperties.isEmpty() ? "]" : ", additionalProperties=" + additionalProperties + "]");
    }

    /** Builds Box. */
    @JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends ModelBuilder<Box> {
        @JsonProperty(value = "part", index = 1, required = true)
        private @Nullable Part part;

        @JsonProperty(value = "labels", index = 2)
        private @Nullable Map<String, String> labels;

        @JsonProperty(value = "grid", index = 3)
        @JsonSetter(contentNulls = Nulls.FAIL)
        private @Nullable List<List<Integer>> grid;

        @JsonProperty(value = "anything", index = 4)
        @JsonDeserialize(using = JsonValueReader.class)
        private @Nullable Object anything;

        @JsonProperty(value = "document", index = 5)
        @JsonDeserialize(using = JsonObjectReader.class)
        private @Nullable Map<String, @Nullable Object> document;

        @JsonProperty(value = "small", index = 6, required = true)
        private @Nullable Integer small;

        @JsonProperty(value = "large", index = 7)
        private @Nullable Long large;

        @JsonProperty(value = "ratio", index = 8)
        private @Nullable Double ratio;

        @JsonProperty(value = "share", index = 9)
        private @Nullable Float share;

        @JsonProperty(value = "amount", index = 10)
        private @Nullable BigDecimal amount;

        @JsonProperty(value = "key", index = 11)
        private @Nullable UUID key;

        @JsonProperty(value = "link", index = 12)
        private @Nullable URI link;

        @JsonProperty(value = "times", index = 13)
        @JsonSetter(contentNulls = Nulls.FAIL)
        @JsonDeserialize(contentUsing = InstantReader.class)
        private @Nullable List<Instant> times;

        @JsonProperty(value = "note", index = 14)
        private @Nullable String note;

        @JsonProperty(value = "digits", index = 15)
        private @Nullable String digits;

        @JsonProperty(value = "default", index = 16)
        private @Nullable String _default;

        @JsonProperty(value = "class", index = 17)
        private @Nullable String propertyClass;

        @JsonProperty(value = "value", index = 18)
        private @Nullable String value;

        @JsonProperty(value = "other", index = 19)
        private @Nullable String other;

        @JsonProperty(value = "builder", index = 20)
        private @Nullable String builderName;

        @JsonProperty(value = "with-dash", index = 21)
        private @Nullable String withDash;

        private @Nullable Map<String, @Nullable Object> additionalProperties;

        private Builder() {}

        /**
         * An object.
         *
         * @param part the value
         * @return this builder
         */
        public Builder part(Part part) {
            this.part = part;
            return this;
        }

        /**
         * A map.
         *
         * @param labels the value, or null for none
         * @return this builder
         */
        public Builder labels(@Nullable Map<String, String> labels) {
            this.labels = labels;
            AdditionalProperties.remove(additionalProperties, "labels");
            return this;
        }

        /**
         * A list of lists.
         *
         * @param grid the value, or null for none
         * @return this builder
         */
        public Builder grid(@Nullable List<List<Integer>> grid) {
            this.grid = grid;
            AdditionalProperties.remove(additionalProperties, "grid");
            return this;
        }

        /**
         * Any value at all.
         *
         * @param anything the value, or null for none
         * @return this builder
         */
        public Builder anything(@Nullable Object anything) {
            this.anything = anything;
            AdditionalProperties.remove(additionalProperties, "anything");
            return this;
        }

        /**
         * An object that nothing is known of.
         *
         * @param document the value, or null for none
         * @return this builder
         */
        public Builder document(@Nullable Map<String, @Nullable Object> document) {
            this.document = document;
            AdditionalProperties.remove(additionalProperties, "document");
            return this;
        }

        /**
         * A number of 32 bits.
         *
         * @param small the value
         * @return this builder
         */
        public Builder small(Integer small) {
            this.small = small;
            return this;
        }

        /**
         * A number of 64 bits.
         *
         * @param large the value, or null for none
         * @return this builder
         */
        public Builder large(@Nullable Long large) {
            this.large = large;
            AdditionalProperties.remove(additionalProperties, "large");
            return this;
        }

        /**
         * A number with a fraction.
         *
         * @param ratio the value, or null for none
         * @return this builder
         */
        public Builder ratio(@Nullable Double ratio) {
            this.ratio = ratio;
            AdditionalProperties.remove(additionalProperties, "ratio");
            return this;
        }

        /**
         * A number with a short fraction.
         *
         * @param share the value, or null for none
         * @return this builder
         */
        public Builder share(@Nullable Float share) {
            this.share = share;
            AdditionalProperties.remove(additionalProperties, "share");
            return this;
        }

        /**
         * A number of any size.
         *
         * @param amount the value, or null for none
         * @return this builder
         */
        public Builder amount(@Nullable BigDecimal amount) {
            this.amount = amount;
            AdditionalProperties.remove(additionalProperties, "amount");
            return this;
        }

        /**
         * A unique id.
         *
         * @param key the value, or null for none
         * @return this builder
         */
        public Builder key(@Nullable UUID key) {
            this.key = key;
            AdditionalProperties.remove(additionalProperties, "key");
            return this;
        }

        /**
         * A link.
         *
         * @param link the value, or null for none
         * @return this builder
         */
        public Builder link(@Nullable URI link) {
            this.link = link;
            AdditionalProperties.remove(additionalProperties, "link");
            return this;
        }

        /**
         * Some times.
         *
         * @param times the value, or null for none
         * @return this builder
         */
        public Builder times(@Nullable List<Instant> times) {
            this.times = times;
            AdditionalProperties.remove(additionalProperties, "times");
            return this;
        }

        /**
         * As {@link #times(List)}, with the items one by one.
         *
         * @param first the first item
         * @param more the others
         * @return this builder
         */
        public Builder times(Instant first, Instant... more) {
            return times(Lists.of(first, more));
        }

        /**
         * A text, or null.
         *
         * @param note the value, or null for none
         * @return this builder
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            AdditionalProperties.remove(additionalProperties, "note");
            return this;
        }

        /**
         * A text that {@code holds} a {@code number}.
         *
         * @param digits the value, or null for none
         * @return this builder
         */
        public Builder digits(@Nullable String digits) {
            this.digits = digits;
            AdditionalProperties.remove(additionalProperties, "digits");
            return this;
        }

        /**
         * As {@link #digits(String)}, with the digits of a number.
         *
         * @param digits the number
         * @return this builder
         */
        public Builder digits(int digits) {
            return digits(String.valueOf(digits));
        }

        /**
         * A name that Java keeps for itself.
         *
         * @param _default the value, or null for none
         * @return this builder
         */
        public Builder _default(@Nullable String _default) {
            this._default = _default;
            AdditionalProperties.remove(additionalProperties, "default");
            return this;
        }

        /**
         * A name that every object has.
         *
         * @param propertyClass the value, or null for none
         * @return this builder
         */
        public Builder propertyClass(@Nullable String propertyClass) {
            this.propertyClass = propertyClass;
            AdditionalProperties.remove(additionalProperties, "class");
            return this;
        }

        /**
         * A name that the template uses.
         *
         * @param value the value, or null for none
         * @return this builder
         */
        public Builder value(@Nullable String value) {
            this.value = value;
            AdditionalProperties.remove(additionalProperties, "value");
            return this;
        }

        /**
         * A name that the template uses.
         *
         * @param other the value, or null for none
         * @return this builder
         */
        public Builder other(@Nullable String other) {
            this.other = other;
            AdditionalProperties.remove(additionalProperties, "other");
            return this;
        }

        /**
         * A name that the template needs, under another in Java.
         *
         * @param builderName the value, or null for none
         * @return this builder
         */
        public Builder builderName(@Nullable String builderName) {
            this.builderName = builderName;
            AdditionalProperties.remove(additionalProperties, "builder");
            return this;
        }

        /**
         * A name that is none in Java.
         *
         * @param withDash the value, or null for none
         * @return this builder
         */
        public Builder withDash(@Nullable String withDash) {
            this.withDash = withDash;
            AdditionalProperties.remove(additionalProperties, "with-dash");
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
            return keep(AdditionalProperties.requireFree(name, NAMES, "Box"), JsonValues.copyOf(value, "Box." + name));
        }

        /** Called by what reads this from JSON. */
        @Override
        protected void set(int property, @Nullable Object value) {
            switch (property) {
                case 1 -> this.part = JsonValues.as(value);
                case 2 -> this.labels = JsonValues.as(value);
                case 3 -> this.grid = JsonValues.as(value);
                case 4 -> this.anything = JsonValues.as(value);
                case 5 -> this.document = JsonValues.as(value);
                case 6 -> this.small = JsonValues.as(value);
                case 7 -> this.large = JsonValues.as(value);
                case 8 -> this.ratio = JsonValues.as(value);
                case 9 -> this.share = JsonValues.as(value);
                case 10 -> this.amount = JsonValues.as(value);
                case 11 -> this.key = JsonValues.as(value);
                case 12 -> this.link = JsonValues.as(value);
                case 13 -> this.times = JsonValues.as(value);
                case 14 -> this.note = JsonValues.as(value);
                case 15 -> this.digits = JsonValues.as(value);
                case 16 -> this._default = JsonValues.as(value);
                case 17 -> this.propertyClass = JsonValues.as(value);
                case 18 -> this.value = JsonValues.as(value);
                case 19 -> this.other = JsonValues.as(value);
                case 20 -> this.builderName = JsonValues.as(value);
                case 21 -> this.withDash = JsonValues.as(value);
                default -> throw new IllegalArgumentException("Box has no property " + property);
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
        public Box build() {
            return new Box(this);
        }
    }
}
