package io.github.vpcep.sandbox.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sends requests with the headers of the provider's, and signs over those that it signs over: not over the host. */
final class Provider {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Provider(URI address) {
        this.address = address;
    }

    /**
     * What came.
     *
     * @param body missing when there is none
     */
    record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
        /** What a pointer leads to, or the header of that name. */
        JsonNode at(String place) {
            return place.startsWith("/") ? body.at(place) : header(place);
        }

        private JsonNode header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> (JsonNode) TextNode.valueOf(each.getValue().get(0)))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /**
     * Sends a request to a path with its query.
     *
     * @param who with the {@code token} that speaks for the caller, else the key does; nothing for a request of nobody
     */
    Answer send(String method, String target, Map<String, String> more, String body, Map<String, JsonNode> who) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "terraform-provider-iac golangsdk/2.0.0");
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(more);
        if (who.containsKey("token")) {
            headers.put("X-Auth-Token", who.get("token").asText());
        } else if (!who.isEmpty()) {
            sign(method, target, headers, body, who.get("project"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + target))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sign(
            String method, String target, Map<String, String> headers, String body, @Nullable JsonNode project) {
        headers.put("X-Sdk-Date", DATE.format(Instant.now()));
        String names = headers.keySet().stream().map(Provider::small).collect(Collectors.joining(";"));
        String lines = headers.entrySet().stream()
                .map(each -> small(each.getKey()) + ":" + each.getValue() + "\n")
                .collect(Collectors.joining());
        String[] parts = target.split("[?]", 2);
        String text =
                String.join("\n", method, parts[0] + "/", parts.length == 1 ? "" : parts[1], lines, names, hash(body));
        String signature = hmac(ALGORITHM + "\n" + headers.get("X-Sdk-Date") + "\n" + hash(text));
        headers.put(
                "Authorization",
                ALGORITHM + " Access=" + SandboxConfig.DEMO.accessKey() + ", SignedHeaders=" + names + ", Signature="
                        + signature);
        if (project != null) {
            headers.put("X-Project-Id", project.asText());
        }
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SandboxConfig.DEMO.secretKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
