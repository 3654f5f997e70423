package io.github.vpcep.runtime.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a secret, wherever it stands and however it is written. */
class RedactorTest {
    private static final String TOKEN = "MIIEvQ+IBAD/ANBgkq\"hkiG9w0BAQEFAASC\\BKcwgg<SjAg>EAAoIB&AQC%7=";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "X-Auth-Token",
                "x-security-token",
                "X-Subject-Token",
                "Cookie",
                "Set-Cookie",
                "Proxy-Authorization",
                "X-Api-Key",
                "X-Tenant",
                "Location"
            })
    void headers_whoseValueMayBeAnything_areShownByName(String name) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(name, List.of("s3cret"));
        headers.put("Content-Type", List.of("text/plain"));
        assertThat(redactor.headers(headers)).isEqualTo("{" + name + ": ***, Content-Type: text/plain}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"s3cret\"}|{\"password\":\"***\"}",
                "{\"Password\" : \"s3cret\",\"a\":1}|{\"Password\" : \"***\",\"a\":1}",
                "{\"password\":\"s3cr\\\"et\\\\\",\"a\":1}|{\"password\":\"***\",\"a\":1}",
                "{\"password\":\"s3cret|{\"password\":\"***\"",
                "{\"password\":\"s3cret\\|{\"password\":\"***\"",
                "{\"password\":null}|{\"password\":null}",
                "{\"access_token\":12345,\"a\":1}|{\"access_token\":\"***\",\"a\":1}",
                "{\"token\":{\"id\":\"i\",\"client_secret\":\"s3cret\"}}"
                        + "|{\"token\":{\"id\":\"i\",\"client_secret\":\"***\"}}",
                "{\"token\":[\"a\"]}|{\"token\":[\"a\"]}",
                "{\"securitytoken\":\"s3cret\",\"token\":\"s3cret\"}|{\"securitytoken\":\"***\",\"token\":\"***\"}",
                "{\"a\":\"password\"}|{\"a\":\"password\"}",
                "not json|not json",
                "``|``"
            })
    void text_losesTheValuesOfFieldsNamedLikeSecrets(String text, String shown) {
        assertThat(redactor.text(text)).isEqualTo(shown);
    }

    @Test
    void text_whenASecretIsHuge_isStillRead() {
        assertThat(redactor.text("{\"token\":\"" + "\\\\".repeat(200_000) + "\",\"a\":1}"))
                .isEqualTo("{\"token\":\"***\",\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "see https://me:pw@host:80/a,see https://***@host:80/a",
        "see https://me@host,see https://***@host",
        "https://me:p/w@host,https://***@host",
        "https://me:p@w@host,https://***@host",
        "me:pw@host: unknown,***@host: unknown",
        "mail to me@host,mail to me@host",
        "@,@",
        "https://host/a,https://host/a"
    })
    void text_losesLoginsOfAddresses(String text, String shown) {
        assertThat(redactor.text(text)).isEqualTo(shown);
    }

    /** The echoes of an error page: of the whole secret, which has a character of each kind that somebody escapes. */
    @Test
    void text_losesWhatWasLearnt_howeverItIsWritten() {
        redactor.learn(TOKEN);
        byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        StringBuilder units = new StringBuilder();
        StringBuilder hex = new StringBuilder();
        StringBuilder entities = new StringBuilder();
        TOKEN.chars().forEach(c -> {
            units.append(String.format("\\u%04x", c));
            hex.append(String.format("%%%02X", c));
            entities.append("&#").append(c).append(';');
        });
        String json = TOKEN.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
        String url = java.net.URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
        List<String> spellings = List.of(
                TOKEN,
                TOKEN.toLowerCase(java.util.Locale.ROOT),
                json,
                json.replace("\\", "\\\\").replace("\"", "\\\""),
                units.toString(),
                url,
                url.replace("%", "%25"),
                hex.toString(),
                TOKEN.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                entities.toString());
        for (String spelling : spellings) {
            assertThat(redactor.text("before " + spelling + " after")).isEqualTo("before *** after");
        }
        for (String login : List.of("", "m", "me", "me:", "user:")) {
            byte[] whole = (login + TOKEN + "x").getBytes(StandardCharsets.UTF_8);
            assertThat(redactor.text("Basic " + Base64.getEncoder().encodeToString(whole) + "."))
                    .isEqualTo("Basic ***.");
            assertThat(redactor.text("Basic " + Base64.getUrlEncoder().encodeToString(whole) + "."))
                    .isEqualTo("Basic ***.");
        }
        assertThat(redactor.text(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                .isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pä$$wörd-1", "a%25b%41c+d e", "back\\\\slash\\", "密码密码密码密码", "a&amp;b&lt;c"})
    void text_losesLearntTextOfAnyScript(String secret) {
        redactor.learn(secret);
        assertThat(redactor.text("x:" + secret + ";")).isEqualTo("x:***;");
        assertThat(redactor.text("x:" + java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8) + ";"))
                .isEqualTo("x:***;");
        String latin = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(redactor.text("x:" + latin + ";")).isEqualTo("x:***;");
    }

    @Test
    void text_whenItIsCut_losesWhatIsLeft() {
        redactor.learn(TOKEN);
        assertThat(redactor.text("Invalid token " + TOKEN.substring(0, 20) + "… in header"))
                .isEqualTo("Invalid token ***… in header");
        assertThat(redactor.text("Invalid token " + TOKEN.substring(0, 5))).isEqualTo("Invalid token ***");
    }

    @Test
    void text_losesAShortSecretWhereItStandsAlone() {
        redactor.learn("p");
        assertThat(redactor.text("please keep \"p\", p=%22p%22 and p"))
                .isEqualTo("please keep \"***\", ***=%22***%22 and ***");
    }

    @Test
    void text_withoutSecrets_isTheSame() {
        redactor.learn(TOKEN);
        String text = "{\"error\":{\"code\":\"EndPoint.0005\",\"message\":\"Not found\"}}";
        assertThat(redactor.text(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization|SDK-HMAC-SHA256 Access=HSTAKEXAMPLE, SignedHeaders=host;x-sdk-date, Signature=0a1b2c3d4e"
                        + "|HSTAKEXAMPLE 0a1b2c3d4e",
                "Authorization|Bearer eyJhbGciOi.J9|eyJhbGciOi.J9",
                "Proxy-Authorization|Basic bWU6czNjcmV0cHc=|bWU6czNjcmV0cHc= s3cretpw me:s3cretpw",
                "Cookie|session=abcdef123; theme=dark|abcdef123",
                "X-Auth-Token|abc|abc",
                "X-Trace|0123456789|0123456789"
            })
    void header_thatWasSent_isKnownInPartsToo(String name, String value, String parts) {
        redactor.learnHeader(name, value);
        for (String part : parts.split(" ", -1)) {
            assertThat(redactor.text("was " + part)).isEqualTo("was ***");
        }
        assertThat(redactor.text("SDK-HMAC-SHA256 host;x-sdk-date")).isEqualTo("SDK-HMAC-SHA256 host;x-sdk-date");
    }

    @ParameterizedTest
    @CsvSource({"X-Project-Id, 0123456789abcdef", "Content-Type, application/json", "X-Mode, dry"})
    void header_thatIsHarmless_isNoSecret(String name, String value) {
        redactor.learnHeader(name, value);
        assertThat(redactor.text("was " + value)).isEqualTo("was " + value);
    }

    @Test
    void thrown_withoutSecrets_isTheSame() {
        IOException failure = new IOException("broken", new IllegalStateException("pipe"));
        assertThat(redactor.thrown(failure)).isSameAs(failure);
    }

    @Test
    void thrown_withASecretAmongItsCauses_isReplacedByOneThatPrintsNone() {
        redactor.learn(TOKEN);
        IOException failure = new IOException("outer", new IllegalArgumentException("bad: " + TOKEN));
        failure.addSuppressed(new IOException(TOKEN));

        Throwable shown = redactor.thrown(failure);

        StringWriter printed = new StringWriter();
        shown.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString())
                .doesNotContain(TOKEN)
                .contains("java.io.IOException: outer", "java.lang.IllegalArgumentException: bad: ***");
        assertThat(shown).isInstanceOf(IOException.class);
        assertThat(shown.getStackTrace()).isEqualTo(failure.getStackTrace());
    }

    @Test
    void thrown_whoseCausesGoInACircle_ends() {
        IOException one = new IOException("one");
        one.initCause(new IOException("two", one));
        assertThat(redactor.thrown(one)).hasMessageContaining("one");
    }

    /** Hostile text costs time in proportion to its length: these would take hours otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"@", "//", "//a:", ":@", "\\", "%25", "&", "\"token", "\"token\":", "MIIEvQ"})
    void text_thatIsHostile_isRead(String part) {
        redactor.learn(TOKEN);
        String text = part.repeat(300_000 / part.length());
        assertThat(redactor.text(text)).isNotNull();
    }
}
