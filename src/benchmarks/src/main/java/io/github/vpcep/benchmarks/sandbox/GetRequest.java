package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GET as the client would send it.
 *
 * @param uri the whole address
 * @param projectId the project in its path
 */
record GetRequest(URI uri, String projectId) implements OutgoingRequest {
    /** A page of ten endpoints. */
    static GetRequest pageOfTen(URI server, String projectId) {
        return new GetRequest(server.resolve("/v1/" + projectId + "/vpc-endpoints?limit=10"), projectId);
    }

    /** The bytes on the wire; a signature among them is good for 15 minutes. */
    byte[] bytes(Credentials credentials) {
        StringBuilder text = new StringBuilder("GET " + path() + "?" + query() + " HTTP/1.1\r\n");
        credentials.headers(this).forEach((name, value) -> {
            if (!name.equals("Host")) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("Host: ")
                .append(host())
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String host() {
        return uri.getAuthority();
    }

    @Override
    public String path() {
        return uri.getRawPath();
    }

    @Override
    public @Nullable String query() {
        return uri.getRawQuery();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Accept", "application/json");
    }

    @Override
    public byte[] body() {
        return new byte[0];
    }
}
