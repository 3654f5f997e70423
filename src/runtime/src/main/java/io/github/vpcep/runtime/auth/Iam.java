package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import okhttp3.Call;
import okhttp3.Headers;
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

    private static final MediaType JSON = MediaType.get("application/json");

    private final Identity identity;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Iam(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Fetches a token.
     *
     * @param http sends the request, within its own timeouts
     * @param endpoint IAM's address
     * @param userAgent what the client calls itself
     */
    Token fetch(Call.Factory http, HttpUrl endpoint, @Nullable String userAgent) {
        Request.Builder request = new Request.Builder()
                .url(endpoint.newBuilder().addPathSegments("v3/auth/tokens").build())
                .header("Accept", "application/json")
                .post(RequestBody.create(identity.body(), JSON));
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        // Before the call: if the answer takes long, the token's life is rather thought shorter.
        Instant now = clock.instant();
        Redactor redactor = identity.redactor();
        int status;
        String requestId;
        String token;
        byte[] body;
        Headers headers;
        try (Response response = http.newCall(request.build()).execute()) {
            status = response.code();
            requestId = response.header("X-Request-Id");
            token = response.header("X-Subject-Token");
            headers = response.headers();
            body = response.body().bytes();
        } catch (IOException e) {
            throw unreachable(endpoint, e, redactor);
        }
        if (token != null) {
            redactor.learn(token);
        }
        RawAnswer answer = RawAnswer.of(OPERATION, status, redactor.text(new String(body, StandardCharsets.UTF_8)))
                .withRequestId(requestId == null ? null : redactor.text(requestId))
                .withHeaders(redactor.kept(headers.toMultimap()));
        JsonNode parsed = parse(body);
        if (status < 200 || status > 299) {
            throw refusal(answer, parsed, redactor);
        }
        if (token == null || token.isBlank()) {
            throw new VpcepDecodeException(answer, "the header X-Subject-Token", "it is missing or blank", null);
        }
        return new Token(token, now, expiry(answer, parsed));
    }

    private static VpcepTransportException unreachable(HttpUrl endpoint, IOException e, Redactor redactor) {
        boolean interrupted = e instanceof InterruptedIOException && "interrupted".equals(e.getMessage());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        String what = interrupted ? "the thread was interrupted" : "IAM was not reached, or did not answer";
        String server = endpoint.scheme() + "://" + endpoint.host() + ":" + endpoint.port();
        return new VpcepTransportException(
                OPERATION, redactor.text(what + " [" + server + ", " + e + "]"), null, redactor.thrown(e));
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
