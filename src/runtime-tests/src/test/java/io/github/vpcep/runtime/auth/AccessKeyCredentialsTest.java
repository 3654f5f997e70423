package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an access key adds to a request, and what of the request its signature covers. */
class AccessKeyCredentialsTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.891Z");
    private static final Sent PLAIN = new Sent("GET", "h:8", "/a", null, null, Map.of(), "");

    private final AccessKeyCredentials credentials = AccessKeyCredentials.of("AK7", "s3cret");

    private record Sent(
            String method,
            String host,
            String path,
            @Nullable String query,
            @Nullable String projectId,
            Map<String, String> given,
            String text)
            implements OutgoingRequest {
        @Override
        public URI uri() {
            return URI.create("https://" + host + path);
        }

        @Override
        public Instant time() {
            return TIME;
        }

        @Override
        public Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(given);
            return headers;
        }

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String signed(Map<String, String> added) {
        return String.valueOf(added.get("Authorization")).replaceAll(".*SignedHeaders=(.*), Signature=.*", "$1");
    }

    @Test
    void request_ofNoProject_isGivenDateHostAndSignature_whichCoversBoth() {
        Map<String, String> added = credentials.headers(PLAIN);
        assertThat(added).containsOnlyKeys("X-Sdk-Date", "Host", "Authorization");
        assertThat(added).containsEntry("X-Sdk-Date", "20260304T050607Z").containsEntry("Host", "h:8");
        assertThat(signed(added)).isEqualTo("host;x-sdk-date");
    }

    @Test
    void request_ofAProject_byATemporaryKey_isGivenBoth_whichTheSignatureCovers() {
        Map<String, String> given = Map.of(
                "Host", "other", "Content-Type", "text/plain", "_Y", "1", "AUTHORIZATION", "stale", "Accept", "b");
        Map<String, String> added = Credentials.accessKey("AK7", "s3cret", "t0ken")
                .headers(new Sent("GET", "h:8", "/a", null, "p-1", given, ""));
        assertThat(added).containsOnlyKeys("X-Sdk-Date", "X-Project-Id", "X-Security-Token", "Host", "Authorization");
        assertThat(added)
                .containsEntry("X-Project-Id", "p-1")
                .containsEntry("X-Security-Token", "t0ken")
                .containsEntry("Host", "other");
        assertThat(signed(added)).isEqualTo("accept;host;x-project-id;x-sdk-date;x-security-token");
    }

    @Test
    void signature_isAnotherForAnotherRequest() {
        assertThat(List.of(
                        PLAIN,
                        new Sent("PUT", "h:8", "/a", null, null, Map.of(), ""),
                        new Sent("GET", "h:9", "/a", null, null, Map.of(), ""),
                        new Sent("GET", "h:8", "/b", null, null, Map.of(), ""),
                        new Sent("GET", "h:8", "/a", "q", null, Map.of(), ""),
                        new Sent("GET", "h:8", "/a", null, "p-1", Map.of(), ""),
                        new Sent("GET", "h:8", "/a", null, null, Map.of("A", "b"), ""),
                        new Sent("GET", "h:8", "/a", null, null, Map.of(), "b")))
                .extracting(request -> credentials.headers(request).get("Authorization"))
                .doesNotHaveDuplicates();
    }

    @Test
    void bodyHash_thatIsStated_goesBeforeTheBody() {
        Map<String, String> stated = Map.of("x-sdk-content-sha256", "UNSIGNED-PAYLOAD");
        assertThat(credentials.headers(new Sent("PUT", "h", "/a", null, null, stated, "a")))
                .isEqualTo(credentials.headers(new Sent("PUT", "h", "/a", null, null, stated, "b")));
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void clock_thatIsSet_datesTheRequest() {
        Clock clock = Clock.fixed(Instant.parse("2030-12-31T23:59:59Z"), ZoneOffset.UTC);
        assertThat(credentials.clock(clock).headers(PLAIN)).containsEntry("X-Sdk-Date", "20301231T235959Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> credentials.clock(null))
                .withMessage("clock must not be null");
    }
}
