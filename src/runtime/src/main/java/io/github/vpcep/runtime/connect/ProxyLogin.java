package io.github.vpcep.runtime.connect;

import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Name and password for an HTTP proxy. They go to the proxy, never to the server behind it. */
public final class ProxyLogin {
    private static final String HEADER = "Proxy-Authorization";

    private final String header;

    /** Creates the login. */
    public ProxyLogin(String user, String password) {
        this.header = Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    /** Answers a proxy that asks before it opens a tunnel to an HTTPS server; OkHttp asks ahead of it. */
    public Authenticator authenticator() {
        return (route, response) -> answer(response);
    }

    private @Nullable Request answer(Response response) {
        if (!response.request().method().equals("CONNECT") || response.request().header(HEADER) != null) {
            // The proxy has seen it and refused; without a tunnel it is sent unasked.
            return null;
        }
        return response.request().newBuilder().header(HEADER, header).build();
    }

    /** Returns the request with the login if it goes to an HTTP server through a proxy: there is no tunnel then. */
    public Request onRoute(Route route, Request request) {
        boolean proxied = route.proxy().type() == Proxy.Type.HTTP && !request.isHttps();
        return proxied ? request.newBuilder().header(HEADER, header).build() : request;
    }

    @Override
    public String toString() {
        return "ProxyLogin(***)";
    }
}
