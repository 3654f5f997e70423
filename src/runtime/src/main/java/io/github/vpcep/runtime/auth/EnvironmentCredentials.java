package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the environment variables give: credentials and, perhaps, a project. Made by
 * {@link Credentials#fromEnvironment}.
 */
public final class EnvironmentCredentials implements Credentials {
    private static final String AK = "HUAWEICLOUD_SDK_AK";
    private static final String SK = "HUAWEICLOUD_SDK_SK";
    private static final String SECURITY_TOKEN = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
    private static final String PROJECT_ID = "HUAWEICLOUD_SDK_PROJECT_ID";
    private static final List<String> TOKENS = List.of("HW_AUTH_TOKEN", "OS_AUTH_TOKEN");

    private final Credentials found;
    private final @Nullable String projectId;

    private EnvironmentCredentials(Credentials found, @Nullable String projectId) {
        this.found = found;
        this.projectId = projectId;
    }

    static EnvironmentCredentials of(Map<String, String> variables) {
        String projectId = value(variables, PROJECT_ID);
        return new EnvironmentCredentials(
                find(variables), projectId == null ? null : Arguments.requireId(projectId, PROJECT_ID));
    }

    private static Credentials find(Map<String, String> variables) {
        String ak = value(variables, AK);
        String sk = value(variables, SK);
        if (ak != null && sk != null) {
            String securityToken = value(variables, SECURITY_TOKEN);
            return named(
                    AK + ", " + SK + ", " + SECURITY_TOKEN,
                    () -> securityToken == null
                            ? Credentials.accessKey(ak, sk)
                            : Credentials.accessKey(ak, sk, securityToken));
        }
        if (ak != null || sk != null) {
            // Not the token instead: who sets half a key means the key.
            throw new IllegalStateException(
                    (ak == null ? SK : AK) + " is set, but " + (ak == null ? AK : SK) + " is not: set both");
        }
        for (String name : TOKENS) {
            String token = value(variables, name);
            if (token != null) {
                return named(name, () -> Credentials.token(token));
            }
        }
        throw new IllegalStateException("The environment has no credentials: set " + AK + " and " + SK + " (with "
                + SECURITY_TOKEN + " for a temporary key), or " + String.join(", or ", TOKENS));
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

    /** Returns the project that the environment names, or null when it names none. */
    public @Nullable String projectId() {
        return projectId;
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        return found.headers(request);
    }

    @Override
    public String toString() {
        return "Credentials.fromEnvironment(***)";
    }
}
