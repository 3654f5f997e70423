package io.github.vpcep.sandbox.http;

/** Answers requests. */
public interface HttpHandler {
    /**
     * Sees to the answer to a request, now or later. Called on the thread that serves the connection and others beside
     * it, so it must not wait; what it throws ends the connection.
     *
     * @param request as far as it could be read; when it has a {@linkplain HttpRequest#refusal refusal}, that is to be
     *     answered
     * @param reply takes the answer
     */
    void handle(HttpRequest request, Reply reply);
}
