package io.github.vpcep.runtime.auth;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is about to be sent, as {@link Credentials} see it: everything that a signature can cover. */
public interface OutgoingRequest {
    /** Returns the HTTP method in capitals. */
    String method();

    /**
     * Returns the whole address. For what is sent to the letter, ask {@link #path()} and {@link #query()}: a
     * {@link URI} cannot hold every character that they can, and percent-encodes the others.
     */
    URI uri();

    /** Returns the host and, unless it is the scheme's own, the port: what the header {@code Host} says unless set. */
    String host();

    /** Returns the path as it is sent: percent-encoded, starting with a slash. */
    String path();

    /** Returns the query as it is sent, percent-encoded and without its question mark, or null when there is none. */
    @Nullable
    String query();

    /**
     * Returns the id of the project whose resources the client works on, or null when the request is of no project: IAM
     * is asked with it.
     */
    @Nullable
    String projectId();

    /**
     * Returns the time to date the request by, where a signature covers it: that of this machine, or that of the
     * servers once one of them has refused a request for its date.
     */
    default Instant time() {
        return Instant.now();
    }

    /** Returns the headers that are set so far, without regard to letter case; of several by one name, the first. */
    Map<String, String> headers();

    /** Returns the bytes of the body, empty when there is none. They are the caller's to read, not to change. */
    byte[] body();
}
