package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What all calls to IAM have in common: their limit, and how their failures are told. */
final class IamCall {
    /** What all tries of a call may take, however long its first caller has. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private IamCall() {}

    /**
     * Begins a call.
     *
     * @param redactor hides what must not be shown of a failure
     * @return fails with a {@link VpcepTransportException} in place of an I/O error; cancelling it ends the request
     */
    static <T> CompletableFuture<T> send(
            HttpAccess access, Operation operation, Request request, Redactor redactor, HttpAccess.Reading<T> reading) {
        CompletableFuture<T> sent = access.send(operation, request, LIMIT, reading);
        CompletableFuture<T> answered = new CompletableFuture<>();
        var unused = sent.whenComplete((result, failure) -> {
            if (failure instanceof IOException broken) {
                answered.completeExceptionally(unreachable(operation.id(), request.url(), broken, redactor));
            } else if (failure != null) {
                answered.completeExceptionally(failure);
            } else {
                answered.complete(result);
            }
        });
        var ignored = answered.whenComplete((result, failure) -> {
            if (answered.isCancelled()) {
                sent.cancel(true);
            }
        });
        return answered;
    }

    private static VpcepTransportException unreachable(
            String operation, HttpUrl url, IOException e, Redactor redactor) {
        String server = url.scheme() + "://" + url.host() + ":" + url.port();
        String what = "IAM was not reached, or did not answer [" + server + ", " + e + "]";
        return new VpcepTransportException(operation, redactor.text(what), null, redactor.thrown(e));
    }

    /** Returns what hides the secrets that a request proved its sender with: an answer may repeat them. */
    static Redactor redactor(Response response) {
        Redactor redactor = new Redactor();
        response.request().headers().forEach(sent -> redactor.learnHeader(sent.getFirst(), sent.getSecond()));
        return redactor;
    }

    /** Returns an answer as exceptions keep it. */
    static RawAnswer answer(String operation, Response response, byte[] body, Redactor redactor) {
        String requestId = response.header("X-Request-Id");
        return RawAnswer.of(operation, response.code(), redactor.text(new String(body, StandardCharsets.UTF_8)))
                .withRequestId(requestId == null ? null : redactor.text(requestId))
                .withHeaders(redactor.kept(response.headers().toMultimap()));
    }

    /** Returns what an answer that is no success means. */
    static VpcepServiceException refusal(RawAnswer answer, JsonNode body, Redactor redactor) {
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

    /** As {@link #refusal}, of a call whose credentials are good but may not do this. */
    static VpcepServiceException refusalOrDenial(RawAnswer answer, JsonNode body, Redactor redactor) {
        VpcepServiceException refusal = refusal(answer, body, redactor);
        return answer.status() == 403
                ? new PermissionDeniedException(answer, refusal.code(), refusal.serverMessage())
                : refusal;
    }

    /** Returns the body of a request. */
    static byte[] json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            // Not the cause: its message may hold what could not be written.
            throw new IllegalArgumentException("The credentials cannot be written as JSON");
        }
    }

    /** Returns the time of who answered, this machine's where the answer tells none. */
    static Instant time(Response response, Clock clock) {
        Instant date = response.headers().getInstant("Date");
        return date == null ? clock.instant() : date;
    }

    /** Returns the body, a missing node if it is not JSON. */
    static JsonNode parse(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    /** As {@link #parse(byte[])}. */
    static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            // As from a proxy: the status decides, and the exception keeps the body.
            return JSON.missingNode();
        }
    }

    private static @Nullable String text(JsonNode preferred, JsonNode other, Redactor redactor) {
        JsonNode found = preferred.isValueNode() ? preferred : other;
        return !found.isNull() && !found.asText().isBlank() ? redactor.text(found.asText()) : null;
    }
}
