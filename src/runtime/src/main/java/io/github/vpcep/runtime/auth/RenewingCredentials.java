package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.HttpAccess;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Credentials whose token or key is fetched when it is first needed, kept for all threads and clients, and renewed
 * before it ends. Thread-safe.
 */
abstract class RenewingCredentials implements Credentials {
    private final String name;
    private final String header;
    final Clock clock;
    final LongSupplier nanoTime;
    private final TokenCache tokens;

    /**
     * Creates credentials that have nothing yet.
     *
     * @param name of the method of {@link Credentials} that makes them
     * @param header by which what was sent is known again in a request
     * @param clock counts only where whoever gives a token or key tells no time of its own
     * @param nanoTime as {@link System#nanoTime}
     */
    RenewingCredentials(String name, String header, Clock clock, LongSupplier nanoTime) {
        this.name = name;
        this.header = header;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.tokens = new TokenCache(nanoTime);
    }

    /** Begins to fetch a token or a key. */
    abstract CompletableFuture<Token> fetch(HttpAccess access);

    /** Returns whether one is being fetched, for a test to wait. */
    boolean isFetching() {
        return tokens.isFetching();
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        if (!(request instanceof HttpAccess access)) {
            throw new IllegalArgumentException("Credentials." + name
                    + " needs the client's own request, to send another, and not a " + request.getClass());
        }
        return tokens.get(access, () -> fetch(access)).headers(request);
    }

    /** Drops what was sent if it is still the same, unless a new one would be refused as well. */
    @Override
    public boolean rejected(OutgoingRequest request) {
        String sent = request.headers().get(header);
        return sent != null && tokens.refused(sent);
    }

    @Override
    public void accepted(OutgoingRequest request) {
        String sent = request.headers().get(header);
        if (sent != null) {
            tokens.accepted(sent);
        }
    }

    @Override
    public String toString() {
        return "Credentials." + name + "(***)";
    }
}
