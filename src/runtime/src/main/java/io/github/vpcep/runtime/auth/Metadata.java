package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The calls to a machine's metadata: a token where the service wants one, then the temporary key of its agency. */
final class Metadata {
    private static final String KEY_PATH = "openstack/latest/securitykey";
    private static final String TOKEN_PATH = "meta-data/latest/api/token";
    private static final String TOKEN_HEADER = "X-Metadata-Token";
    private static final String TTL_HEADER = "X-Metadata-Token-Ttl-Seconds";
    private static final int TTL_SECONDS = 6 * 60 * 60;
    /** By this text the service tells a 401 for want of an agency from one for want of a token. */
    private static final String NO_AGENCY = "Please configure Cloud Service Agency first";

    /** The service is on the machine's own link: what takes longer than this does not come. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpUrl endpoint;
    private final Operation getKey;
    private final Operation putToken;
    private final Clock clock;
    private final LongSupplier nanoTime;
    /** The service's own token, null until one was asked for, empty where the service has none. */
    private final AtomicReference<@Nullable String> pass = new AtomicReference<>();

    Metadata(HttpUrl endpoint, Clock clock, LongSupplier nanoTime) {
        this.endpoint = endpoint;
        // With the address: whoever reads that this failed has to know who was asked.
        this.getKey = Operation.of("ECS metadata GET " + endpoint + KEY_PATH, "GET", "/" + KEY_PATH)
                .anonymous();
        this.putToken = Operation.of("ECS metadata PUT " + endpoint + TOKEN_PATH, "PUT", "/" + TOKEN_PATH)
                .anonymous();
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Begins to fetch a key.
     *
     * @return fails with what {@link MetadataCredentials} says; cancelling it ends the request under way
     */
    CompletableFuture<Token> fetch(HttpAccess access) {
        CompletableFuture<Token> fetched = new CompletableFuture<>();
        Steps steps = new Steps(access, fetched);
        String known = pass.get();
        var unused = (known == null ? askForPass(steps) : CompletableFuture.completedFuture(known))
                .thenCompose(first -> key(steps, first))
                .thenCompose(found -> found.key() != null
                        ? CompletableFuture.completedFuture(found.key())
                        // The service's token is worn out, or it began to want one: once more with a new one.
                        : askForPass(steps)
                                .thenCompose(second -> key(steps, second))
                                .thenApply(again -> again.keyOrThrow()))
                .whenComplete((token, failure) -> {
                    if (failure == null) {
                        fetched.complete(token);
                    } else {
                        fetched.completeExceptionally(told(failure));
                    }
                });
        return fetched;
    }

    /** The requests of one fetch, one after another; whoever ends the fetch ends the one under way. */
    private record Steps(HttpAccess access, CompletableFuture<Token> fetched) {
        <T> CompletableFuture<T> send(Operation operation, Request request, HttpAccess.Reading<T> reading) {
            CompletableFuture<T> sent = access.send(operation, request, LIMIT, reading);
            // A stage does not pass on its cancellation.
            var unused = fetched.whenComplete((token, failure) -> sent.cancel(true));
            return sent;
        }
    }

    private Throwable told(Throwable failure) {
        // What a stage fails with comes wrapped.
        Throwable reason = Objects.requireNonNull(failure.getCause());
        if (reason instanceof IOException broken) {
            String server = endpoint.scheme() + "://" + endpoint.host() + ":" + endpoint.port();
            return new VpcepTransportException(
                    getKey.id(),
                    "The metadata service was not reached, or did not answer [" + server + ", " + broken + "]",
                    null,
                    broken);
        }
        return reason;
    }

    /** Asks for the service's own token; the service of an older machine has none. */
    private CompletableFuture<String> askForPass(Steps steps) {
        Request request = request(TOKEN_PATH)
                .header(TTL_HEADER, String.valueOf(TTL_SECONDS))
                .put(RequestBody.create(new byte[0], null))
                .build();
        return steps.send(putToken, request, response -> {
            String given = response.body().string().strip();
            if (response.code() == 404 || response.code() == 405) {
                given = "";
            } else if (!response.isSuccessful()) {
                throw refused(answer(response, given, new Redactor()));
            } else if (given.isEmpty() || !isHeaderValue(given)) {
                throw new VpcepDecodeException(
                        answer(response, "", new Redactor()), "the token", "it is no token", null);
            }
            pass.set(given);
            return given;
        });
    }

    private CompletableFuture<Found> key(Steps steps, String withPass) {
        Request.Builder request = request(KEY_PATH);
        if (!withPass.isEmpty()) {
            request.header(TOKEN_HEADER, withPass);
        }
        // Before the call: if the answer takes long, the key's life is rather thought shorter.
        long now = nanoTime.getAsLong();
        return steps.send(getKey, request.build(), response -> {
            String body = response.body().string();
            Redactor redactor = new Redactor();
            redactor.learn(withPass);
            if (response.code() == 401 && !body.contains(NO_AGENCY)) {
                return new Found(null, refused(answer(response, body, redactor)));
            }
            if (!response.isSuccessful()) {
                throw refused(answer(response, body, redactor));
            }
            return new Found(read(response, body, now), null);
        });
    }

    private Request.Builder request(String path) {
        // The service is on the machine's own link, where no proxy is, and no proxy is to see its answer.
        return new Request.Builder()
                .url(endpoint.newBuilder().addPathSegments(path).build())
                .tag(Proxy.class, Proxy.NO_PROXY);
    }

    private Token read(Response response, String body, long fetchedAt) {
        // Whatever is wrong with it, it is not shown: it may be a key all the same.
        RawAnswer answer = answer(response, "", new Redactor());
        return TemporaryKey.read(IamCall.parse(body), answer, IamCall.time(response, clock), fetchedAt);
    }

    private RawAnswer answer(Response response, String body, Redactor redactor) {
        return RawAnswer.of(getKey.id(), response.code(), redactor.text(body));
    }

    private static VpcepException refused(RawAnswer answer) {
        String body = answer.body();
        String message = body.contains(NO_AGENCY) ? "The machine has no agency: give it one in the console" : null;
        return answer.status() >= 500
                ? new ServerFailureException(answer, null, message)
                : new AuthenticationFailedException(answer, null, message);
    }

    private static boolean isHeaderValue(String text) {
        return text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** A key, or why the service's token does not do. */
    private record Found(@Nullable Token key, @Nullable VpcepException refusal) {
        Token keyOrThrow() {
            if (key == null) {
                throw Objects.requireNonNull(refusal);
            }
            return key;
        }
    }
}
