package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.error.VpcepException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token for all threads. However many ask, one of them fetches; the others go on with the old token while it
 * is valid, and wait for that one's result, good or bad, when it is not.
 */
final class TokenCache {
    /** How long after a renewal that failed a still valid token is used without trying again. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;

    // All three are guarded by this. Nobody holds it while fetching.
    private @Nullable Token token;
    private @Nullable CompletableFuture<Optional<Token>> underWay;
    private Instant pauseUntil = Instant.MIN;

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns a valid token.
     *
     * @param iam fetches a new one, in bounded time
     * @throws InterruptedException if the thread was interrupted while another one fetched
     */
    Token get(Supplier<Token> iam) throws InterruptedException {
        while (true) {
            Token valid;
            CompletableFuture<Optional<Token>> others;
            CompletableFuture<Optional<Token>> own = new CompletableFuture<>();
            synchronized (this) {
                Instant now = clock.instant();
                valid = token != null && token.isValid(now) ? token : null;
                others = underWay;
                if (valid != null && (!valid.isDue(now) || others != null || now.isBefore(pauseUntil))) {
                    return valid;
                }
                if (others == null) {
                    underWay = own;
                }
            }
            if (others == null) {
                return fetch(iam, own, valid);
            }
            Optional<Token> fetched = await(others);
            if (fetched.isPresent()) {
                return fetched.get();
            }
            // The thread that fetched was interrupted. That is its own affair: try again.
        }
    }

    private Token fetch(Supplier<Token> iam, CompletableFuture<Optional<Token>> own, @Nullable Token valid) {
        Token fetched;
        try {
            fetched = iam.get();
        } catch (RuntimeException | Error e) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            boolean goOn = valid != null && e instanceof VpcepException && !interrupted;
            synchronized (this) {
                underWay = null;
                if (goOn) {
                    pauseUntil = clock.instant().plus(PAUSE);
                }
            }
            if (interrupted) {
                own.complete(Optional.empty());
            } else {
                own.completeExceptionally(e);
            }
            if (goOn && valid != null) {
                return valid;
            }
            throw e;
        }
        synchronized (this) {
            underWay = null;
            token = fetched;
        }
        own.complete(Optional.of(fetched));
        return fetched;
    }

    private static Optional<Token> await(CompletableFuture<Optional<Token>> others) throws InterruptedException {
        try {
            return others.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                // The same exception for all who waited: it tells of the one fetch.
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Drops the token if it is still the one with this text. */
    synchronized void drop(String text) {
        if (token != null && token.is(text)) {
            token = null;
        }
    }
}
