package io.github.vpcep.runtime.connect;

import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The API's own server. No other is sent a secret.
 *
 * @param baseUrl the address as Retrofit wants it: a relative path replaces what follows the last slash
 */
public record Server(HttpUrl baseUrl) {
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    /** Returns the server of an endpoint, which may have a base path. */
    public static Server at(URI endpoint) {
        String text = endpoint.toString();
        return new Server(HttpUrl.get(text.endsWith("/") ? text : text + "/"));
    }

    /** Returns whether the HTTP client can use the address. */
    public static boolean isUsable(URI endpoint) {
        return HttpUrl.get(endpoint) != null;
    }

    /**
     * Returns whether what is sent to an address, or comes from it, can be read on its way: by http, and not on this
     * machine alone.
     */
    public static boolean isInTheClear(HttpUrl url) {
        String host = url.host();
        boolean isOwn = host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || (host.startsWith("127.") && IPV4.matcher(host).matches());
        return !url.isHttps() && !isOwn;
    }

    /** Returns whether an address is of this server. */
    public boolean owns(HttpUrl url) {
        return url.host().equals(baseUrl.host())
                && url.port() == baseUrl.port()
                && url.scheme().equals(baseUrl.scheme());
    }
}
