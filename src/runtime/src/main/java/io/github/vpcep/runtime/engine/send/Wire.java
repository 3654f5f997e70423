package io.github.vpcep.runtime.engine.send;

import io.github.vpcep.runtime.connect.ProxyLogin;
import io.github.vpcep.runtime.engine.call.CallContext;
import java.io.IOException;
import java.net.Proxy;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last thing above a connection: notes that there is one, and leaves every decision to send again to the engine.
 */
public final class Wire implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    /** A status that no server sends and that OkHttp does not act on. */
    private static final int HIDDEN_407 = 9407;

    private final @Nullable ProxyLogin proxyLogin;

    public Wire(@Nullable ProxyLogin proxyLogin) {
        this.proxyLogin = proxyLogin;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        CallContext context = CallContext.of(request);
        if (context != null) {
            context.reach();
        }
        Response response = chain.proceed(withLogin(chain, request));
        if (context != null && response.code() == PROXY_AUTHENTICATION_REQUIRED && !isThroughProxy(chain)) {
            // OkHttp would take it for a broken answer, but the contract has it. Only our calls get it back.
            return response.newBuilder().code(HIDDEN_407).build();
        }
        String retryAfter = response.code() == 503 ? response.header(RETRY_AFTER) : null;
        if (context == null || retryAfter == null) {
            return response;
        }
        // OkHttp would itself send again at once what is answered by 503 with "Retry-After: 0".
        context.hideRetryAfter(retryAfter);
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    /** Gives back what {@link #intercept} hid. */
    public static Response unhide(Response response, CallContext context) {
        String hidden = context.hiddenRetryAfter();
        return hidden == null
                ? response
                : response.newBuilder().header(RETRY_AFTER, hidden).build();
    }

    /** Gives back the status that {@link #intercept} hid. */
    public static Response undisguised(Response response) {
        return response.code() == HIDDEN_407
                ? response.newBuilder().code(PROXY_AUTHENTICATION_REQUIRED).build()
                : response;
    }

    private static boolean isThroughProxy(Chain chain) {
        var connection = chain.connection();
        return connection != null && connection.route().proxy().type() == Proxy.Type.HTTP;
    }

    private Request withLogin(Chain chain, Request request) {
        var connection = chain.connection();
        return proxyLogin == null || connection == null ? request : proxyLogin.onRoute(connection.route(), request);
    }
}
