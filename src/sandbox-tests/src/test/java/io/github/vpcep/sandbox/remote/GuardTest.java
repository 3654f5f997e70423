package io.github.vpcep.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may steer a sandbox, byte by byte: what a browser would send for a page of somebody else, and what it may not.
 */
class GuardTest {
    private static final String KEY = "0123456789abcdef";

    @SuppressWarnings("NullAway.Init")
    private static VpcepSandbox open;

    @SuppressWarnings("NullAway.Init")
    private static VpcepSandbox locked;

    @SuppressWarnings("NullAway.Init")
    private static VpcepSandbox off;

    @BeforeAll
    static void start() {
        open = VpcepSandbox.start();
        locked = VpcepSandbox.start(SandboxConfig.standard().withControlKey(KEY));
        off = VpcepSandbox.start(SandboxConfig.standard().withoutControl());
    }

    @AfterAll
    static void close() {
        open.close();
        locked.close();
        off.close();
    }

    @BeforeEach
    void reset() {
        open.reset();
    }

    /** What comes back for a request line and these headers, of which Connection is one more. */
    private static String raw(VpcepSandbox to, String line, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(line + " HTTP/1.1", "Connection: close"));
        lines.addAll(List.of(headers));
        try (Socket socket = new Socket(to.uri().getHost(), to.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String host(VpcepSandbox sandbox) {
        return "Host: " + sandbox.uri().getAuthority();
    }

    private static void assertRefused(String answer, int status, String code) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("{\"error\":{\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8280",
                "127.0.0.1",
                "127.1.2.3:80",
                "[::1]:8280",
                "a.localhost",
                "LocalHost"
            })
    void host_thatIsOfTheLoopbackInterface_isLetIn(String host) throws IOException {
        assertThat(raw(open, "GET /_sandbox/health", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "127.0.0.1.example.com",
                "localhost.example.com",
                "a.localhost.example.com",
                "evillocalhost",
                "evil-localhost:8280",
                "10.0.0.1",
                "0.0.0.0"
            })
    void host_thatWasLedHere_isRefused(String host) throws IOException {
        assertRefused(raw(open, "GET /_sandbox/health", "Host: " + host), 403, "Sandbox.OtherOrigin");
        assertRefused(raw(open, "GET /_sandbox/docs", "Host: " + host), 403, "Sandbox.OtherOrigin");
        assertRefused(raw(open, "GET http://" + host + "/_sandbox/health", host(open)), 403, "Sandbox.OtherOrigin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com", "http://localhost:1", "null", "http://127.0.0.1"})
    void origin_ofAnotherPage_isRefused(String origin) throws IOException {
        open.faults().alwaysOfAny().withDroppedConnection();
        for (String line : List.of("GET /_sandbox/accounts", "POST /_sandbox/reset", "DELETE /_sandbox/faults")) {
            String answer = raw(open, line, host(open), "Origin: " + origin, "Content-Type: application/json");

            assertRefused(answer, 403, "Sandbox.OtherOrigin");
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("access-control-");
        }
        assertThat(open.faults().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_sandbox/docs", "/_sandbox/console", "/_sandbox/openapi.json"})
    void origin_ofAnotherPage_isShownNoPage(String path) throws IOException {
        assertRefused(raw(open, "GET " + path, host(open), "Origin: http://example.com"), 403, "Sandbox.OtherOrigin");
    }

    @Test
    void request_thatIsWrongAsHttp_isRefusedInTheShapeOfTheApi() throws IOException {
        String answer = raw(open, "GET /_sandbox/health", host(open), "Host: another");

        assertRefused(answer, 400, "Sandbox.BadRequest");
        assertThat(answer).contains("There has to be one header Host, with a host in it.");
    }

    /** Whose HTTPS may end before it. */
    @ParameterizedTest
    @CsvSource({"http, same-origin", "https, same-origin", "HTTP, none"})
    void origin_ofTheSandboxItself_isLetIn(String scheme, String site) throws IOException {
        assertThat(raw(
                        open,
                        "POST /_sandbox/reset",
                        host(open),
                        "Origin: " + scheme + "://" + open.uri().getAuthority(),
                        "Sec-Fetch-Site: " + site,
                        "Content-Type: application/json",
                        "Content-Length: 0"))
                .startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void request_thatABrowserMakesForAnotherPage_isRefused(String site) throws IOException {
        assertRefused(
                raw(open, "GET /_sandbox/requests", host(open), "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: no-cors"),
                403,
                "Sandbox.OtherOrigin");
    }

    @Test
    void preflight_isAnsweredWithoutAPermission() throws IOException {
        String answer = raw(
                open,
                "OPTIONS /_sandbox/reset",
                host(open),
                "Origin: http://example.com",
                "Access-Control-Request-Method: POST");

        assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("access-control-allow");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /_sandbox/reset,", "POST /_sandbox/reset, text/plain",
        "POST /_sandbox/seed, application/x-www-form-urlencoded", "PUT /_sandbox/clock/time, text/json",
        "PATCH /_sandbox/settings, multipart/form-data"
    })
    void change_thatIsNoJson_isRefused(String line, String type) throws IOException {
        String header = type == null ? "X-None: none" : "Content-Type: " + type;

        assertRefused(raw(open, line, host(open), header, "Content-Length: 0"), 415, "Sandbox.JsonOnly");
    }

    @Test
    void key_whereThereIsOne_isAskedFor() throws IOException {
        for (String path : List.of("/_sandbox/health", "/_sandbox/requests/stream", "/_sandbox/nowhere")) {
            String line = "GET " + path;
            assertRefused(raw(locked, line, host(locked)), 401, "Sandbox.KeyNeeded");
            assertRefused(raw(locked, line, host(locked), "X-Sandbox-Key: " + KEY + "x"), 401, "Sandbox.KeyNeeded");
            assertRefused(raw(locked, line, host(locked), "X-Sandbox-Key:"), 401, "Sandbox.KeyNeeded");
        }
    }

    /** A page of another origin is not to learn that there is a key. */
    @Test
    void origin_ofAnotherPage_isRefusedBeforeItsKeyIsLookedAt() throws IOException {
        assertRefused(
                raw(locked, "GET /_sandbox/health", host(locked), "Origin: http://example.com", "X-Sandbox-Key: x"),
                403,
                "Sandbox.OtherOrigin");
    }

    @Test
    void key_thatIsRight_isLetIn_underWhateverNameTheSandboxHas() throws IOException {
        assertThat(raw(locked, "GET /_sandbox/health", "Host: sandbox.example", "X-Sandbox-Key: " + KEY))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void key_thatComesWithAnOrdinaryRequest_isNotRecorded() throws IOException {
        raw(open, "GET /", host(open), "X-Sandbox-Key: " + KEY);

        assertThat(open.requests("ListVersionDetails"))
                .singleElement()
                .satisfies(each -> assertThat(each.headers()).containsEntry("x-sandbox-key", "***"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void sandbox_onAnotherAddress_doesNotStartWithoutAKey(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VpcepSandbox.start(SandboxConfig.standard().withHost(host)))
                .withMessageContaining("withControlKey")
                .withMessageContaining(host);
    }

    /** As far as to the port: nobody has this address, so that none is open to the network while this is tested. */
    @Test
    void sandbox_onAnotherAddress_startsWithAKey_orWithoutTheApi() {
        SandboxConfig elsewhere = SandboxConfig.standard().withHost("192.0.2.1");

        for (SandboxConfig each : List.of(elsewhere.withControlKey(KEY), elsewhere.withoutControl())) {
            assertThatThrownBy(() -> VpcepSandbox.start(each))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Cannot listen on 192.0.2.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "fifteen-letters", "with a blank in it", "mit-Umlaut-äöü-und-mehr"})
    void key_thatIsTooShort_orCannotBeSent_isRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxConfig.standard().withControlKey(key))
                .withMessageContaining("16 visible characters");
    }

    @Test
    void api_thatIsOff_isNotThere() throws IOException {
        for (String path : List.of("/_sandbox", "/_sandbox/health", "/_sandbox/docs", "/_sandbox/requests/stream")) {
            assertThat(raw(off, "GET " + path, host(off)))
                    .doesNotStartWith("HTTP/1.1 200 ")
                    .contains("EndPoint.")
                    .doesNotContain("Sandbox.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%5fsandbox/health",
                "/%5Fsandbox/health",
                "//_sandbox/health",
                "/v1/../_sandbox/health",
                "/_sandboxes/health",
                "/_sandbux",
                "/_sandbux/health",
                "/v1/_sandbox/health"
            })
    void path_thatOnlyLooksLikeOneOfTheApi_isTheVendors(String path) throws IOException {
        assertThat(raw(open, "GET " + path, host(open)))
                .doesNotStartWith("HTTP/1.1 200 ")
                .contains("EndPoint.")
                .doesNotContain("Sandbox.");
    }

    @Test
    void calls_ofTheApi_areNoRequestsOfTheService() throws IOException {
        raw(open, "GET /_sandbox/health", host(open));
        raw(open, "GET /_sandbox", host(open));
        raw(open, "GET /_sandbox/services/x", host(open));

        assertThat(open.requests()).isEmpty();
    }

    @Test
    void answers_tellABrowserToKeepNothing_andToShowThemInNoOtherPage() throws IOException {
        assertThat(raw(open, "GET /_sandbox/docs", host(open)))
                .startsWith("HTTP/1.1 200 ")
                .contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY")
                .contains("Cross-Origin-Resource-Policy: same-origin")
                .contains("<title>Control API of the sandbox</title>", "/_sandbox/faults");
    }
}
