package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.DelaySettings;
import io.github.vpcep.control.model.LimitSettings;
import io.github.vpcep.control.model.QuotaSettings;
import io.github.vpcep.control.model.SandboxSettings;
import io.github.vpcep.sandbox.control.Durations;
import io.github.vpcep.sandbox.domain.Settings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings as the control API writes them. */
public final class WrittenSettings {
    private static final QuotaSettings NO_QUOTAS = QuotaSettings.builder().build();
    private static final LimitSettings NO_LIMITS = LimitSettings.builder().build();
    private static final DelaySettings NO_DELAYS = DelaySettings.builder().build();

    private WrittenSettings() {}

    /** All of them. */
    public static SandboxSettings of(Settings settings) {
        return SandboxSettings.builder()
                .strict(settings.strict())
                .quotas(QuotaSettings.builder()
                        .endpointServices(settings.serviceQuota())
                        .endpoints(settings.endpointQuota())
                        .build())
                .limits(LimitSettings.builder()
                        .portMappings(settings.portMappings())
                        .whitelistRecords(settings.whitelistRecords())
                        .whitelistBatch(settings.whitelistBatch())
                        .endpointWhitelist(settings.endpointWhitelist())
                        .descriptionLength(settings.descriptionLength())
                        .build())
                .delays(DelaySettings.builder()
                        .endpointServices(settings.serviceDelay().toString())
                        .endpoints(settings.endpointDelay().toString())
                        .build())
                .build();
    }

    /**
     * Settings with what is written in the place of what was.
     *
     * @throws IllegalArgumentException if something in it is not allowed
     */
    public static Settings over(Settings settings, SandboxSettings written) {
        QuotaSettings quotas = Objects.requireNonNullElse(written.quotas(), NO_QUOTAS);
        LimitSettings limits = Objects.requireNonNullElse(written.limits(), NO_LIMITS);
        DelaySettings delays = Objects.requireNonNullElse(written.delays(), NO_DELAYS);
        return settings.toBuilder()
                .strict(Objects.requireNonNullElse(written.strict(), settings.strict()))
                .serviceQuota(number(quotas.endpointServices(), settings.serviceQuota(), "quotas.endpoint_services"))
                .endpointQuota(number(quotas.endpoints(), settings.endpointQuota(), "quotas.endpoints"))
                .portMappings(number(limits.portMappings(), settings.portMappings(), "limits.port_mappings"))
                .whitelistRecords(
                        number(limits.whitelistRecords(), settings.whitelistRecords(), "limits.whitelist_records"))
                .whitelistBatch(number(limits.whitelistBatch(), settings.whitelistBatch(), "limits.whitelist_batch"))
                .endpointWhitelist(
                        number(limits.endpointWhitelist(), settings.endpointWhitelist(), "limits.endpoint_whitelist"))
                .descriptionLength(
                        number(limits.descriptionLength(), settings.descriptionLength(), "limits.description_length"))
                .delays(
                        delay(delays.endpointServices(), settings.serviceDelay(), "delays.endpoint_services"),
                        delay(delays.endpoints(), settings.endpointDelay(), "delays.endpoints"))
                .build();
    }

    /**
     * Settings that may take the place of others.
     *
     * @throws IllegalArgumentException if the region is another one, or something is not allowed
     */
    public static Settings checked(Settings before, Settings after) {
        if (!before.region().equals(after.region())) {
            throw new IllegalArgumentException("The region of a sandbox that runs does not change");
        }
        return over(before, of(after));
    }

    private static int number(@Nullable Integer value, int otherwise, String place) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(place + " is " + value + "; allowed is 0 and more");
        }
        return value == null ? otherwise : value;
    }

    private static Duration delay(@Nullable String value, Duration otherwise, String place) {
        return value == null ? otherwise : Durations.read(value, place);
    }
}
