// Generated from spec/paths, operations tagged RecordSets: BatchDeleteRecordSets, ListRecordSets, ShowRecordSet; edit
// those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of zones.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface RecordSetsApi {
    /**
     * Deletes records of a zone.
     *
     * <p>Documented as {@code BatchDeleteRecordSets}.
     *
     * @param projectId The id of the project.
     * @param zoneId The id of the zone.
     * @param body the body of the request
     * @return What is being deleted.
     */
    @OperationId("BatchDeleteRecordSets")
    @DELETE
    @Path("/v2/{project_id}/zones/{zone_id}/recordsets")
    @Consumes("application/json")
    RecordSetList delete(
            @PathParam("project_id") String projectId,
            @PathParam("zone_id") String zoneId,
            @NotNull @Valid RecordSetIds body);

    /**
     * Lists the records of a zone.
     *
     * <p>Documented as {@code ListRecordSets}.
     *
     * @param projectId The id of the project.
     * @param zoneId The id of the zone.
     * @param params the parameters of the query
     * @return The records.
     */
    @OperationId("ListRecordSets")
    @GET
    @Path("/v2/{project_id}/zones/{zone_id}/recordsets")
    RecordSetList list(
            @PathParam("project_id") String projectId,
            @PathParam("zone_id") String zoneId,
            @Valid @BeanParam ListParams params);

    /**
     * Shows a record.
     *
     * <p>Documented as {@code ShowRecordSet}.
     *
     * @param projectId The id of the project.
     * @param zoneId The id of the zone.
     * @param recordsetId The id of the record.
     * @return The record.
     * @deprecated by the contract: a later version of the service may not have it
     */
    @Deprecated
    @OperationId("ShowRecordSet")
    @GET
    @Path("/v2/{project_id}/zones/{zone_id}/recordsets/{recordset_id}")
    RecordSet get(
            @PathParam("project_id") String projectId,
            @PathParam("zone_id") String zoneId,
            @PathParam("recordset_id") String recordsetId);

    /** The parameters of the query of {@link RecordSetsApi#list}. */
    final class ListParams {
        @QueryParam("marker")
        private @Nullable String marker;

        @QueryParam("limit")
        @DefaultValue("500")
        private Integer limit = 500;

        @QueryParam("since")
        private @Nullable LocalDate since;

        @QueryParam("sort_key")
        @Valid
        private @Nullable ListRecordSetsSortKeyParameter sortKey;

        /** For Jakarta REST, which then sets what a request has; others use the builder. */
        public ListParams() {}

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** The id of the last record of the page before. On the wire {@code marker}. */
        public @Nullable String marker() {
            return marker;
        }

        /** How many records there are on a page. On the wire {@code limit}. When it was not sent, {@code 500}. */
        public Integer limit() {
            return limit;
        }

        /**
         * Only records that began on this day or later. On the wire {@code since}.
         *
         * @deprecated by the contract: a later version of the service may not take it
         */
        @Deprecated
        public @Nullable LocalDate since() {
            return since;
        }

        /** What the records are sorted by. On the wire {@code sort_key}. */
        public @Nullable ListRecordSetsSortKeyParameter sortKey() {
            return sortKey;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof ListParams that
                            && Objects.equals(marker, that.marker)
                            && Objects.equals(limit, that.limit)
                            && Objects.equals(since, that.since)
                            && Objects.equals(sortKey, that.sortKey));
        }

        @Override
        public int hashCode() {
            return Objects.hash(marker, limit, since, sortKey);
        }

        @Override
        public String toString() {
            return "RecordSetsApi.ListParams[" + "marker=" + marker + ", limit=" + limit + ", since=" + since
                    + ", sortKey=" + sortKey + "]";
        }

        /** Builds ListParams. */
        public static final class Builder {
            private @Nullable String marker;
            private @Nullable Integer limit;
            private @Nullable LocalDate since;
            private @Nullable ListRecordSetsSortKeyParameter sortKey;

            private Builder() {}

            /**
             * The id of the last record of the page before.
             *
             * @param marker the value, or null as if it was not sent
             * @return this builder
             */
            public Builder marker(@Nullable String marker) {
                this.marker = marker;
                return this;
            }

            /**
             * How many records there are on a page.
             *
             * @param limit the value, or null as if it was not sent
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /**
             * Only records that began on this day or later.
             *
             * @param since the value, or null as if it was not sent
             * @return this builder
             * @deprecated by the contract: a later version of the service may not take it
             */
            @Deprecated
            public Builder since(@Nullable LocalDate since) {
                this.since = since;
                return this;
            }

            /**
             * What the records are sorted by.
             *
             * @param sortKey the value, or null as if it was not sent
             * @return this builder
             */
            public Builder sortKey(@Nullable ListRecordSetsSortKeyParameter sortKey) {
                this.sortKey = sortKey;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListParams build() {
                ListParams built = new ListParams();
                built.marker = marker;
                built.limit = limit == null ? built.limit : limit;
                built.since = since;
                built.sortKey = sortKey;
                return built;
            }
        }
    }
}
