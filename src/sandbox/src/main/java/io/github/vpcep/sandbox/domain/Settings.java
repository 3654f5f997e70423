package io.github.vpcep.sandbox.domain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the documents leave to the installation. Immutable. */
public final class Settings {
    private static final Settings STANDARD = new Settings(new Builder());

    private final String region;
    private final int serviceQuota;
    private final int endpointQuota;
    private final int portMappings;
    private final int whitelistRecords;
    private final int whitelistBatch;
    private final int endpointWhitelist;
    private final int descriptionLength;
    private final Duration serviceDelay;
    private final Duration endpointDelay;
    private final boolean strict;

    private Settings(Builder from) {
        region = from.region;
        serviceQuota = from.serviceQuota;
        endpointQuota = from.endpointQuota;
        portMappings = from.portMappings;
        whitelistRecords = from.whitelistRecords;
        whitelistBatch = from.whitelistBatch;
        endpointWhitelist = from.endpointWhitelist;
        descriptionLength = from.descriptionLength;
        serviceDelay = from.serviceDelay;
        endpointDelay = from.endpointDelay;
        strict = from.strict;
    }

    /** The documented figures, and changes of state that take no time. */
    public static Settings standard() {
        return STANDARD;
    }

    /** Begins others with the {@linkplain #standard() standard} values. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins others with the same values. */
    public Builder toBuilder() {
        return builder()
                .region(region)
                .serviceQuota(serviceQuota)
                .endpointQuota(endpointQuota)
                .portMappings(portMappings)
                .whitelistRecords(whitelistRecords)
                .whitelistBatch(whitelistBatch)
                .endpointWhitelist(endpointWhitelist)
                .descriptionLength(descriptionLength)
                .delays(serviceDelay, endpointDelay)
                .strict(strict);
    }

    /** These, with that time for a service to be created or deleted, and that for an endpoint. */
    public Settings withDelays(Duration service, Duration endpoint) {
        return toBuilder().delays(service, endpoint).build();
    }

    /** The id of the region, the first part of stored names. */
    public String region() {
        return region;
    }

    /** The endpoint services that a project may have. */
    public int serviceQuota() {
        return serviceQuota;
    }

    /** The VPC endpoints that a project may have. */
    public int endpointQuota() {
        return endpointQuota;
    }

    /** The port mappings of a service, per call. */
    public int portMappings() {
        return portMappings;
    }

    /** The whitelist records of a service. */
    public int whitelistRecords() {
        return whitelistRecords;
    }

    /** The whitelist records per call. */
    public int whitelistBatch() {
        return whitelistBatch;
    }

    /** The addresses on the whitelist of an endpoint. */
    public int endpointWhitelist() {
        return endpointWhitelist;
    }

    /** The characters of a description. */
    public int descriptionLength() {
        return descriptionLength;
    }

    /** How long a service is being created or deleted; zero: that is done at once. */
    public Duration serviceDelay() {
        return serviceDelay;
    }

    /** How long an endpoint is being created or deleted; zero: that is done at once. */
    public Duration endpointDelay() {
        return endpointDelay;
    }

    /**
     * Whether a request is refused that has something which the contract does not; else that is passed over and told.
     */
    public boolean strict() {
        return strict;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "Settings" + values();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("region", region);
        values.put("serviceQuota", serviceQuota);
        values.put("endpointQuota", endpointQuota);
        values.put("portMappings", portMappings);
        values.put("whitelistRecords", whitelistRecords);
        values.put("whitelistBatch", whitelistBatch);
        values.put("endpointWhitelist", endpointWhitelist);
        values.put("descriptionLength", descriptionLength);
        values.put("serviceDelay", serviceDelay);
        values.put("endpointDelay", endpointDelay);
        values.put("strict", strict);
        return values;
    }

    /** Makes settings; what is not set is as documented. */
    public static final class Builder {
        private String region = "cn-north-4";
        private int serviceQuota = 20;
        private int endpointQuota = 50;
        private int portMappings = 200;
        private int whitelistRecords = 1000;
        private int whitelistBatch = 50;
        private int endpointWhitelist = 60;
        private int descriptionLength = 512;
        private Duration serviceDelay = Duration.ZERO;
        private Duration endpointDelay = Duration.ZERO;
        private boolean strict;

        private Builder() {}

        /** Sets the id of the region, the first part of stored names; cn-north-4 unless set. */
        public Builder region(String id) {
            region = Objects.requireNonNull(id, "region");
            return this;
        }

        /** Sets the endpoint services that a project may have; 20 unless set. */
        public Builder serviceQuota(int most) {
            serviceQuota = most;
            return this;
        }

        /** Sets the VPC endpoints that a project may have; 50 unless set. */
        public Builder endpointQuota(int most) {
            endpointQuota = most;
            return this;
        }

        /** Sets the port mappings of a service, per call; 200 unless set. */
        public Builder portMappings(int most) {
            portMappings = most;
            return this;
        }

        /** Sets the whitelist records of a service; 1000 unless set. */
        public Builder whitelistRecords(int most) {
            whitelistRecords = most;
            return this;
        }

        /** Sets the whitelist records per call; 50 unless set. */
        public Builder whitelistBatch(int most) {
            whitelistBatch = most;
            return this;
        }

        /** Sets the addresses on the whitelist of an endpoint; 60 unless set. */
        public Builder endpointWhitelist(int most) {
            endpointWhitelist = most;
            return this;
        }

        /** Sets the characters of a description; 512 unless set. */
        public Builder descriptionLength(int most) {
            descriptionLength = most;
            return this;
        }

        /** Sets how long a service is being created or deleted, and how long an endpoint; zero unless set: at once. */
        public Builder delays(Duration service, Duration endpoint) {
            serviceDelay = Objects.requireNonNull(service, "service");
            endpointDelay = Objects.requireNonNull(endpoint, "endpoint");
            return this;
        }

        /** Sets whether unknown properties and parameters of requests are refused; not unless set. */
        public Builder strict(boolean refuses) {
            strict = refuses;
            return this;
        }

        /** Makes the settings. */
        public Settings build() {
            return new Settings(this);
        }
    }
}
