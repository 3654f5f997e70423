package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.connect.HttpSettings;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import io.github.vpcep.runtime.engine.call.Owner;
import io.github.vpcep.runtime.engine.call.Thrown;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.engine.retry.Tries;
import io.github.vpcep.runtime.engine.send.Delivery;
import io.github.vpcep.runtime.engine.send.Outside;
import io.github.vpcep.runtime.engine.send.Sender;
import io.github.vpcep.runtime.engine.send.Wire;
import io.github.vpcep.runtime.engine.tell.CallLog;
import io.github.vpcep.runtime.engine.tell.Listeners;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.io.IOException;
import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What all engines of one client share: connections, threads, and whether it is closed. */
final class Transport implements AutoCloseable, Owner {
    private final Timing timing;
    private final Listeners listeners;
    private final Threads threads = new Threads();
    private final Pulse pulse = new Pulse();
    private final Dispatcher dispatcher = new Dispatcher(threads);
    private final ConnectionPool pool;
    private final OkHttpClient http;
    private final Rests rests;
    private final AtomicBoolean closed = new AtomicBoolean();

    Transport(Contract contract, Settings settings, Timing timing) {
        CallLog log = new CallLog();
        this.timing = timing;
        this.rests = new Rests(timing, threads::run);
        this.listeners = new Listeners(settings.listeners(), log);
        int callsAtATime = settings.http().callsAtATime();
        // A client speaks to one host, so OkHttp's 5 calls per host would be all that it does at a time.
        dispatcher.setMaxRequests(callsAtATime);
        dispatcher.setMaxRequestsPerHost(callsAtATime);
        // As many idle connections as calls, so that a burst does not end with closing most of them.
        this.pool = new ConnectionPool(callsAtATime, 5, TimeUnit.MINUTES);
        OkHttpClient.Builder builder = builder(settings.http().stack());
        own(builder, settings);
        ConnectionPool used = builder.build().connectionPool();
        builder.networkInterceptors().add(0, new Wire(settings.http().proxyLogin(), timing.nanoTime(), used != pool));
        builder.interceptors().add(0, Transport::carry);
        CallSettings base = CallSettings.of(settings.options()).withoutHeaders();
        Outside outside = new Outside(threads::run, () -> new CallContext(this, base, null, timing), this::newCall);
        // Below what interceptors a caller has set: those see a call, these its tries.
        Sender sender = new Sender(userAgent(contract, settings), settings, outside, timing.clock());
        this.http = builder.addInterceptor(new Tries(contract, settings, timing, log, listeners, sender))
                .addInterceptor(new Delivery(used))
                .build();
    }

    private OkHttpClient.Builder builder(@Nullable HttpStack stack) {
        if (stack != null && stack.shared() != null) {
            return stack.shared().newBuilder();
        }
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder().dispatcher(dispatcher).connectionPool(pool);
        if (stack != null) {
            stack.change(builder);
        }
        return builder;
    }

    /** Sets what is the client's own, whatever OkHttp client is below. */
    private static void own(OkHttpClient.Builder builder, Settings settings) {
        CallSettings call = CallSettings.of(settings.options());
        builder.connectTimeout(settings.connectTimeout())
                .readTimeout(call.readTimeout())
                .writeTimeout(call.readTimeout())
                // A redirect would carry the credentials to wherever the answer points.
                .followRedirects(false)
                .followSslRedirects(false)
                // A connection may break after the server has acted: what is sent again is not for OkHttp to decide.
                .retryOnConnectionFailure(false)
                // It would answer a 401 with another request, under the credentials and whatever the retry policy.
                .authenticator(Authenticator.NONE)
                // It knows answers by their address alone, and another client may have asked with other credentials.
                .cache(null);
        HttpSettings http = settings.http();
        if (http.proxy() != null) {
            // A single proxy would go before the selector.
            builder.proxy(null).proxySelector(http.proxy());
        }
        if (http.proxyLogin() != null) {
            builder.proxyAuthenticator(http.proxyLogin().authenticator());
        }
        if (http.trust() != null) {
            builder.sslSocketFactory(
                    http.trust().context().getSocketFactory(), http.trust().trustManager());
            if (http.trust().isBlind()) {
                builder.hostnameVerifier((host, session) -> true);
            }
        }
        if (http.resolver() != null) {
            builder.dns(http.resolver());
        }
    }

    /** Above all interceptors: makes what is no I/O error pass as one, if the call is of a kind that unpacks it. */
    private static Response carry(Interceptor.Chain chain) throws IOException {
        CallContext context = CallContext.of(chain.request());
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            throw e;
        } catch (Exception | Error e) {
            if (context == null || !context.isPrepared()) {
                throw e;
            }
            // An interceptor may have thrown while it held an answer.
            chain.call().cancel();
            throw new Thrown(e);
        }
    }

    private static String userAgent(Contract contract, Settings settings) {
        String suffix = settings.userAgentSuffix();
        return suffix.isEmpty() ? contract.userAgent() : contract.userAgent() + " " + suffix;
    }

    Call newCall(Request request, CallContext context) {
        requireOpen();
        pulse.keep();
        Proxy proxy = request.tag(Proxy.class);
        OkHttpClient through =
                proxy == null ? http : http.newBuilder().proxy(proxy).build();
        return through.newCall(
                request.newBuilder().tag(CallContext.class, context).build());
    }

    Threads threads() {
        return threads;
    }

    Timing timing() {
        return timing;
    }

    Rests rests() {
        return rests;
    }

    Listeners listeners() {
        return listeners;
    }

    ConnectionPool connections() {
        return http.connectionPool();
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The client is closed");
        }
    }

    /** Ends the calls under way and frees what is not the caller's own. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Stream.concat(http.dispatcher().queuedCalls().stream(), http.dispatcher().runningCalls().stream())
                .forEach(this::cancelIfOurs);
        rests.close();
        threads.shutdown();
        pool.evictAll();
    }

    /** A dispatcher of the caller's own runs the calls of others as well. */
    private void cancelIfOurs(Call call) {
        CallContext context = CallContext.of(call.request());
        if (context != null && context.owner() == this) {
            call.cancel();
            context.cancel();
        }
    }
}
