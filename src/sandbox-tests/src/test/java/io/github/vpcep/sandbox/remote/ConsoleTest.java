package io.github.vpcep.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the console, and what it may do; {@code .ci/console} looks at it in a browser. */
class ConsoleTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static VpcepSandbox open;

    @BeforeAll
    static void start() {
        open = VpcepSandbox.start();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private HttpResponse<String> get(VpcepSandbox sandbox, String path, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void root_inABrowser_leadsToTheConsole() throws Exception {
        HttpResponse<String> answer = get(open, "/", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location")).contains("/_sandbox/console");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get(open, "/_sandbox/console", BROWSER).statusCode()).isEqualTo(200);
    }

    @Test
    void otherPathsAndMethods_inABrowser_areAnsweredAsEver() throws Exception {
        assertThat(get(open, "/v1", BROWSER).body()).contains("\"version\"");
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(open.uri() + "/"))
                                        .header("Accept", BROWSER)
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/json, text/plain, */*",
                "text/html, application/json;q=0.9, */*;q=0.1",
                // HttpURLConnection of JDK 17.
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
            })
    void root_forAClientOfTheApi_answersTheVersions(String accept) throws Exception {
        HttpResponse<String> answer = get(open, "/", accept);

        assertThat(answer.body()).contains("\"versions\"");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void root_whereTheControlApiIsOff_leadsNowhere() throws Exception {
        try (VpcepSandbox off = VpcepSandbox.start(SandboxConfig.standard().withoutControl())) {
            assertThat(get(off, "/", BROWSER).body()).contains("\"versions\"");
            assertThat(get(off, "/_sandbox/console", BROWSER).statusCode()).isNotEqualTo(200);
        }
    }

    /** As a browser reckons it. */
    private static String hash(String tag, String page) throws Exception {
        int from = page.indexOf(tag) + tag.length();
        String text = page.substring(from, page.indexOf(tag.replace("<", "</"), from));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    /**
     * Whether its script runs at all is seen in the browser only: there the hashes are held to what stands in the page.
     */
    @Test
    void console_isOneFile_thatMayTalkToTheSandboxOnly() throws Exception {
        HttpResponse<String> answer = get(open, "/_sandbox/console", BROWSER);

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isEqualTo("default-src 'none'; connect-src 'self'; img-src data:; script-src "
                        + hash("<script>", answer.body()) + "; style-src " + hash("<style>", answer.body())
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        + "; require-trusted-types-for 'script'; trusted-types 'none'");
        Matcher elsewhere = Pattern.compile("(src|href)=\"(?!/|#|data:,\")|https?://|\\son[a-z]+=|\\sstyle=|innerHTML")
                .matcher(answer.body());
        assertThat(elsewhere.results().map(MatchResult::group)).isEmpty();
    }
}
