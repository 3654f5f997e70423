package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the environment variables give: credentials and, perhaps, a project. Made by
 * {@link Credentials#fromEnvironment}.
 */
public final class EnvironmentCredentials implements Credentials {
    /** The names of the vendor's SDKs, then those of its Terraform provider. */
    private static final List<KeyNames> KEYS = List.of(
            new KeyNames("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN"),
            new KeyNames("HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN"));

    private static final List<String> TOKENS = List.of("HW_AUTH_TOKEN", "OS_AUTH_TOKEN");
    private static final List<String> PROJECT_IDS = List.of("HUAWEICLOUD_SDK_PROJECT_ID", "HW_PROJECT_ID");
    private static final String REGION = "HW_REGION_NAME";

    /** What is looked at, in words. */
    static final String NAMES = Stream.concat(KEYS.stream().map(each -> each.ak + " and " + each.sk), TOKENS.stream())
            .collect(Collectors.joining(", "));

    private final Credentials found;
    private final @Nullable String projectId;
    private final @Nullable String regionId;

    private EnvironmentCredentials(Credentials found, @Nullable String projectId, @Nullable String regionId) {
        this.found = found;
        this.projectId = projectId;
        this.regionId = regionId;
    }

    static EnvironmentCredentials of(Map<String, String> variables) {
        EnvironmentCredentials found = find(variables);
        if (found == null) {
            throw new IllegalStateException("The environment has no credentials: set " + KEYS.get(0).ak + " and "
                    + KEYS.get(0).sk + " (with " + KEYS.get(0).securityToken + " for a temporary key), or "
                    + KEYS.get(1).ak + " and " + KEYS.get(1).sk + " (with " + KEYS.get(1).securityToken + "), or "
                    + String.join(", or ", TOKENS));
        }
        return found;
    }

    /** Returns what the variables give, or null if they give no credentials. */
    static @Nullable EnvironmentCredentials find(Map<String, String> variables) {
        Credentials found = credentials(variables);
        if (found == null) {
            return null;
        }
        String projectId = null;
        for (String name : PROJECT_IDS) {
            String value = value(variables, name);
            if (projectId == null && value != null) {
                projectId = Arguments.requireId(value, name);
            }
        }
        return new EnvironmentCredentials(found, projectId, value(variables, REGION));
    }

    private static @Nullable Credentials credentials(Map<String, String> variables) {
        for (KeyNames names : KEYS) {
            String ak = value(variables, names.ak);
            String sk = value(variables, names.sk);
            if (ak != null && sk != null) {
                String securityToken = value(variables, names.securityToken);
                return named(
                        names.ak + ", " + names.sk + ", " + names.securityToken,
                        () -> securityToken == null
                                ? Credentials.accessKey(ak, sk)
                                : Credentials.accessKey(ak, sk, securityToken));
            }
            if (ak != null || sk != null) {
                // Not what comes next instead: who sets half a key means the key.
                throw new IllegalStateException((ak == null ? names.sk : names.ak) + " is set, but "
                        + (ak == null ? names.ak : names.sk) + " is not: set both");
            }
        }
        for (String name : TOKENS) {
            String token = value(variables, name);
            if (token != null) {
                return named(name, () -> Credentials.token(token));
            }
        }
        return null;
    }

    private static @Nullable String value(Map<String, String> variables, String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static Credentials named(String variables, Supplier<Credentials> credentials) {
        try {
            return credentials.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("From the environment (" + variables + "): " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable String projectId() {
        return projectId;
    }

    @Override
    public @Nullable String regionId() {
        return regionId;
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        return found.headers(request);
    }

    @Override
    public String toString() {
        return "Credentials.fromEnvironment(***)";
    }

    private record KeyNames(String ak, String sk, String securityToken) {}
}
