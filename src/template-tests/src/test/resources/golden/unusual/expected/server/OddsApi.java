// Generated from spec/paths, operations tagged Odds: ListNames, SetName, SetNames; edit those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.Thing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What other contracts seldom have.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface OddsApi {
    /**
     * Lists names.
     *
     * <p>Documented as {@code ListNames}.
     *
     * @param params the parameters of the query
     * @return The names.
     */
    @OperationId("ListNames")
    @GET
    @Path("/names")
    List<String> listNames(@Valid @BeanParam ListNamesParams params);

    /**
     * Sets a name.
     *
     * <p>Documented as {@code SetName}.
     *
     * @param number Its number.
     * @param body the body of the request
     * @return The thing of that name.
     */
    @OperationId("SetName")
    @PATCH
    @Path("/names/{number}")
    @Consumes("application/json")
    Thing setName(@PathParam("number") Long number, @NotNull @Valid String body);

    /**
     * Sets names.
     *
     * <p>Documented as {@code SetNames}.
     *
     * @param body the body of the request
     * @return How many by initial.
     */
    @OperationId("SetNames")
    @PUT
    @Path("/names")
    @Consumes("application/json")
    Map<String, Integer> setNames(@NotNull @Valid List<String> body);

    /** The parameters of the query of {@link OddsApi#listNames}. */
    final class ListNamesParams {
        @QueryParam("builder")
        private @Nullable String _builder;

        @QueryParam("hash_code")
        private @Nullable String _hashCode;

        @QueryParam("since")
        private @Nullable Instant since;

        /** For Jakarta REST, which then sets what a request has; others use the builder. */
        public ListNamesParams() {}

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
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
            return "OddsApi.ListNamesParams[" + "_builder=" + _builder + ", _hashCode=" + _hashCode + ", since=" + since
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
             * @param _builder the value, or null as if it was not sent
             * @return this builder
             */
            public Builder _builder(@Nullable String _builder) {
                this._builder = _builder;
                return this;
            }

            /**
             * Another one.
             *
             * @param _hashCode the value, or null as if it was not sent
             * @return this builder
             */
            public Builder _hashCode(@Nullable String _hashCode) {
                this._hashCode = _hashCode;
                return this;
            }

            /**
             * A point in time.
             *
             * @param since the value, or null as if it was not sent
             * @return this builder
             */
            public Builder since(@Nullable Instant since) {
                this.since = since;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListNamesParams build() {
                ListNamesParams built = new ListNamesParams();
                built._builder = _builder;
                built._hashCode = _hashCode;
                built.since = since;
                return built;
            }
        }
    }
}
