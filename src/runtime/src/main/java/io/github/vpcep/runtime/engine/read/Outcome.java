package io.github.vpcep.runtime.engine.read;

import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.Ended;
import io.github.vpcep.runtime.engine.call.Thrown;
import io.github.vpcep.runtime.engine.call.TooLong;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Turns what Retrofit gives, answer or failure, into what the caller gets. The one place for both faces of a call. */
public record Outcome(Operation operation, Contract contract, Request request, CallContext context) {
    /** Returns the answer, or throws what it means. */
    @SuppressWarnings("NullAway") // Null is the one value of Void, the type of an operation without answer.
    public <T> T result(Response<T> response) {
        if (context.isDoneBefore() && !operation.isAnswered()) {
            return null;
        }
        if (!response.isSuccessful()) {
            throw ServiceErrors.from(contract, answer(text(response.errorBody()), response.headers()));
        }
        T body = response.body();
        if (body == null && operation.isAnswered()) {
            // Retrofit asks no converter about a 204 or 205.
            throw undecodable("", null);
        }
        return body;
    }

    /** Whether a refusal says that nothing was left to do. */
    public boolean isDone(VpcepServiceException refusal) {
        return ServiceErrors.isDone(contract, operation, refusal.code());
    }

    /**
     * Returns the exception that the failure means.
     *
     * @throws Error the failure, if it is one
     */
    public RuntimeException failure(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof Thrown thrown) {
            return failure(thrown.reason());
        }
        if (failure instanceof JsonReading.Unreadable unreadable) {
            return undecodable(unreadable.body(), unreadable.getCause());
        }
        if (Ended.isInterruption(failure)) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof IOException || failure instanceof InterruptedException) {
            Redactor redactor = context.redactor();
            return new VpcepTransportException(
                    operation.id(), redactor.text(reason(failure)), requestId(), redactor.thrown(failure));
        }
        if (failure instanceof RuntimeException programming) {
            return programming;
        }
        return new IllegalStateException(
                operation.id() + " failed inside the client", context.redactor().thrown(failure));
    }

    private VpcepDecodeException undecodable(String body, @Nullable Throwable cause) {
        Redactor redactor = context.redactor();
        return new VpcepDecodeException(
                answer(body, context.head().headers()),
                redactor.text(JsonTrouble.field(cause)),
                redactor.text(JsonTrouble.inBody(body, cause)),
                cause == null ? null : redactor.thrown(cause));
    }

    /** What exceptions keep is what programs log: without the secrets that the answer repeats. */
    private RawAnswer answer(String body, Headers headers) {
        Redactor redactor = context.redactor();
        return RawAnswer.of(operation.id(), context.head().status(), redactor.text(body))
                .withRequestId(requestId())
                .withHeaders(redactor.kept(headers.toMultimap()));
    }

    private @Nullable String requestId() {
        String requestId = context.head().requestId();
        return requestId == null ? null : context.redactor().text(requestId);
    }

    private static String text(@Nullable ResponseBody body) {
        try {
            return body == null ? "" : body.string();
        } catch (IOException e) {
            // Retrofit has read an error's body into memory already.
            throw new IllegalStateException(e);
        }
    }

    private String reason(Throwable failure) {
        String what = context.owner().isClosed() ? "the client was closed meanwhile" : words(failure);
        String server = request.url().scheme() + "://" + request.url().host() + ":"
                + request.url().port();
        String progress = context.head().status() == 0
                ? ""
                : ", after HTTP " + context.head().status() + " had arrived";
        String tries = context.tries() > 1 ? ", in try " + context.tries() : "";
        String waiting = context.waitingFor() == null ? "" : ", while it waited for " + context.waitingFor();
        return what + waiting + progress + tries + " [" + request.method() + " " + server + ", " + failure + "]";
    }

    private static String words(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name is not known";
        }
        if (failure instanceof ConnectException) {
            return "the connection was refused";
        }
        if (Ended.isInterruption(failure)) {
            return "the thread was interrupted";
        }
        if (failure instanceof SocketTimeoutException) {
            return "timed out, by connectTimeout or readTimeout";
        }
        if (failure instanceof InterruptedIOException) {
            return "timed out, by callTimeout";
        }
        if (failure instanceof TooLong) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof SSLException) {
            return "TLS failed";
        }
        if (failure instanceof EOFException || failure instanceof ProtocolException) {
            return "the answer ended too early or is not HTTP";
        }
        if (Ended.isCancellation(failure)) {
            return "the call was cancelled";
        }
        return "the connection broke";
    }
}
