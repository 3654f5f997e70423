package io.github.vpcep.runtime.okhttp;

import io.github.vpcep.runtime.ground.Arguments;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp client below the client, for what its builder has no setting for: an own connection pool, DNS, event
 * listener or interceptor. Give it to {@code ClientBuilder.http(…)}.
 *
 * <p>Interceptors that are added as application interceptors see a call once, before it is retried and authenticated;
 * network interceptors see every try, credentials included. These things are always the client's own, whatever is set
 * here:
 *
 * <ul>
 *   <li>the connect, read and call timeouts;
 *   <li>that no redirect is followed;
 *   <li>that nothing is sent again but by its {@link io.github.vpcep.runtime.RetryPolicy}:
 *       {@code retryOnConnectionFailure} is off, an {@code authenticator} is not asked, and a 408 or 503 is not
 *       answered by another request, with {@code Retry-After: 0} neither. Two exceptions concern requests that did not
 *       reach the server: a {@code proxyAuthenticator} is asked when an HTTP proxy answers 407, and a 421 to a request
 *       without body, over a connection that OkHttp shares between hosts, is followed by one over another;
 *   <li>that no answer comes from a {@code cache}.
 * </ul>
 *
 * <p>Cookies are kept and sent as the {@code cookieJar} wants; unless one is set, there are none. An interceptor that
 * itself proceeds more than once sends as often, unseen by the client.
 */
public final class HttpStack {
    private final @Nullable OkHttpClient shared;
    private final Consumer<OkHttpClient.Builder> change;

    private HttpStack(@Nullable OkHttpClient shared, Consumer<OkHttpClient.Builder> change) {
        this.shared = shared;
        this.change = change;
    }

    /**
     * Uses an OkHttp client of yours: its connection pool, threads, interceptors, DNS, proxy and TLS. Closing the VPCEP
     * client ends the calls that it made, and leaves pool and threads to you; mind that OkHttp's own threads keep a JVM
     * alive for a minute. A limit of 5 asynchronous calls per host holds unless you have raised it; what follows a call
     * runs on a thread of the VPCEP client and does not count.
     */
    public static HttpStack of(OkHttpClient client) {
        return new HttpStack(Arguments.requireNonNull(client, "client"), builder -> {});
    }

    /**
     * Changes the OkHttp client that the VPCEP client makes for itself. A dispatcher or connection pool that is set
     * here stays open when the client is closed.
     *
     * @param change called once, when the client is built
     */
    public static HttpStack customized(Consumer<OkHttpClient.Builder> change) {
        return new HttpStack(null, Arguments.requireNonNull(change, "change"));
    }

    /** Returns the client that is shared, or null when the VPCEP client makes its own. */
    public @Nullable OkHttpClient shared() {
        return shared;
    }

    /** Applies what {@link #customized} was given. */
    public void change(OkHttpClient.Builder builder) {
        change.accept(builder);
    }
}
