package io.github.vpcep.runtime.engine.send;

import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.auth.ProjectLookup;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Completes a request with what every request carries, sends it, and notes what arrives. */
public final class Sender {
    /** Holds the place of the project's id in the path of a call whose client was told none. */
    public static final String PROJECT_OF_REGION = "project-of-the-region";

    private static final String JSON = "application/json";

    private final String userAgent;
    private final Settings settings;
    private final Server server;
    private final Outside outside;
    private final SigningClock clock;

    /**
     * Creates a sender.
     *
     * @param outside the way of the credentials to other servers
     * @param clock the time of this machine
     */
    public Sender(String userAgent, Settings settings, Outside outside, Clock clock) {
        this.clock = new SigningClock(clock);
        this.userAgent = userAgent;
        this.settings = settings;
        this.server = Server.at(settings.endpoint());
        this.outside = outside;
    }

    /** Returns the request with the id of the project in place of what holds its place. */
    public Request inProject(Request request, Operation operation, CallContext context) throws IOException {
        ProjectLookup project = settings.project();
        if (project == null || context.settings().projectId() != null || !isOfApi(request, operation)) {
            return request;
        }
        String id;
        try {
            id = project.id(outgoing(request, context));
        } catch (GivenUp e) {
            throw e.reason();
        } catch (RuntimeException | Error e) {
            throw new NotSent(e);
        }
        HttpUrl.Builder url = request.url().newBuilder();
        List<String> segments = request.url().pathSegments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).equals(PROJECT_OF_REGION)) {
                url.setPathSegment(i, id);
            }
        }
        return request.newBuilder().url(url.build()).build();
    }

    /** Sends a request, and again if it is refused and would now be dated otherwise, or authenticated otherwise. */
    public Response send(Interceptor.Chain chain, Request given, Operation operation, CallContext context)
            throws IOException {
        Request request = complete(given);
        Credentials credentials = credentials(request, operation);
        Response response =
                credentials == null ? chain.proceed(request) : identified(chain, request, credentials, context);
        context.head().arrived(response);
        return response;
    }

    private Response identified(Interceptor.Chain chain, Request request, Credentials credentials, CallContext context)
            throws IOException {
        boolean isRedated = false;
        boolean isReplaced = false;
        while (true) {
            Outgoing outgoing = outgoing(request, context);
            Request sent = authenticated(request, credentials, outgoing);
            Response response = chain.proceed(sent);
            if (response.code() != 401) {
                if (isReplaced) {
                    tellThatAccepted(sent, response, credentials, context);
                }
                return response;
            }
            // The date first: a key is not the worse for having signed at a wrong time.
            if (!isRedated && clock.isCorrectedBy(response, outgoing.dated())) {
                isRedated = true;
            } else if (!isReplaced && isWorthAnotherTry(sent, response, credentials, context)) {
                isReplaced = true;
            } else {
                return response;
            }
            // The server has not acted, so this holds for every method. The body is in memory.
            response.close();
        }
    }

    /** Returns whose request it is, null when it is nobody's. */
    private @Nullable Credentials credentials(Request request, Operation operation) {
        Credentials others = request.tag(Credentials.class);
        return others != null && !operation.isAnonymous()
                ? others
                : isOfApi(request, operation) ? settings.credentials() : null;
    }

    private boolean isOfApi(Request request, Operation operation) {
        return !operation.isAnonymous() && request.tag(Credentials.class) == null && server.owns(request.url());
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

    private static Request authenticated(Request request, Credentials credentials, Outgoing outgoing)
            throws IOException {
        Request.Builder builder = request.newBuilder();
        try {
            credentials.headers(outgoing).forEach((name, value) -> {
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
    private boolean isWorthAnotherTry(Request sent, Response response, Credentials credentials, CallContext context)
            throws NotSent {
        try {
            return credentials.rejected(outgoing(sent, context));
        } catch (RuntimeException | Error e) {
            response.close();
            throw new NotSent(e);
        }
    }

    private void tellThatAccepted(Request sent, Response response, Credentials credentials, CallContext context)
            throws NotSent {
        try {
            credentials.accepted(outgoing(sent, context));
        } catch (RuntimeException | Error e) {
            response.close();
            throw new NotSent(e);
        }
    }

    private Outgoing outgoing(Request request, CallContext context) {
        return new Outgoing(request, projectId(request, context), outside, context, clock);
    }

    /** Returns the project that a request is of, as far as it is known. */
    private @Nullable String projectId(Request request, CallContext context) {
        String set = context.settings().projectId();
        ProjectLookup project = settings.project();
        return request.tag(Credentials.class) != null ? null : set != null || project == null ? set : project.known();
    }

    private static byte[] bytes(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }

    private static final class Outgoing implements OutgoingRequest, HttpAccess {
        private final Request request;
        private final @Nullable String projectId;
        private final Outside outside;
        private final CallContext context;
        private final SigningClock clock;
        private volatile @Nullable Instant dated;

        Outgoing(
                Request request, @Nullable String projectId, Outside outside, CallContext context, SigningClock clock) {
            this.request = request;
            this.projectId = projectId;
            this.outside = outside;
            this.context = context;
            this.clock = clock;
        }

        /** Returns the time that the request was dated by, null while nobody has asked for it. */
        @Nullable
        Instant dated() {
            return dated;
        }

        @Override
        public Instant time() {
            Instant now = clock.instant();
            dated = now;
            return now;
        }

        @Override
        public @Nullable String projectId() {
            return projectId;
        }

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
