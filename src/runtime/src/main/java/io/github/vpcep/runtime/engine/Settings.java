package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.Credentials;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * The checked settings of one client, as its builder hands them to the engine.
 *
 * @param endpoint the server's address, with or without a base path
 * @param projectId the project whose resources the client works on
 * @param credentials how requests prove who sends them
 * @param connectTimeout the limit for connecting
 * @param options what holds for a call unless it wants otherwise; retry and both timeouts are set
 * @param http how requests get to the server
 */
public record Settings(
        URI endpoint,
        String projectId,
        Credentials credentials,
        Duration connectTimeout,
        CallOptions options,
        HttpSettings http) {

    /** Returns whether the HTTP client can use the address. */
    public static boolean isUsable(URI endpoint) {
        return HttpUrl.get(endpoint) != null;
    }

    /** Returns the address as Retrofit wants it: a relative path replaces what follows the last slash. */
    HttpUrl baseUrl() {
        String text = endpoint.toString();
        return HttpUrl.get(text.endsWith("/") ? text : text + "/");
    }

    /** Returns whether two addresses are of the same server. No server but the API's own is sent a secret. */
    static boolean isSameServer(HttpUrl one, HttpUrl other) {
        return one.host().equals(other.host())
                && one.port() == other.port()
                && one.scheme().equals(other.scheme());
    }
}
