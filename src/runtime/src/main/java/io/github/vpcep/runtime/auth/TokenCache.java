package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.GivenUp;
import io.github.vpcep.runtime.connect.HttpAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token for all clients of the same credentials. Each client fetches at most once at a time, and on a thread
 * of its own: what ends one call, or one client, is no matter to others who wait.
 */
final class TokenCache {
    /** How long IAM is left in peace after a renewal that failed, and after a new token that was refused as well. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;

    // All are guarded by this. Nobody holds it while fetching.
    private final Map<Object, Fetch> underWay = new HashMap<>();
    private @Nullable Token token;
    private @Nullable Long renewalFailedAt;
    /** Whether the next token replaces one that was refused. */
    private boolean isReplacing;
    /** Whether the token replaced one that was refused, and no server has taken it since. */
    private boolean isDoubtful;

    /** Creates a cache; {@code nanoTime} is as {@link System#nanoTime}. */
    TokenCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Returns a valid token: at once if there is one, else when it is fetched.
     *
     * @param access waits as long as the call may
     * @param iam begins to fetch a token, by way of the same client
     */
    Token get(HttpAccess access, Supplier<CompletableFuture<Token>> iam) {
        while (true) {
            Token valid = valid();
            if (valid != null) {
                renewIfDue(access.client(), iam);
                return valid;
            }
            Fetch fetch = join(access.client(), iam);
            if (fetch != null) {
                return await(access, fetch);
            }
        }
    }

    /** Returns whether a fetch is under way, for a test to wait. */
    synchronized boolean isFetching() {
        return !underWay.isEmpty();
    }

    private synchronized @Nullable Token valid() {
        return token != null && token.isValid(nanoTime.getAsLong()) ? token : null;
    }

    /** Renews the token behind the backs of all: the one that they have is good. */
    private void renewIfDue(Object client, Supplier<CompletableFuture<Token>> iam) {
        Fetch renewal;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            boolean isInPeace = renewalFailedAt != null && now - renewalFailedAt < PAUSE.toNanos();
            if (token == null || !token.isDue(now) || isInPeace || !underWay.isEmpty()) {
                return;
            }
            renewal = new Fetch(client, true);
            underWay.put(client, renewal);
        }
        renewal.begin(iam);
    }

    /** Returns the client's fetch, with one more who waits for it; null if there is a token now. */
    private @Nullable Fetch join(Object client, Supplier<CompletableFuture<Token>> iam) {
        Fetch fetch;
        synchronized (this) {
            if (valid() != null) {
                return null;
            }
            fetch = underWay.get(client);
            if (fetch != null) {
                fetch.waiting++;
                return fetch;
            }
            fetch = new Fetch(client, false);
            fetch.waiting++;
            underWay.put(client, fetch);
        }
        fetch.begin(iam);
        return fetch;
    }

    private Token await(HttpAccess access, Fetch fetch) {
        try {
            return access.await(fetch.result, "a token");
        } catch (GivenUp e) {
            leave(fetch, e.isLate());
            throw e;
        }
    }

    /**
     * Ends a fetch that nobody waits for any more, unless those who did had too little time: it may be in time for the
     * next.
     */
    private void leave(Fetch fetch, boolean isLate) {
        synchronized (this) {
            fetch.waiting--;
            if (fetch.waiting > 0 || isLate || fetch.isRenewal) {
                return;
            }
            underWay.remove(fetch.client, fetch);
        }
        fetch.cancel();
    }

    /** Keeps what came of a fetch; a token ends the other clients' fetches as well. */
    private void end(Fetch fetch, @Nullable Token fetched, @Nullable Throwable failure) {
        List<Fetch> others;
        synchronized (this) {
            underWay.remove(fetch.client, fetch);
            if (fetched == null) {
                // What was cancelled, as with its client or for another's token, tells nothing of IAM.
                if (fetch.isRenewal && !(failure instanceof CancellationException)) {
                    renewalFailedAt = nanoTime.getAsLong();
                }
                return;
            }
            token = fetched;
            isDoubtful = isReplacing;
            isReplacing = false;
            renewalFailedAt = null;
            others = List.copyOf(underWay.values());
            underWay.clear();
        }
        others.forEach(other -> other.end(fetched));
    }

    /**
     * Drops the token with this text, because a server refused it, and returns whether another would be sent now. A
     * token that replaced a refused one and is refused as well is kept for a while: the fault is not the token's.
     */
    synchronized boolean refused(String text) {
        if (token == null || !token.is(text)) {
            return true;
        }
        if (isDoubtful && token.isYoungerThan(PAUSE, nanoTime.getAsLong())) {
            return false;
        }
        token = null;
        isReplacing = true;
        return true;
    }

    /** Notes that a server has taken the token with this text. */
    synchronized void accepted(String text) {
        if (token != null && token.is(text)) {
            isDoubtful = false;
        }
    }

    /** One fetch by one client, and those who wait for it. */
    private final class Fetch {
        private final Object client;
        private final boolean isRenewal;
        private final CompletableFuture<Token> result = new CompletableFuture<>();
        private volatile @Nullable CompletableFuture<Token> sent;
        /** Guarded by the cache. */
        private int waiting;

        Fetch(Object client, boolean isRenewal) {
            this.client = client;
            this.isRenewal = isRenewal;
        }

        void begin(Supplier<CompletableFuture<Token>> iam) {
            CompletableFuture<Token> call;
            try {
                call = iam.get();
            } catch (RuntimeException | Error e) {
                call = CompletableFuture.failedFuture(e);
            }
            sent = call;
            var unused = call.whenComplete((fetched, failure) -> {
                TokenCache.this.end(this, fetched, failure);
                if (failure == null) {
                    result.complete(fetched);
                } else {
                    // The same exception for all who wait: it tells of the one fetch.
                    result.completeExceptionally(failure);
                }
            });
            if (result.isDone()) {
                // It may have been ended before the call was known.
                call.cancel(true);
            }
        }

        void end(Token others) {
            result.complete(others);
            cancel();
        }

        void cancel() {
            CompletableFuture<Token> call = sent;
            if (call != null) {
                call.cancel(true);
            }
        }
    }
}
