package io.github.vpcep.sandbox;

import static io.github.vpcep.sandbox.json.JsonFile.at;
import static io.github.vpcep.sandbox.json.JsonFile.each;
import static io.github.vpcep.sandbox.json.JsonFile.required;

import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.control.Durations;
import io.github.vpcep.sandbox.domain.PublicService;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.json.JsonFile;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A set-up as it is written in a file. Says of everything that is wrong where it is and what is allowed there. */
final class ConfigFile {
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private ConfigFile() {}

    static SandboxConfig read(Path file) {
        return JsonFile.read(file, Root.class).config();
    }

    private static int number(@Nullable Integer value, String path, int standard) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(path + " is " + value + "; allowed is 0 and more");
        }
        return value == null ? standard : value;
    }

    private static Duration duration(@Nullable String value, String path, Duration standard) {
        return value == null ? standard : Durations.read(value, path);
    }

    /** The whole file. */
    private record Root(
            @Nullable String region,
            @Nullable Boolean strict,
            @Nullable List<@Nullable AccountEntry> accounts,
            @Nullable Quotas quotas,
            @Nullable Limits limits,
            @Nullable List<@Nullable PublicServiceEntry> publicServices,
            @Nullable List<@Nullable VpcEntry> vpcs,
            @Nullable Delays delays,
            @Nullable Control control,
            @Nullable Metadata metadata) {
        SandboxConfig config() {
            SandboxConfig standard = SandboxConfig.standard();
            SandboxConfig config = standard.withSettings(settings(standard.settings()));
            if (accounts != null) {
                config = withAccounts(config, accounts);
            }
            if (publicServices != null) {
                config = config.withPublicServices(each(publicServices, "public_services", PublicServiceEntry::service)
                        .toArray(PublicService[]::new));
            }
            config = withVpcs(config, each(vpcs, "vpcs", VpcEntry::vpc));
            config = control == null ? config : control.in(config);
            return metadata == null ? config : metadata.in(config);
        }

        private static SandboxConfig withAccounts(SandboxConfig config, List<@Nullable AccountEntry> entries) {
            if (entries.isEmpty()) {
                throw new IllegalArgumentException(
                        "accounts is empty; one is needed, or none named for the demo account");
            }
            List<Account> converted = each(entries, "accounts", AccountEntry::account);
            return at("accounts: ", () -> config.withAccounts(converted.toArray(Account[]::new)));
        }

        private static SandboxConfig withVpcs(SandboxConfig config, List<Vpc> named) {
            return at("vpcs: ", () -> config.withVpcs(named.toArray(Vpc[]::new)));
        }

        private Settings settings(Settings standard) {
            Quotas quota = Objects.requireNonNullElse(quotas, new Quotas(null, null));
            Limits limit = Objects.requireNonNullElse(limits, new Limits(null, null, null, null, null));
            Delays delay = Objects.requireNonNullElse(delays, new Delays(null, null));
            return standard.toBuilder()
                    .region(configuredRegion(standard.region()))
                    .strict(Objects.requireNonNullElse(strict, standard.strict()))
                    .serviceQuota(number(quota.endpointServices, "quotas.endpoint_services", standard.serviceQuota()))
                    .endpointQuota(number(quota.endpoints, "quotas.endpoints", standard.endpointQuota()))
                    .portMappings(number(limit.portMappings, "limits.port_mappings", standard.portMappings()))
                    .whitelistRecords(
                            number(limit.whitelistRecords, "limits.whitelist_records", standard.whitelistRecords()))
                    .whitelistBatch(number(limit.whitelistBatch, "limits.whitelist_batch", standard.whitelistBatch()))
                    .endpointWhitelist(
                            number(limit.endpointWhitelist, "limits.endpoint_whitelist", standard.endpointWhitelist()))
                    .descriptionLength(
                            number(limit.descriptionLength, "limits.description_length", standard.descriptionLength()))
                    .delays(
                            duration(delay.endpointServices, "delays.endpoint_services", standard.serviceDelay()),
                            duration(delay.endpoints, "delays.endpoints", standard.endpointDelay()))
                    .build();
        }

        private String configuredRegion(String standard) {
            if (region != null && !REGION.matcher(region).matches()) {
                throw new IllegalArgumentException("region is \"" + region
                        + "\"; allowed are small letters, digits and hyphens, as in " + standard);
            }
            return region == null ? standard : region;
        }
    }

    private record AccountEntry(
            @Nullable String domainId,
            @Nullable String projectId,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @Nullable String token,
            @Nullable String userName,
            @Nullable String password,
            @Nullable List<@Nullable AgencyEntry> agencies) {
        Account account(String path) {
            if ((userName == null) != (password == null)) {
                throw new IllegalArgumentException(path + ": user_name and password come together");
            }
            Account.Builder account = Account.builder()
                    .domainId(text(domainId, path + ".domain_id"))
                    .projectId(text(projectId, path + ".project_id"))
                    .accessKey(text(accessKey, path + ".access_key"), text(secretKey, path + ".secret_key"))
                    .token(text(token, path + ".token"));
            if (agencies != null) {
                each(agencies, path + ".agencies", AgencyEntry::checked)
                        .forEach(each -> account.agency(each.name(), each.trusted()));
            }
            return (userName == null || password == null ? account : account.user(userName, password)).build();
        }

        private static String text(@Nullable String value, String path) {
            String text = required(value, path);
            if (text.isBlank()) {
                throw new IllegalArgumentException(path + " is blank");
            }
            return text;
        }
    }

    private record AgencyEntry(
            @Nullable String name, @Nullable String domainId) {
        /** One that has all. */
        record Checked(String name, String trusted) {}

        Checked checked(String path) {
            return new Checked(
                    AccountEntry.text(name, path + ".name"), AccountEntry.text(domainId, path + ".domain_id"));
        }
    }

    private record Quotas(
            @Nullable Integer endpointServices, @Nullable Integer endpoints) {}

    private record Limits(
            @Nullable Integer portMappings,
            @Nullable Integer whitelistRecords,
            @Nullable Integer whitelistBatch,
            @Nullable Integer endpointWhitelist,
            @Nullable Integer descriptionLength) {}

    private record PublicServiceEntry(
            @Nullable String name,
            @Nullable String type,
            @Nullable Boolean charged) {
        PublicService service(String path) {
            String given = required(name, path + ".name");
            EndpointServiceType kind = EndpointServiceType.fromString(required(type, path + ".type"));
            return at(path + ".", () -> new PublicService(given, kind, charged != null && charged));
        }
    }

    private record Delays(
            @Nullable String endpointServices, @Nullable String endpoints) {}

    private record Control(@Nullable Boolean on, @Nullable String key) {
        SandboxConfig in(SandboxConfig config) {
            SandboxConfig keyed = key == null ? config : at("control.", () -> config.withControlKey(key));
            return on == null || on ? keyed : keyed.withoutControl();
        }
    }

    private record Metadata(@Nullable Integer port) {
        SandboxConfig in(SandboxConfig config) {
            int given = required(port, "metadata.port");
            return at("metadata.", () -> config.withMetadata(given));
        }
    }
}
