package io.github.vpcep.runtime.engine.retry;

import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.ErrorCatalogue;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.contract.RetryAdvice;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.Thrown;
import io.github.vpcep.runtime.engine.call.TooLong;
import io.github.vpcep.runtime.engine.read.ServiceErrors;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent again: by the error code where the contract knows it, else by the status; I/O errors by their kind.
 */
public record RetryRule(Contract contract) {
    /** What is read of an error to find its code; a longer one is not from the API. */
    static final long ERROR_LIMIT = 1 << 20;

    /** Whether asking again later may cure what a call threw: too many requests, a broken server or connection. */
    public static boolean isPassing(Throwable failure) {
        return failure instanceof ThrottledException
                || failure instanceof ServerFailureException
                || (failure instanceof VpcepTransportException broken && !isHopeless(broken.getCause()));
    }

    /** Whether an answer allows another try; {@code IDEMPOTENT} says that this one may have been carried out. */
    RetryAdvice advice(Response response) throws IOException {
        if (response.isSuccessful()) {
            return RetryAdvice.NEVER;
        }
        ErrorCatalogue.Entry known = entry(response);
        return known == null ? byStatus(response.code()) : known.retry();
    }

    /**
     * Whether a call that is refused has been carried out by a try before, the answer to which was lost: what it was to
     * remove does not exist now, or the contract says it of the operation and the code. The status alone says nothing:
     * a 404 may come from a wrong address.
     */
    boolean isDoneBefore(Operation operation, Response response) throws IOException {
        return !response.isSuccessful() && ServiceErrors.isDone(contract, operation, code(response));
    }

    private ErrorCatalogue.@Nullable Entry entry(Response response) throws IOException {
        String code = code(response);
        return code == null ? null : contract.errors().find(code);
    }

    private @Nullable String code(Response response) throws IOException {
        return ServiceErrors.code(
                contract.json(), response.peekBody(ERROR_LIMIT).string());
    }

    private static RetryAdvice byStatus(int status) {
        return switch (status) {
            case 429 -> RetryAdvice.ALWAYS;
            case 502, 503, 504 -> RetryAdvice.IDEMPOTENT;
            default -> RetryAdvice.NEVER;
        };
    }

    /** Whether a failure allows another try; {@code IDEMPOTENT} says that this one may have been carried out. */
    RetryAdvice advice(CallContext context, IOException failure) {
        if (failure instanceof Thrown || isGivenUp(failure) || isHopeless(failure)) {
            return RetryAdvice.NEVER;
        }
        // Without a connection the server cannot have acted, and with a 429 it says so, whatever became of the body.
        boolean isSpared = !context.isReached() || context.head().status() == 429;
        return isSpared ? RetryAdvice.ALWAYS : RetryAdvice.IDEMPOTENT;
    }

    /** The deadline has passed or the thread was interrupted; a server's silence is another exception. */
    private static boolean isGivenUp(IOException failure) {
        return failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
    }

    /** It would be the same each time: a certificate that is not trusted, TLS that is not spoken, an endless answer. */
    private static boolean isHopeless(@Nullable Throwable failure) {
        return failure instanceof SSLPeerUnverifiedException
                || failure instanceof TooLong
                || failure instanceof UnknownServiceException
                || (failure instanceof SSLHandshakeException && hasCertificateCause(failure));
    }

    private static boolean hasCertificateCause(Throwable failure) {
        for (@Nullable Throwable t = failure.getCause(); t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}
