package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The one call to IAM: an identity for a token. */
final class Iam {
    /** What exceptions call the call. IAM's own names differ by identity, and its documents list not all of them. */
    static final String OPERATION = "IAM POST /v3/auth/tokens";

    private static final String PATH = "v3/auth/tokens";
    /** Two tokens do no harm. */
    private static final Operation FETCH =
            Operation.of(OPERATION, "POST", "/" + PATH).idempotent(true).anonymous();
    /** What all tries of a fetch may take, however long its first caller has. */
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** How long a token is used that IAM says has expired already: the server's word counts, not a clock's. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    private static final MediaType JSON = MediaType.get("application/json");

    private final Identity identity;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ObjectMapper json = new ObjectMapper();

    /** Creates the call; {@code clock} counts only where IAM tells no time of its own. */
    Iam(Identity identity, Clock clock, LongSupplier nanoTime) {
        this.identity = identity;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Begins to fetch a token.
     *
     * @param access sends the request
     * @param endpoint IAM's address
     * @return fails with what {@link IamTokenCredentials} says; cancelling it ends the request
     */
    CompletableFuture<Token> fetch(HttpAccess access, HttpUrl endpoint) {
        Request request = new Request.Builder()
                .url(endpoint.newBuilder().addPathSegments(PATH).build())
                .post(RequestBody.create(identity.body(), JSON))
                .build();
        // Before the call: if the answer takes long, the token's life is rather thought shorter.
        long now = nanoTime.getAsLong();
        Redactor redactor = identity.redactor();
        CompletableFuture<Token> sent = access.send(FETCH, request, LIMIT, response -> token(response, now, redactor));
        CompletableFuture<Token> fetched = new CompletableFuture<>();
        var unused = sent.whenComplete((token, failure) -> {
            if (failure instanceof IOException broken) {
                fetched.completeExceptionally(unreachable(endpoint, broken, redactor));
            } else if (failure != null) {
                fetched.completeExceptionally(failure);
            } else {
                fetched.complete(token);
            }
        });
        var ignored = fetched.whenComplete((token, failure) -> {
            if (fetched.isCancelled()) {
                sent.cancel(true);
            }
        });
        return fetched;
    }

    private Token token(Response response, long fetchedAt, Redactor redactor) throws IOException {
        byte[] body = response.body().bytes();
        String requestId = response.header("X-Request-Id");
        String token = response.header("X-Subject-Token");
        if (token != null) {
            redactor.learn(token);
        }
        RawAnswer answer = RawAnswer.of(
                        OPERATION, response.code(), redactor.text(new String(body, StandardCharsets.UTF_8)))
                .withRequestId(requestId == null ? null : redactor.text(requestId))
                .withHeaders(redactor.kept(response.headers().toMultimap()));
        JsonNode parsed = parse(body);
        if (!response.isSuccessful()) {
            throw refusal(answer, parsed, redactor);
        }
        if (token == null || token.isBlank()) {
            throw new VpcepDecodeException(answer, "the header X-Subject-Token", "it is missing or blank", null);
        }
        return Token.inHeader(token, fetchedAt, life(response, answer, parsed));
    }

    /** Returns how long a token lives by IAM's own clock, which alone knows what its times mean. */
    private Duration life(Response response, RawAnswer answer, JsonNode body) {
        Instant end = expiry(answer, body);
        return Stream.of(issue(body), response.headers().getInstant("Date"), clock.instant())
                .filter(Objects::nonNull)
                .map(begin -> Duration.between(begin, end))
                .filter(life -> life.compareTo(SHORTEST_LIFE) > 0)
                .findFirst()
                .orElse(SHORTEST_LIFE);
    }

    private static @Nullable Instant issue(JsonNode body) {
        try {
            return Instant.parse(body.path("token").path("issued_at").asText());
        } catch (DateTimeException e) {
            // Missing, or no time: there are other clocks.
            return null;
        }
    }

    private static VpcepTransportException unreachable(HttpUrl endpoint, IOException e, Redactor redactor) {
        String server = endpoint.scheme() + "://" + endpoint.host() + ":" + endpoint.port();
        String what = "IAM was not reached, or did not answer [" + server + ", " + e + "]";
        return new VpcepTransportException(OPERATION, redactor.text(what), null, redactor.thrown(e));
    }

    private static VpcepException refusal(RawAnswer answer, JsonNode body, Redactor redactor) {
        // IAM writes {"error":{"code","message"}}, the gateway before it {"error_code","error_msg"}.
        String code = text(body.path("error").path("code"), body.path("error_code"), redactor);
        String message = text(body.path("error").path("message"), body.path("error_msg"), redactor);
        int status = answer.status();
        if (status == 429) {
            return new ThrottledException(answer, code, message);
        }
        if (status >= 500) {
            return new ServerFailureException(answer, code, message);
        }
        // Whatever is wrong with the request is wrong with the credentials: it has nothing else in it.
        return status >= 400
                ? new AuthenticationFailedException(answer, code, message)
                : new VpcepServiceException(answer, code, message);
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            // As from a proxy: the status decides, and the exception keeps the body.
            return json.missingNode();
        }
    }

    private static @Nullable String text(JsonNode preferred, JsonNode other, Redactor redactor) {
        JsonNode found = preferred.isValueNode() ? preferred : other;
        return found.isValueNode() && !found.isNull() && !found.asText().isBlank()
                ? redactor.text(found.asText())
                : null;
    }

    private static Instant expiry(RawAnswer answer, JsonNode body) {
        String field = "token.expires_at";
        JsonNode value = body.path("token").path("expires_at");
        if (!value.isTextual()) {
            throw new VpcepDecodeException(answer, field, "it is missing or not text", null);
        }
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeException e) {
            // Not the cause: its message repeats the text, and it is not known what that is.
            throw new VpcepDecodeException(answer, field, "it is not a time such as 2026-01-31T08:00:00Z", null);
        }
    }
}
