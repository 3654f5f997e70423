package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Arguments;
import java.util.Map;

/** One fixed token. */
final class TokenCredentials implements Credentials {
    private final Map<String, String> headers;

    TokenCredentials(String token) {
        Arguments.requireHeaderValue(Arguments.requireNonBlank(token, "token"), "token");
        headers = Map.of("X-Auth-Token", token);
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        return headers;
    }

    @Override
    public String toString() {
        return "Credentials.token(***)";
    }
}
