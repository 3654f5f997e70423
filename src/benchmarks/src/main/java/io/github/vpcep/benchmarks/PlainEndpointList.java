package io.github.vpcep.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one writes by hand for Jackson: public fields, text for timestamps and enumerations. */
public final class PlainEndpointList {
    @JsonProperty("endpoints")
    public @Nullable List<PlainEndpoint> endpoints;

    @JsonProperty("total_count")
    public @Nullable Integer totalCount;

    /** One endpoint. */
    public static final class PlainEndpoint {
        @JsonProperty("id")
        public @Nullable String id;

        @JsonProperty("service_type")
        public @Nullable String serviceType;

        @JsonProperty("status")
        public @Nullable String status;

        @JsonProperty("active_status")
        public @Nullable List<String> activeStatus;

        @JsonProperty("endpoint_service_name")
        public @Nullable String endpointServiceName;

        @JsonProperty("marker_id")
        public @Nullable Long markerId;

        @JsonProperty("endpoint_service_id")
        public @Nullable String endpointServiceId;

        @JsonProperty("enable_dns")
        public @Nullable Boolean enableDns;

        @JsonProperty("dns_names")
        public @Nullable List<String> dnsNames;

        @JsonProperty("ip")
        public @Nullable String ip;

        @JsonProperty("vpc_id")
        public @Nullable String vpcId;

        @JsonProperty("subnet_id")
        public @Nullable String subnetId;

        @JsonProperty("created_at")
        public @Nullable String createdAt;

        @JsonProperty("updated_at")
        public @Nullable String updatedAt;

        @JsonProperty("project_id")
        public @Nullable String projectId;

        @JsonProperty("tags")
        public @Nullable List<PlainTag> tags;

        @JsonProperty("whitelist")
        public @Nullable List<String> whitelist;

        @JsonProperty("enable_whitelist")
        public @Nullable Boolean enableWhitelist;

        @JsonProperty("description")
        public @Nullable String description;
    }

    /** One tag. */
    public static final class PlainTag {
        @JsonProperty("key")
        public @Nullable String key;

        @JsonProperty("value")
        public @Nullable String value;
    }
}
