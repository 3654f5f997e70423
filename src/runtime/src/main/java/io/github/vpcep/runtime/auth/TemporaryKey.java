package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Reads a temporary key as IAM and the metadata service write it. */
final class TemporaryKey {
    /** The header by which a temporary key is known again in a request. */
    static final String HEADER = "X-Security-Token";

    /** How long a key is used that has expired by this machine's clock: the server's word counts, not a clock's. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    private TemporaryKey() {}

    /**
     * Reads a key.
     *
     * @param body of the answer, a missing node if it is not JSON
     * @param answer what exceptions show, without the body: it may be a key whatever is wrong with it
     * @param now the time of who gave the key
     * @param fetchedAt when it was asked for, as {@link System#nanoTime}
     * @throws VpcepDecodeException if it has no key or no time of expiry
     */
    static Token read(JsonNode body, RawAnswer answer, Instant now, long fetchedAt) {
        if (body.isMissingNode()) {
            throw new VpcepDecodeException(answer, "credential", "the answer is no JSON", null);
        }
        JsonNode credential = body.path("credential");
        String ak = text(credential, "access", answer);
        String sk = text(credential, "secret", answer);
        String securityToken = text(credential, "securitytoken", answer);
        Instant end;
        try {
            end = Instant.parse(text(credential, "expires_at", answer));
        } catch (DateTimeException e) {
            // Not the cause: its message repeats the text, and it is not known what that is.
            throw new VpcepDecodeException(
                    answer, "credential.expires_at", "it is not a time such as 2026-01-31T08:00:00.000000Z", null);
        }
        Credentials key;
        try {
            key = AccessKeyCredentials.of(ak, sk, securityToken);
        } catch (IllegalArgumentException e) {
            throw new VpcepDecodeException(answer, "credential", String.valueOf(e.getMessage()), null);
        }
        Duration life = Duration.between(now, end);
        return new Token(securityToken, key, fetchedAt, life.compareTo(SHORTEST_LIFE) > 0 ? life : SHORTEST_LIFE);
    }

    private static String text(JsonNode credential, String name, RawAnswer answer) {
        JsonNode value = credential.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new VpcepDecodeException(answer, "credential." + name, "it is missing or not text", null);
        }
        return value.asText();
    }
}
