package io.github.vpcep.runtime;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.connect.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The checked settings of one client, as its builder hands them to the engine.
 *
 * @param endpoint the server's address, with or without a base path
 * @param projectId the project whose resources the client works on
 * @param credentials how requests prove who sends them
 * @param connectTimeout the limit for connecting
 * @param options what holds for a call unless it wants otherwise; retry and both timeouts are set
 * @param http how requests get to the server
 * @param userAgentSuffix stands after the client's own name, empty for nothing
 * @param listeners are told how calls went
 */
public record Settings(
        URI endpoint,
        String projectId,
        Credentials credentials,
        Duration connectTimeout,
        CallOptions options,
        HttpSettings http,
        String userAgentSuffix,
        List<CallListener> listeners) {
    /** Not the credentials, which may be a caller's own and print what they hold. */
    @Override
    public String toString() {
        return "Settings[endpoint=" + endpoint + ", projectId=" + projectId + ", options=" + options + "]";
    }
}
