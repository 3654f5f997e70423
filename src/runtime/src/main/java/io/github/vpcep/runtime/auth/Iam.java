package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
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
    private static final String PATH = "v3/auth/tokens";
    /** How long a token is used that IAM says has expired already: the server's word counts, not a clock's. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    private static final MediaType JSON = MediaType.get("application/json");

    private final Identity identity;
    private final Clock clock;
    private final LongSupplier nanoTime;

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
        HttpUrl url = endpoint.newBuilder().addPathSegments(PATH).build();
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(identity.body(), JSON))
                .build();
        // Two tokens do no harm.
        Operation operation = Operation.of("IAM POST " + url, "POST", "/" + PATH)
                .idempotent(true)
                .anonymous();
        // Before the call: if the answer takes long, the token's life is rather thought shorter.
        long now = nanoTime.getAsLong();
        Redactor redactor = identity.redactor();
        return IamCall.send(
                access, operation, request, redactor, response -> token(response, operation.id(), now, redactor));
    }

    private Token token(Response response, String operation, long fetchedAt, Redactor redactor) throws IOException {
        String token = response.header("X-Subject-Token");
        if (token != null) {
            redactor.learn(token);
        }
        byte[] body = response.body().bytes();
        RawAnswer answer = IamCall.answer(operation, response, body, redactor);
        JsonNode parsed = IamCall.parse(body);
        if (!response.isSuccessful()) {
            throw IamCall.refusal(answer, parsed, redactor);
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
