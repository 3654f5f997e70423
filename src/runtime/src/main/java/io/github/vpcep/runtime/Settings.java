package io.github.vpcep.runtime;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.connect.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The checked settings of one client, as its builder hands them to the engine. Immutable. */
public final class Settings {
    private final URI endpoint;
    private final Credentials credentials;
    private final Duration connectTimeout;
    private final CallOptions options;
    private final HttpSettings http;
    private final String userAgentSuffix;
    private final List<CallListener> listeners;

    Settings(
            URI endpoint,
            Credentials credentials,
            Duration connectTimeout,
            CallOptions options,
            HttpSettings http,
            String userAgentSuffix,
            List<CallListener> listeners) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.connectTimeout = connectTimeout;
        this.options = options;
        this.http = http;
        this.userAgentSuffix = userAgentSuffix;
        this.listeners = List.copyOf(listeners);
    }

    /** Returns the server's address, with or without a base path. */
    public URI endpoint() {
        return endpoint;
    }

    /** Returns how requests prove who sends them. */
    public Credentials credentials() {
        return credentials;
    }

    /** Returns the limit for connecting. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns what holds for a call unless it wants otherwise; all of it but the headers is set. */
    public CallOptions options() {
        return options;
    }

    /** Returns how requests get to the server. */
    public HttpSettings http() {
        return http;
    }

    /** Returns what stands after the client's own name, empty for nothing. */
    public String userAgentSuffix() {
        return userAgentSuffix;
    }

    /** Returns who is told how calls went. */
    public List<CallListener> listeners() {
        return listeners;
    }

    /** Not the credentials, which may be a caller's own and print what they hold. */
    @Override
    public String toString() {
        return "Settings[endpoint=" + endpoint + ", options=" + options + "]";
    }
}
