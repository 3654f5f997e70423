package io.github.vpcep.runtime;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.ProjectLookup;
import io.github.vpcep.runtime.connect.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checked settings of one client, as its builder hands them to the engine. Immutable. */
public final class Settings {
    private final URI endpoint;
    private final Credentials credentials;
    private final @Nullable ProjectLookup project;
    private final Duration connectTimeout;
    private final CallOptions options;
    private final HttpSettings http;
    private final int retryBudget;
    private final String userAgentSuffix;
    private final List<CallListener> listeners;

    Settings(
            URI endpoint,
            Credentials credentials,
            @Nullable ProjectLookup project,
            Duration connectTimeout,
            CallOptions options,
            HttpSettings http,
            int retryBudget,
            String userAgentSuffix,
            List<CallListener> listeners) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.project = project;
        this.connectTimeout = connectTimeout;
        this.options = options;
        this.http = http;
        this.retryBudget = retryBudget;
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

    /** Returns what finds the project for calls whose options have none, null when each has one. */
    public @Nullable ProjectLookup project() {
        return project;
    }

    /** Returns the limit for connecting. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns what holds for a call unless it wants otherwise; all of it is set but the headers, and the project where
     * {@link #project()} finds it.
     */
    public CallOptions options() {
        return options;
    }

    /** Returns how requests get to the server. */
    public HttpSettings http() {
        return http;
    }

    /** Returns how many retries all calls of the client have in hand. */
    public int retryBudget() {
        return retryBudget;
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
