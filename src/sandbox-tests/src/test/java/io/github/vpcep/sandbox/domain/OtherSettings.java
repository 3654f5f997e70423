package io.github.vpcep.sandbox.domain;

import java.time.Duration;

/** Settings of a region as usual, else each unlike any other and unlike those of a new sandbox. */
public final class OtherSettings {
    private OtherSettings() {}

    public static Settings.Builder builder() {
        return Settings.builder()
                .serviceQuota(2)
                .endpointQuota(3)
                .portMappings(4)
                .whitelistRecords(5)
                .whitelistBatch(6)
                .endpointWhitelist(7)
                .descriptionLength(8)
                .delays(Duration.ofSeconds(9), Duration.ofSeconds(10))
                .strict(true);
    }
}
