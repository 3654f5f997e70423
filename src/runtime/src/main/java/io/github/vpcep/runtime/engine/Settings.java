package io.github.vpcep.runtime.engine;

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
 * @param readTimeout the limit for silence in either direction
 * @param callTimeout the limit for a whole call
 */
public record Settings(
        URI endpoint,
        String projectId,
        Credentials credentials,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout) {

    /** Returns whether the HTTP client can use the address. */
    public static boolean isUsable(URI endpoint) {
        return HttpUrl.get(endpoint) != null;
    }

    /** Returns the address as Retrofit wants it: a relative path replaces what follows the last slash. */
    HttpUrl baseUrl() {
        String text = endpoint.toString();
        return HttpUrl.get(text.endsWith("/") ? text : text + "/");
    }
}
