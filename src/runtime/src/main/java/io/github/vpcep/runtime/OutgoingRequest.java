package io.github.vpcep.runtime;

import java.net.URI;
import java.util.Map;

/** A request that is about to be sent, as {@link Credentials} see it: everything that a signature can cover. */
public interface OutgoingRequest {
    /** Returns the HTTP method in capitals. */
    String method();

    /** Returns the whole address, percent-encoded as it is sent. */
    URI uri();

    /** Returns the headers that are set so far, without regard to letter case. */
    Map<String, String> headers();

    /** Returns the bytes of the body, empty when there is none. They are the caller's to read, not to change. */
    byte[] body();
}
