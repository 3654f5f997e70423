package io.github.vpcep.runtime;

import java.util.Map;

/**
 * How requests prove who sends them. Use one of the factory methods, or implement this interface for a source of your
 * own. An implementation is shared by all threads of a client, and its {@code toString} must not show the secret.
 */
@FunctionalInterface
public interface Credentials {
    /**
     * Returns the headers that authenticate a request. Called for every single try, so a token may change over time and
     * a signature may cover the clock. Called on the thread that sends: it may block, and it delays that call only.
     *
     * <p>An unchecked exception thrown here reaches the caller as it is, and nothing is sent. Header values are
     * printable ASCII; another value is refused with an {@link IllegalArgumentException} that does not repeat it.
     *
     * @param request the request as it will be sent, but for these headers
     * @return the headers to set, by name; they replace those of the same name
     */
    Map<String, String> headers(OutgoingRequest request);

    /**
     * Returns credentials that send one fixed IAM token of the project (header {@code X-Auth-Token}). A token lives for
     * 24 hours at most; afterwards calls fail with {@link io.github.vpcep.runtime.error.AuthenticationFailedException}.
     *
     * @param token the token as IAM gave it, in one line
     * @throws IllegalArgumentException if the token is blank or cannot be a header; the message does not repeat it
     */
    static Credentials token(String token) {
        return new TokenCredentials(token);
    }
}
