package io.github.vpcep.runtime.engine.send;

import io.github.vpcep.runtime.connect.ProxyLogin;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.call.CallContext;
import java.io.IOException;
import java.net.Proxy;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last thing above a connection: notes that there is one and whether it is of use, and leaves every decision to
 * send again to the engine.
 */
public final class Wire implements Interceptor {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int SERVICE_UNAVAILABLE = 503;
    /** Added to a status, makes one that no server sends and that OkHttp does not act on. */
    private static final int DISGUISE = 9000;

    private final @Nullable ProxyLogin proxyLogin;
    private final KeptConnections kept;

    /**
     * Creates the interceptor.
     *
     * @param proxyLogin what a proxy asks for, null for nothing
     * @param nanoTime the time that passes
     * @param shared whether others use the same connections
     */
    public Wire(@Nullable ProxyLogin proxyLogin, LongSupplier nanoTime, boolean shared) {
        this.proxyLogin = proxyLogin;
        this.kept = new KeptConnections(nanoTime, shared);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Connection connection = chain.connection();
        CallContext context = CallContext.of(request);
        if (connection == null || context == null) {
            throw new IllegalStateException("A network interceptor has a connection, and a request of ours its call");
        }
        try {
            return disguised(send(chain, request, connection, context), connection);
        } catch (Unprocessed e) {
            context.unreach();
            throw e;
        }
    }

    private Response send(Chain chain, Request request, Connection connection, CallContext context) throws IOException {
        boolean reused = kept.isReused(connection, Operation.isIdempotent(request.method()));
        context.reach();
        Request sent = withLogin(connection, request);
        context.sends(sent.headers());
        try {
            Response response = chain.proceed(sent);
            kept.used(connection);
            return response;
        } catch (IOException e) {
            if (isShutDown(e) || isRefused(e)) {
                throw new Unprocessed(e, reused, isShutDown(e));
            }
            throw e;
        }
    }

    /** Whether the connection was shut down before anything of the request was written to it. */
    private static boolean isShutDown(IOException failure) {
        return failure.getClass().getName().equals("okhttp3.internal.http2.ConnectionShutdownException");
    }

    /** Whether the server says that it has not processed the request; the class is not exported by OkHttp's module. */
    private static boolean isRefused(IOException failure) {
        return failure.getClass().getName().equals("okhttp3.internal.http2.StreamResetException")
                && String.valueOf(failure.getMessage()).endsWith("REFUSED_STREAM");
    }

    /** Hides a status on which OkHttp would act by itself, and for which no setting keeps it from doing so. */
    private static Response disguised(Response response, Connection connection) {
        int status = response.code();
        // With "Retry-After: 0" it would send again at once what is answered by 503. The 407 of no proxy it would take
        // for a broken answer, but the contract has it.
        boolean actedOn = status == SERVICE_UNAVAILABLE
                || (status == PROXY_AUTHENTICATION_REQUIRED
                        && connection.route().proxy().type() != Proxy.Type.HTTP);
        return actedOn ? response.newBuilder().code(DISGUISE + status).build() : response;
    }

    /** Gives back the status that was hidden. */
    static Response undisguised(Response response) {
        return response.code() < DISGUISE
                ? response
                : response.newBuilder().code(response.code() - DISGUISE).build();
    }

    private Request withLogin(Connection connection, Request request) {
        return proxyLogin == null ? request : proxyLogin.onRoute(connection.route(), request);
    }
}
