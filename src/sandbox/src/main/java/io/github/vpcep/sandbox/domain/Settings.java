package io.github.vpcep.sandbox.domain;

import java.time.Duration;

/**
 * What the documents leave to the installation.
 *
 * @param region the id of the region, the first part of stored names
 * @param serviceQuota the endpoint services that a project may have
 * @param endpointQuota the VPC endpoints that a project may have
 * @param portMappings the port mappings of a service, per call
 * @param whitelistRecords the whitelist records of a service
 * @param whitelistBatch the whitelist records per call
 * @param endpointWhitelist the addresses on the whitelist of an endpoint
 * @param descriptionLength the characters of a description
 * @param serviceDelay how long a service is being created or deleted; zero: that is done at once
 * @param endpointDelay how long an endpoint is being created or deleted; zero: that is done at once
 */
public record Settings(
        String region,
        int serviceQuota,
        int endpointQuota,
        int portMappings,
        int whitelistRecords,
        int whitelistBatch,
        int endpointWhitelist,
        int descriptionLength,
        Duration serviceDelay,
        Duration endpointDelay) {
    /** The documented figures, and changes of state that take no time. */
    public static Settings standard() {
        return new Settings("cn-north-4", 20, 50, 200, 1000, 50, 60, 512, Duration.ZERO, Duration.ZERO);
    }

    /** These, with that time for a service to be created or deleted, and that for an endpoint. */
    public Settings withDelays(Duration service, Duration endpoint) {
        return new Settings(
                region,
                serviceQuota,
                endpointQuota,
                portMappings,
                whitelistRecords,
                whitelistBatch,
                endpointWhitelist,
                descriptionLength,
                service,
                endpoint);
    }
}
