package io.github.vpcep.runtime.engine;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last thing above a connection: notes that there is one, and leaves every decision to send again to the engine.
 */
final class Wire implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";

    private final @Nullable ProxyLogin proxyLogin;

    Wire(@Nullable ProxyLogin proxyLogin) {
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
        String retryAfter = response.code() == 503 ? response.header(RETRY_AFTER) : null;
        if (context == null || retryAfter == null) {
            return response;
        }
        // OkHttp would itself send again at once what is answered by 503 with "Retry-After: 0".
        context.hideRetryAfter(retryAfter);
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    /** Gives back what {@link #intercept} hid. */
    static Response unhide(Response response, CallContext context) {
        String hidden = context.hiddenRetryAfter();
        return hidden == null
                ? response
                : response.newBuilder().header(RETRY_AFTER, hidden).build();
    }

    private Request withLogin(Chain chain, Request request) {
        var connection = chain.connection();
        return proxyLogin == null || connection == null ? request : proxyLogin.onRoute(connection.route(), request);
    }
}
