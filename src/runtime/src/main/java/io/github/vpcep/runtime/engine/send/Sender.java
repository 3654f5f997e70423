package io.github.vpcep.runtime.engine.send;

import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.connect.GivenUp;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.connect.Server;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.NotSent;
import io.github.vpcep.runtime.engine.call.OneShotBody;
import io.github.vpcep.runtime.ground.Arguments;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Completes a request with what every request carries, sends it, and notes what arrives. */
public final class Sender {
    private static final String JSON = "application/json";
    /** What every socket takes at once, be nobody there to read it. */
    private static final int SHORT = 8192;

    private final String userAgent;
    private final Settings settings;
    private final Server server;
    private final Outside outside;

    /** Creates a sender; {@code outside} is the way of the credentials to other servers. */
    public Sender(String userAgent, Settings settings, Outside outside) {
        this.userAgent = userAgent;
        this.settings = settings;
        this.server = Server.at(settings.endpoint());
        this.outside = outside;
    }

    /** Sends a request once, or twice if the first was refused and the credentials have better ones. */
    public Response send(Interceptor.Chain chain, Request given, Operation operation, CallContext context)
            throws IOException {
        Request request = complete(given);
        Request sent = operation.isAnonymous() ? request : authenticated(request, context);
        Response response = proceed(chain, sent);
        if (!operation.isAnonymous() && isWorthAnotherTry(sent, response, context)) {
            // The server has not acted, so this holds for every method. The body is in memory.
            response.close();
            Request again = authenticated(request, context);
            response = proceed(chain, again);
            tellIfAccepted(again, response, context);
        }
        context.head().arrived(response);
        return response;
    }

    /**
     * Writes a long request within the limit of silence; for a short one OkHttp would only wake a thread to watch it.
     */
    private static Response proceed(Interceptor.Chain chain, Request request) throws IOException {
        boolean isShort = request.body() == null && request.headers().byteCount() <= SHORT;
        int limit = isShort ? 0 : chain.readTimeoutMillis();
        return chain.withWriteTimeout(limit, TimeUnit.MILLISECONDS).proceed(request);
    }

    private Request complete(Request request) throws IOException {
        Request.Builder builder = request.newBuilder().header("User-Agent", userAgent);
        if (request.header("Accept") == null) {
            builder.header("Accept", JSON);
        }
        if (request.header("Content-Type") == null) {
            // On every method, GET too: the API's documents demand it.
            builder.header("Content-Type", JSON);
        }
        RequestBody body = request.body();
        if (body != null && !(body instanceof OneShotBody)) {
            builder.method(request.method(), new OneShotBody(bytes(body), body.contentType()));
        }
        return builder.build();
    }

    private Request authenticated(Request request, CallContext context) throws IOException {
        if (!isForServer(request.url())) {
            return request;
        }
        Request.Builder builder = request.newBuilder();
        try {
            settings.credentials().headers(outgoing(request, context)).forEach((name, value) -> {
                if (value == null) {
                    throw new IllegalArgumentException("The credentials gave no value for the header " + name);
                }
                // OkHttp's own check would repeat the value in its message.
                builder.header(name, Arguments.requireHeaderValue(value, "The credentials' header " + name));
            });
        } catch (GivenUp e) {
            throw e.reason();
        } catch (RuntimeException | Error e) {
            throw new NotSent(e);
        }
        return builder.build();
    }

    /** After a 401: whether the credentials would now send something else, such as a new token. */
    private boolean isWorthAnotherTry(Request sent, Response response, CallContext context) throws NotSent {
        if (response.code() != 401 || !isForServer(sent.url())) {
            return false;
        }
        try {
            return settings.credentials().rejected(outgoing(sent, context));
        } catch (RuntimeException | Error e) {
            response.close();
            throw new NotSent(e);
        }
    }

    private void tellIfAccepted(Request sent, Response response, CallContext context) throws NotSent {
        if (response.code() == 401 || !isForServer(sent.url())) {
            return;
        }
        try {
            settings.credentials().accepted(outgoing(sent, context));
        } catch (RuntimeException | Error e) {
            response.close();
            throw new NotSent(e);
        }
    }

    private Outgoing outgoing(Request request, CallContext context) {
        return new Outgoing(request, context.settings().projectId(), outside, context);
    }

    private boolean isForServer(HttpUrl url) {
        return server.owns(url);
    }

    private static byte[] bytes(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }

    private record Outgoing(Request request, String projectId, Outside outside, CallContext context)
            implements OutgoingRequest, HttpAccess {
        /** Neither headers nor query nor body: they may hold secrets. */
        @Override
        public String toString() {
            return "OutgoingRequest[" + method() + " " + request.url().scheme() + "://" + host() + path() + "]";
        }

        @Override
        public Object client() {
            return context.owner();
        }

        @Override
        public <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, Reading<T> reading) {
            return outside.send(operation, request, limit, reading);
        }

        @Override
        public <T> T await(CompletableFuture<T> future, String what) {
            return Outside.await(context, future, what);
        }

        @Override
        public String method() {
            return request.method();
        }

        @Override
        public URI uri() {
            return request.url().uri();
        }

        @Override
        public String host() {
            HttpUrl url = request.url();
            String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
            return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
        }

        @Override
        public String path() {
            return request.url().encodedPath();
        }

        @Override
        public @Nullable String query() {
            return request.url().encodedQuery();
        }

        @Override
        public Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach(header -> headers.putIfAbsent(header.getFirst(), header.getSecond()));
            return headers;
        }

        @Override
        public byte[] body() {
            if (request.body() instanceof OneShotBody body) {
                return body.bytes();
            }
            return new byte[0];
        }
    }
}
