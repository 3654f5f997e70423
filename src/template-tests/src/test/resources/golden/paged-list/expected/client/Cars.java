// Generated from spec/paths, operations tagged Cars: ListCars, ListKeys; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.Key;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.paging.Page;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cars in the garage.
 *
 * <p>Every call waits for its answer; {@link CarsAsync} has the same calls as futures.
 */
public interface Cars {
    /**
     * Lists the cars.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param garageId The id of the garage.
     * @param params the optional parameters
     * @return The page of cars. Its stream fetches the pages that follow; without other order the oldest come first.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Page<Car> list(String garageId, Cars.ListParams params);

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(String, Cars.ListParams)}, with no parameter set.
     *
     * @param garageId The id of the garage.
     * @return The page of cars. Its stream fetches the pages that follow; without other order the oldest come first.
     */
    default Page<Car> list(String garageId) {
        return list(garageId, Cars.ListParams.builder().build());
    }

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(String, Cars.ListParams)}, with the parameters set in place.
     *
     * @param garageId The id of the garage.
     * @param params sets the optional parameters
     * @return The page of cars. Its stream fetches the pages that follow; without other order the oldest come first.
     */
    default Page<Car> list(String garageId, Consumer<Cars.ListParams.Builder> params) {
        Arguments.requireNonNull(params, "ListCars: params");
        Cars.ListParams.Builder builder = Cars.ListParams.builder();
        params.accept(builder);
        return list(garageId, builder.build());
    }

    /**
     * Lists the keys.
     *
     * <p>Documented as {@code ListKeys}.
     *
     * @param params the optional parameters
     * @return The page of keys. Its stream fetches the pages that follow.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Page<Key> listKeys(Cars.ListKeysParams params);

    /**
     * Lists the keys.
     *
     * <p>As {@link #listKeys(Cars.ListKeysParams)}, with no parameter set.
     *
     * @return The page of keys. Its stream fetches the pages that follow.
     */
    default Page<Key> listKeys() {
        return listKeys(Cars.ListKeysParams.builder().build());
    }

    /**
     * Lists the keys.
     *
     * <p>As {@link #listKeys(Cars.ListKeysParams)}, with the parameters set in place.
     *
     * @param params sets the optional parameters
     * @return The page of keys. Its stream fetches the pages that follow.
     */
    default Page<Key> listKeys(Consumer<Cars.ListKeysParams.Builder> params) {
        Arguments.requireNonNull(params, "ListKeys: params");
        Cars.ListKeysParams.Builder builder = Cars.ListKeysParams.builder();
        params.accept(builder);
        return listKeys(builder.build());
    }

    /** The parameters of the query of {@link Cars#list}. */
    final class ListParams {
        private final @Nullable Integer limit;
        private final @Nullable Integer offset;
        private final @Nullable SortKey sortKey;

        private ListParams(Builder builder) {
            this.limit = builder.limit;
            this.offset = builder.offset;
            this.sortKey = builder.sortKey;
        }

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder with everything of this one set. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder.limit = limit;
            builder.offset = offset;
            builder.sortKey = sortKey;
            return builder;
        }

        /** The greatest number of cars on the page. On the wire {@code limit}. */
        public @Nullable Integer limit() {
            return limit;
        }

        /** The number of cars to skip. On the wire {@code offset}. */
        public @Nullable Integer offset() {
            return offset;
        }

        /** What the cars are sorted by. On the wire {@code sort_key}. */
        public @Nullable SortKey sortKey() {
            return sortKey;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof ListParams that
                            && Objects.equals(limit, that.limit)
                            && Objects.equals(offset, that.offset)
                            && Objects.equals(sortKey, that.sortKey));
        }

        @Override
        public int hashCode() {
            return Objects.hash(limit, offset, sortKey);
        }

        @Override
        public String toString() {
            return "Cars.ListParams[" + "limit=" + limit + ", offset=" + offset + ", sortKey=" + sortKey + "]";
        }

        /** Builds ListParams. */
        public static final class Builder {
            private @Nullable Integer limit;
            private @Nullable Integer offset;
            private @Nullable SortKey sortKey;

            private Builder() {}

            /**
             * The greatest number of cars on the page.
             *
             * @param limit the value, or null not to send it
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /**
             * The number of cars to skip.
             *
             * @param offset the value, or null not to send it
             * @return this builder
             */
            public Builder offset(@Nullable Integer offset) {
                this.offset = offset;
                return this;
            }

            /**
             * What the cars are sorted by.
             *
             * @param sortKey the value, or null not to send it
             * @return this builder
             */
            public Builder sortKey(@Nullable SortKey sortKey) {
                this.sortKey = sortKey;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListParams build() {
                return new ListParams(this);
            }
        }
    }

    /** The parameters of the query of {@link Cars#listKeys}. */
    final class ListKeysParams {
        private final @Nullable Integer limit;
        private final @Nullable Integer offset;

        private ListKeysParams(Builder builder) {
            this.limit = builder.limit;
            this.offset = builder.offset;
        }

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder with everything of this one set. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder.limit = limit;
            builder.offset = offset;
            return builder;
        }

        /** The greatest number of keys on the page. On the wire {@code limit}. */
        public @Nullable Integer limit() {
            return limit;
        }

        /** The number of keys to skip. On the wire {@code offset}. */
        public @Nullable Integer offset() {
            return offset;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof ListKeysParams that
                            && Objects.equals(limit, that.limit)
                            && Objects.equals(offset, that.offset));
        }

        @Override
        public int hashCode() {
            return Objects.hash(limit, offset);
        }

        @Override
        public String toString() {
            return "Cars.ListKeysParams[" + "limit=" + limit + ", offset=" + offset + "]";
        }

        /** Builds ListKeysParams. */
        public static final class Builder {
            private @Nullable Integer limit;
            private @Nullable Integer offset;

            private Builder() {}

            /**
             * The greatest number of keys on the page.
             *
             * @param limit the value, or null not to send it
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /**
             * The number of keys to skip.
             *
             * @param offset the value, or null not to send it
             * @return this builder
             */
            public Builder offset(@Nullable Integer offset) {
                this.offset = offset;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListKeysParams build() {
                return new ListKeysParams(this);
            }
        }
    }
}
