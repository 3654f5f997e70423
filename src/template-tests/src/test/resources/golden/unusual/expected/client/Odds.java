// Generated from spec/paths, operations tagged Odds: ListNames, SetName, SetNames; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Arguments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What other contracts seldom have.
 *
 * <p>Every call waits for its answer; {@link OddsAsync} has the same calls as futures.
 */
public interface Odds {
    /**
     * Lists names.
     *
     * <p>Documented as {@code ListNames}.
     *
     * @param params the optional parameters
     * @return The names.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    List<String> listNames(Odds.ListNamesParams params);

    /**
     * Lists names.
     *
     * <p>As {@link #listNames(Odds.ListNamesParams)}, with no parameter set.
     *
     * @return The names.
     */
    default List<String> listNames() {
        return listNames(Odds.ListNamesParams.builder().build());
    }

    /**
     * Lists names.
     *
     * <p>As {@link #listNames(Odds.ListNamesParams)}, with the parameters set in place.
     *
     * @param params sets the optional parameters
     * @return The names.
     */
    default List<String> listNames(Consumer<Odds.ListNamesParams.Builder> params) {
        Arguments.requireNonNull(params, "ListNames: params");
        Odds.ListNamesParams.Builder builder = Odds.ListNamesParams.builder();
        params.accept(builder);
        return listNames(builder.build());
    }

    /**
     * Sets a name.
     *
     * <p>Documented as {@code SetName}.
     *
     * @param number Its number.
     * @param body the body of the request
     * @return The thing of that name.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Thing setName(Long number, String body);

    /**
     * Sets names.
     *
     * <p>Documented as {@code SetNames}.
     *
     * @param body the body of the request
     * @return How many by initial.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Map<String, Integer> setNames(List<String> body);

    /** The parameters of the query of {@link Odds#listNames}. */
    final class ListNamesParams {
        private final @Nullable String _builder;
        private final @Nullable String _hashCode;
        private final @Nullable Instant since;

        private ListNamesParams(Builder builder) {
            this._builder = builder._builder;
            this._hashCode = builder._hashCode;
            this.since = builder.since;
        }

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder with everything of this one set. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder._builder = _builder;
            builder._hashCode = _hashCode;
            builder.since = since;
            return builder;
        }

        /** A name that classes have already. On the wire {@code builder}. */
        public @Nullable String _builder() {
            return _builder;
        }

        /** Another one. On the wire {@code hash_code}. */
        public @Nullable String _hashCode() {
            return _hashCode;
        }

        /** A point in time. On the wire {@code since}. */
        public @Nullable Instant since() {
            return since;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof ListNamesParams that
                            && Objects.equals(_builder, that._builder)
                            && Objects.equals(_hashCode, that._hashCode)
                            && Objects.equals(since, that.since));
        }

        @Override
        public int hashCode() {
            return Objects.hash(_builder, _hashCode, since);
        }

        @Override
        public String toString() {
            return "Odds.ListNamesParams[" + "_builder=" + _builder + ", _hashCode=" + _hashCode + ", since=" + since
                    + "]";
        }

        /** Builds ListNamesParams. */
        public static final class Builder {
            private @Nullable String _builder;
            private @Nullable String _hashCode;
            private @Nullable Instant since;

            private Builder() {}

            /**
             * A name that classes have already.
             *
             * @param _builder the value, or null not to send it
             * @return this builder
             */
            public Builder _builder(@Nullable String _builder) {
                this._builder = _builder;
                return this;
            }

            /**
             * Another one.
             *
             * @param _hashCode the value, or null not to send it
             * @return this builder
             */
            public Builder _hashCode(@Nullable String _hashCode) {
                this._hashCode = _hashCode;
                return this;
            }

            /**
             * A point in time.
             *
             * @param since the value, or null not to send it
             * @return this builder
             */
            public Builder since(@Nullable Instant since) {
                this.since = since;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListNamesParams build() {
                return new ListNamesParams(this);
            }
        }
    }
}
