// Generated from spec/paths, operations tagged RecordSets: BatchDeleteRecordSets, ListRecordSets, ShowRecordSet; edit
// those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.json.Lists;
import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Arguments;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of zones.
 *
 * <p>Every call waits for its answer; {@link RecordSetsAsync} has the same calls as futures.
 */
public interface RecordSets {
    /**
     * Deletes records of a zone.
     *
     * <p>Documented as {@code BatchDeleteRecordSets}.
     *
     * @param zoneId The id of the zone.
     * @param body the body of the request
     * @return What is being deleted.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    RecordSetList delete(String zoneId, RecordSetIds body);

    /**
     * Deletes records of a zone.
     *
     * <p>As {@link #delete(String, RecordSetIds)}, with the body built in place.
     *
     * @param zoneId The id of the zone.
     * @param body sets what the body holds
     * @return What is being deleted.
     */
    default RecordSetList delete(String zoneId, Consumer<RecordSetIds.Builder> body) {
        Arguments.requireNonNull(body, "BatchDeleteRecordSets: body");
        RecordSetIds.Builder builder = RecordSetIds.builder();
        body.accept(builder);
        return delete(zoneId, builder.build());
    }

    /**
     * Deletes records of a zone.
     *
     * <p>As {@link #delete(String, RecordSetIds)}, with the one thing that the body holds.
     *
     * @param zoneId The id of the zone.
     * @param recordsetIds Their ids. Minimum number of items: 1.
     * @return What is being deleted.
     */
    default RecordSetList delete(String zoneId, List<String> recordsetIds) {
        Arguments.requireNonNull(recordsetIds, "BatchDeleteRecordSets: recordsetIds (\"recordset_ids\")");
        return delete(zoneId, RecordSetIds.builder().recordsetIds(recordsetIds).build());
    }

    /**
     * Deletes records of a zone.
     *
     * <p>As {@link #delete(String, RecordSetIds)}, with the items one by one.
     *
     * @param zoneId The id of the zone.
     * @param first the first item
     * @param more the others
     * @return What is being deleted.
     */
    default RecordSetList delete(String zoneId, String first, String... more) {
        return delete(zoneId, Lists.of(first, more));
    }

    /**
     * Lists the records of a zone.
     *
     * <p>Documented as {@code ListRecordSets}.
     *
     * @param zoneId The id of the zone.
     * @param params the optional parameters
     * @return The records.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    RecordSetList list(String zoneId, RecordSets.ListParams params);

    /**
     * Lists the records of a zone.
     *
     * <p>As {@link #list(String, RecordSets.ListParams)}, with no parameter set.
     *
     * @param zoneId The id of the zone.
     * @return The records.
     */
    default RecordSetList list(String zoneId) {
        return list(zoneId, RecordSets.ListParams.builder().build());
    }

    /**
     * Lists the records of a zone.
     *
     * <p>As {@link #list(String, RecordSets.ListParams)}, with the parameters set in place.
     *
     * @param zoneId The id of the zone.
     * @param params sets the optional parameters
     * @return The records.
     */
    default RecordSetList list(String zoneId, Consumer<RecordSets.ListParams.Builder> params) {
        Arguments.requireNonNull(params, "ListRecordSets: params");
        RecordSets.ListParams.Builder builder = RecordSets.ListParams.builder();
        params.accept(builder);
        return list(zoneId, builder.build());
    }

    /**
     * Shows a record.
     *
     * <p>Documented as {@code ShowRecordSet}.
     *
     * @param zoneId The id of the zone.
     * @param recordsetId The id of the record.
     * @return The record.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @deprecated by the contract: a later version of the service may not have it
     */
    @Deprecated
    RecordSet get(String zoneId, String recordsetId);

    /** The parameters of the query of {@link RecordSets#list}. */
    final class ListParams {
        private final @Nullable String marker;
        private final @Nullable Integer limit;
        private final @Nullable LocalDate since;
        private final @Nullable ListRecordSetsSortKeyParameter sortKey;

        private ListParams(Builder builder) {
            this.marker = builder.marker;
            this.limit = builder.limit;
            this.since = builder.since;
            this.sortKey = builder.sortKey;
        }

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder with everything of this one set. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder.marker = marker;
            builder.limit = limit;
            builder.since = since;
            builder.sortKey = sortKey;
            return builder;
        }

        /** The id of the last record of the page before. On the wire {@code marker}. */
        public @Nullable String marker() {
            return marker;
        }

        /** How many records there are on a page. On the wire {@code limit}. */
        public @Nullable Integer limit() {
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
            return "RecordSets.ListParams[" + "marker=" + marker + ", limit=" + limit + ", since=" + since
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
             * @param marker the value, or null not to send it
             * @return this builder
             */
            public Builder marker(@Nullable String marker) {
                this.marker = marker;
                return this;
            }

            /**
             * How many records there are on a page. The service takes {@code 500} when it is not sent.
             *
             * @param limit the value, or null not to send it
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /**
             * Only records that began on this day or later.
             *
             * @param since the value, or null not to send it
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
             * @param sortKey the value, or null not to send it
             * @return this builder
             */
            public Builder sortKey(@Nullable ListRecordSetsSortKeyParameter sortKey) {
                this.sortKey = sortKey;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListParams build() {
                return new ListParams(this);
            }
        }
    }
}
