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
import org.jspecify.annotations.Nullable;
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
                "Location",
                "Link",
                "ETag",
                "Referer",
                "Origin",
                "Content-Location",
                "Content-Disposition",
                "WWW-Authenticate",
                "X-Forwarded-For"
            })
    void headers_whoseValueMayBeAnything_areShownByName(String name) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(name, List.of("s3cret"));
        headers.put("Content-Type", List.of("text/plain"));
        assertThat(redactor.headers(headers)).isEqualTo("{" + name + ": ***, Content-Type: text/plain}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Encoding",
                "Allow",
                "Cache-Control",
                "Connection",
                "Content-Encoding",
                "Content-Language",
                "Content-Length",
                "Content-Type",
                "Date",
                "Expires",
                "Host",
                "Last-Modified",
                "Retry-After",
                "Server",
                "Transfer-Encoding",
                "User-Agent",
                "Vary",
                "Via",
                "X-Project-Id",
                "X-Request-Id",
                "X-Sdk-Date"
            })
    void headers_thatTellHowRequestsGo_areShown(String name) {
        assertThat(redactor.headers(Map.of(name, List.of("shown")))).isEqualTo("{" + name + ": shown}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwd",
                "userPassword",
                "TOKEN_ID",
                "clientSecret",
                "authorization",
                "cookies",
                "credentials",
                "signature",
                "api-key",
                "apiKey",
                "API_TOKEN"
            })
    void fields_namedLikeSecrets_areHidden(String name) {
        assertThat(redactor.text("{\"" + name + "\":\"s3cret\"}")).isEqualTo("{\"" + name + "\":\"***\"}");
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
                "{\"password\":\"s3, cr}et\",\"a\":\"b\"}|{\"password\":\"***\",\"a\":\"b\"}",
                "{\"token\":,\"a\":1}|{\"token\":,\"a\":1}",
                "{\"token\":12\"34,\"a\":1}|{\"token\":\"***\",\"a\":1}",
                "{\"token\":12\\,\"a\":1}|{\"token\":\"***\",\"a\":1}",
                "{\"token\":|{\"token\":",
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
        "//me@host,//***@host",
        ":pw@host,***@host",
        "me@host//a,me@host//a",
        "a:b@c d:e@f,***@c ***@f",
        "'a:b@c\"d:e@f','***@c\"***@f'",
        "me:p!w@host,***@host",
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

    /** Of two that begin alike the longer one is what stands there. */
    @ParameterizedTest
    @CsvSource({"s3cret-one,s3cret-one-and-more", "s3cret-one-and-more,s3cret-one"})
    void text_withOneSecretWithinAnother_losesTheLongerOne(String first, String second) {
        redactor.learn(first);
        redactor.learn(second);
        assertThat(redactor.text("was s3cret-one-and-more")).isEqualTo("was ***");
        assertThat(redactor.text("was s3cret-one, s3cret-one-and-more.")).isEqualTo("was ***, ***.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void blanks_areNoSecret(String blank) {
        redactor.learn(blank);
        assertThat(redactor.text("- - -")).isEqualTo("- - -");
    }

    @Test
    void headers_thatAreShown_loseLearntSecretsAndLineBreaks() {
        redactor.learn(TOKEN);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Server", List.of("a\r\nb", TOKEN));
        assertThat(redactor.headers(headers)).isEqualTo("{Server: a b, ***}");
    }

    @Test
    void kept_losesWhatIsSecretByName_andWhatWasLearnt() {
        redactor.learn(TOKEN);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-Subject-Token", List.of("a", "b"));
        headers.put("Location", List.of("https://me:pw@host/", "at " + TOKEN));
        assertThat(redactor.kept(headers))
                .containsExactly(
                        Map.entry("X-Subject-Token", List.of("***")),
                        Map.entry("Location", List.of("https://***@host/", "at ***")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/a?token=s3cret,https://host/a…",
        "https://host/a#me:pw@host,https://host/a…",
        "?a,…",
        "ht!tp://host,",
        "https://me:pw@host/a,",
        "https://host:123456/a,",
        "https://[::1]:80/a,https://[::1]:80/a",
        "a b.c-d_e,a b.c-d_e",
        "'',''"
    })
    void address_thatCannotBeUsed_isShownOnlyWhenItHoldsNoLogin(String given, @Nullable String shown) {
        assertThat(Redactor.address(given)).isEqualTo(shown);
    }

    @Test
    void oneLine_hasABlankInPlaceOfControls() {
        assertThat(Redactor.oneLine("\na")).isEqualTo(" a");
        assertThat(Redactor.oneLine("a\r\n\tb\u0000")).isEqualTo("a b ");
        assertThat(Redactor.oneLine("\u007f  c")).isEqualTo("   c");
        assertThat(Redactor.oneLine("a  b")).isEqualTo("a  b");
    }

    /** Both sides of each bound: of a word's part, of a cut, of a text's end, of Base64. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "abcdefgh|xabcdefghy|x***y",
                "abcdefg|xabcdefgy|xabcdefgy",
                "abcdefg|x abcdefg y|x *** y",
                "abcdefgh|x abcd|x ***",
                "abcdefgh|x abc|x abc",
                "abcdefgh|x abcd y|x abcd y",
                "abcdefg|x abcd|x abcd",
                "abcdefghijklmnopqrstuvwx|x abcdefghijkl… y|x abcdefghijkl… y",
                "abcdefghijklmnopqrstuvwxy|x abcdefghijkl… y|x ***… y",
                "abcdefghijklmnopqrstuvwxy|x abcdefghijk… y|x abcdefghijk… y",
                "abcdefghijklm%25nopqrstuvwxyz|x abcdefghijklm%25nopqrstuvwxyz y|x *** y",
                "pass|cGFzcw==|cGFzcw==",
                "passw|cGFzc3c=|***",
                "passw|cGFzc3dY.|***.",
                "passw|écGFzc3c=é|é***é",
                "passw|a+cGFzc3c=|***",
                "~~~???|was fn5+Pz8/.|was ***.",
                "~~~???|was fn5-Pz8_.|was ***.",
                "p|%22p%22|%22***%22",
                "p|\\u0022p\\u0022|\\u0022***\\u0022",
                "p|u0022p|u0022p",
                "p|x22p|x22p",
                "p|22p|22p",
                "p|2p|2p",
                "p|p2|p2"
            })
    void text_losesALearntSecret_asFarAsItIsOne(String secret, String text, String shown) {
        redactor.learn(secret);
        assertThat(redactor.text(text)).isEqualTo(shown);
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
                "Authorization|Basic bWU6czNjcmV0cA==|bWU6czNjcmV0cA== s3cretp me:s3cretp",
                "Authorization|Bearer czNjcmV0LXc==|czNjcmV0LXc==",
                "Authorization|s3cret-alone|s3cret-alone",
                "Authorization|Digest =s3cret-99|=s3cret-99",
                "Authorization|Digest a=s3cret-99|s3cret-99",
                "X-Auth-Token|abc|abc",
                "X-Trace|01234567|01234567"
            })
    void header_thatWasSent_isKnownInPartsToo(String name, String value, String parts) {
        redactor.learnHeader(name, value);
        for (String part : parts.split(" ", -1)) {
            assertThat(redactor.text("was " + part)).isEqualTo("was ***");
        }
        assertThat(redactor.text("SDK-HMAC-SHA256 host;x-sdk-date")).isEqualTo("SDK-HMAC-SHA256 host;x-sdk-date");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Project-Id,0123456789abcdef,0123456789abcdef",
        "Content-Type,application/json,application/json",
        "X-Mode,dry-run,dry-run",
        "X-Mode,mode=dry-run-99,dry-run-99",
        "Authorization,'Bearer ','Bearer '",
        "Authorization,Bearer bWU6czNjcmV0cHc=,s3cretpw"
    })
    void header_thatIsHarmless_orPartOfOne_isNoSecret(String name, String value, String part) {
        redactor.learnHeader(name, value);
        assertThat(redactor.text("was " + part)).isEqualTo("was " + part);
    }

    @Test
    void thrown_withoutSecrets_isTheSame() {
        IOException failure = new IOException("broken", new IllegalStateException("pipe"));
        failure.addSuppressed(new IllegalStateException("closed"));
        assertThat(redactor.thrown(failure)).isSameAs(failure);
    }

    @Test
    void thrown_withASecretInItselfOrBeneath_isReplaced() {
        redactor.learn(TOKEN);
        RuntimeException bad = new IllegalStateException(TOKEN);
        Throwable suppressing = new IllegalStateException("outer");
        suppressing.addSuppressed(bad);
        for (Throwable each : List.of(bad, new IllegalStateException("outer", bad), suppressing)) {
            assertThat(redactor.thrown(each))
                    .isNotSameAs(each)
                    .isNotInstanceOf(IOException.class)
                    .hasMessage(each.toString().replace(TOKEN, "***"))
                    .hasNoSuppressedExceptions();
        }
    }

    /** What is deeper is not read, and not shown either. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thrown_withTwentyBeneath_isTheSame_andWithMoreIsReplaced(boolean isSuppressed) {
        Throwable twenty = chain(20, isSuppressed);
        assertThat(redactor.thrown(twenty)).isSameAs(twenty);

        Throwable shown = redactor.thrown(chain(30, isSuppressed));
        int causes = 0;
        for (Throwable each = shown; each.getCause() != null; each = each.getCause()) {
            causes++;
        }
        assertThat(shown).hasMessage("java.lang.Exception: 30");
        assertThat(causes).isEqualTo(isSuppressed ? 0 : 21);
        Throwable more = chain(21, isSuppressed);
        assertThat(redactor.thrown(more)).isNotSameAs(more);
    }

    private static Throwable chain(int length, boolean isSuppressed) {
        Throwable last = new Exception("0");
        for (int i = 1; i <= length; i++) {
            Throwable next = new Exception(String.valueOf(i), isSuppressed ? null : last);
            if (isSuppressed) {
                next.addSuppressed(last);
            }
            last = next;
        }
        return last;
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
