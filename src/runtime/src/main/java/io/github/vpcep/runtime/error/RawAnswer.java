package io.github.vpcep.runtime.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came back from the server, as an exception keeps it. Public so that tests can build the exceptions that they
 * want their code to meet.
 *
 * @param operation the operation's id in the API's documents, such as {@code ListEndpoints}
 * @param status the HTTP status
 * @param requestId the id that the server gave the request, null when it gave none
 * @param body the whole body as text, empty when there was none
 */
public record RawAnswer(
        String operation, int status, @Nullable String requestId, String body) implements Serializable {}
