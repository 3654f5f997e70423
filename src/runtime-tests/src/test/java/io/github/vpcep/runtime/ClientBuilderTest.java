package io.github.vpcep.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.connect.HttpSettings;
import io.github.vpcep.runtime.connect.ProxyLogin;
import io.github.vpcep.runtime.connect.ServerTrust;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Shelf;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad setting fails where it is made, in words. */
class ClientBuilderTest {
    private final ClientBuilder<Engine> builder =
            new ClientBuilder<>(Shelf.CONTRACT, settings -> new Engine(Shelf.CONTRACT, settings));

    private ClientBuilder<Engine> complete() {
        return builder.region("north-1").projectId("p-1").credentials(Credentials.token("t"));
    }

    private static String server(Engine engine) {
        return engine.retrofit().baseUrl().toString();
    }

    @Test
    void build_fillsTheRegionIntoTheServersAddress() {
        try (Engine engine = complete().region("ap-southeast-3").build()) {
            assertThat(server(engine)).isEqualTo("https://shelf.ap-southeast-3.example.com/");
            assertThat(engine.projectId()).isEqualTo("p-1");
        }
    }

    @Test
    void build_whereARegionHasAServerOfItsOwn_goesThere() {
        try (Engine engine = complete().region("west-2").build();
                Engine same = complete().region(Shelf.CONTRACT.region("west-2")).build()) {
            assertThat(server(engine)).isEqualTo("https://shelf.west-2.example.eu/");
            assertThat(server(same)).isEqualTo(server(engine));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vpcep.example.com",
                "HTTP://localhost:8080/",
                "http://127.0.0.1:1/base",
                "http://[::1]:8080",
                "http://sandbox.localhost",
                "http://127.9.9.9"
            })
    void endpoint_whenItIsAnAddress_isTaken(String endpoint) {
        try (Engine engine = builder.endpoint(endpoint)
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build()) {
            assertThat(server(engine)).isEqualToIgnoringCase(endpoint.endsWith("/") ? endpoint : endpoint + "/");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vpcep.example.com",
                "HTTP://vpcep_sandbox:8080",
                "http://127.example.com",
                "http://localhost.example.com",
                "http://169.254.169.254",
                "http://[fe80::1]",
                "http://0.0.0.0:8080"
            })
    void endpoint_ofHttpOnAnotherMachine_needsAWord(String endpoint) {
        builder.endpoint(endpoint).projectId("p").credentials(Credentials.token("t"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The endpoint " + endpoint + " is of http on another machine, where all that is sent can be"
                        + " read on its way: take https, or set .allowPlainHttp()");
        try (Engine engine = builder.allowPlainHttp().build()) {
            assertThat(server(engine)).isEqualToIgnoringCase(endpoint + "/");
        }
    }

    @Test
    void iam_isNeverToldASecretByHttp_butOnThisMachine() {
        builder.allowPlainHttp();
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> builder.iamEndpoint("http://iam.example.com"),
                () -> Credentials.password("u", "s3cret", "d", "p").iamEndpoint("http://iam.example.com"),
                () -> Credentials.accessKeyToken("ak", "s3cret", "p").iamEndpoint("HTTP://iam.example.com:8080"))) {
            assertThatThrownBy(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("iamEndpoint is \"http://iam.example.com")
                    .hasMessageNotContaining("s3cret");
        }
        assertThatCode(() -> Credentials.password("u", "s3cret", "d", "p").iamEndpoint("http://localhost:8080"))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> badEndpoints() {
        return Stream.of(
                Arguments.of("", "endpoint must not be blank"),
                Arguments.of("vpcep.example.com", "must be an address that starts with http:// or https://"),
                Arguments.of("localhost:8080", "must be an address that starts with http:// or https://"),
                Arguments.of("ftp://example.com", "must be an address that starts with http:// or https://"),
                Arguments.of("http:///path", "must be an address with a host"),
                Arguments.of("http://:8080", "must be an address with a host"),
                Arguments.of("http:opaque", "must be an address with a host"),
                Arguments.of("https://", "must be an address such as https://vpcep.example.com"),
                Arguments.of("https://exa mple.com", "must be an address such as https://vpcep.example.com"),
                Arguments.of("https://example.com?a=1", "without query and fragment"),
                Arguments.of("https://example.com#top", "without query and fragment"),
                Arguments.of("https://example.com:99999", "whose host and port exist"),
                Arguments.of("https://exa%mple.com", "must be an address such as https://vpcep.example.com"));
    }

    @ParameterizedTest
    @MethodSource("badEndpoints")
    void endpoint_whenItIsMalformed_saysWhatIsAllowed(String endpoint, String message) {
        assertThatThrownBy(() -> builder.endpoint(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("endpoint ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpcep.example.com", "localhost:8080", "ftp://example.com/a", "https://exa mple.com"})
    void endpoint_whenItCannotHoldASecret_isRepeated(String endpoint) {
        assertThatThrownBy(() -> builder.endpoint(endpoint))
                .hasMessageStartingWith("endpoint is \"" + endpoint + "\", ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com?token=s3cret", "https://example.com#s3cret"})
    void endpoint_whenItHasMoreThanAnAddress_isRepeatedWithoutThat(String endpoint) {
        assertThatThrownBy(() -> builder.endpoint(endpoint))
                .hasMessageStartingWith("endpoint is \"https://example.com…\", but must be an address without query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:s3cret@example.com",
                "https://me:s3cret@exa mple.com",
                "HTTPS://me:s3cret@example.com/base",
                "https://s3cret@example.com",
                "https://me:a/s3cret@example.com",
                "https://me:a@s3cret@example.com",
                "https://me:a?s3cret@example.com",
                "https://me:a#s3cret@example.com",
                "https://me:s3cret%40example.com",
                "https://me:s3cret",
                "https:me:s3cret@example.com",
                "https:/me:s3cret@example.com",
                "https:///me:s3cret@example.com",
                "https:\\\\me:s3cret@example.com",
                "ftp://me:s3cret@example.com",
                "me:s3cret@example.com",
                "//me:s3cret@example.com",
                " https://me:s3cret@example.com",
                "https://me:s3cret@[::1]:99999",
                "https://me:s3cret@example.com:99999"
            })
    void endpoint_whenItHasUserInformation_refusesWithoutRepeatingIt(String endpoint) {
        assertThatThrownBy(() -> builder.endpoint(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("endpoint ")
                .hasMessageNotContaining("null")
                .hasNoCause()
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> builder.iamEndpoint(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("iamEndpoint ")
                .hasNoCause()
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> Credentials.password("u", "p", "d", "project").iamEndpoint(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("iamEndpoint ")
                .hasNoCause()
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void setting_whenASecretIsPutInTheWrongPlace_isNotRepeated() {
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> builder.proxyCredentials("me:s3cret", ""),
                () -> builder.proxy(new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved("me:s3cret@proxy.example.com", 8080))),
                () -> builder.header("Authorization: Bearer s3cret", ""),
                () -> builder.header("X", "s3cret\n"),
                () -> builder.userAgentSuffix("s3cret\n"),
                () -> builder.projectId("my s3cret"))) {
            assertThatThrownBy(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a/b", "-a", "a-", "a b", "a@b", "北京", "x#", "{region}"})
    void region_whenItDoesNotFitInAHostName_saysWhatIsAllowed(String region) {
        assertThatThrownBy(() -> builder.region(region))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region is \"" + region
                        + "\", but must be a name of letters, digits and inner hyphens, such as north-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void setters_whenTextIsBlank_nameTheSetting(String blank) {
        assertThatThrownBy(() -> builder.region(blank)).hasMessage("region must not be blank");
        assertThatThrownBy(() -> builder.endpoint(blank)).hasMessage("endpoint must not be blank");
        assertThatThrownBy(() -> builder.projectId(blank)).hasMessage("projectId must not be blank");
        assertThatThrownBy(() -> Credentials.token(blank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token must not be blank");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void setters_whenValueIsNull_nameTheSetting() {
        assertThatThrownBy(() -> builder.region((String) null)).hasMessage("region must not be null");
        assertThatThrownBy(() -> builder.region((Region) null)).hasMessage("region must not be null");
        assertThatThrownBy(() -> builder.proxy((ProxySelector) null)).hasMessage("proxy must not be null");
        X509TrustManager manager = ServerTrust.inEverybody().trustManager();
        assertThatThrownBy(() -> builder.tls(null, manager)).hasMessage("context must not be null");
        SSLContext context = ServerTrust.inEverybody().context();
        assertThatThrownBy(() -> builder.tls(context, null)).hasMessage("trustManager must not be null");
        assertThatThrownBy(() -> builder.endpoint((URI) null)).hasMessage("endpoint must not be null");
        assertThatThrownBy(() -> builder.endpoint((String) null)).hasMessage("endpoint must not be null");
        assertThatThrownBy(() -> builder.projectId(null)).hasMessage("projectId must not be null");
        assertThatThrownBy(() -> builder.credentials(null)).hasMessage("credentials must not be null");
        assertThatThrownBy(() -> builder.readTimeout(null)).hasMessage("readTimeout must not be null");
        assertThatThrownBy(() -> builder.retry(null)).hasMessage("retry must not be null");
        assertThatThrownBy(() -> builder.listener(null)).hasMessage("listener must not be null");
        assertThatThrownBy(() -> builder.proxy((Proxy) null)).hasMessage("proxy must not be null");
        assertThatThrownBy(() -> builder.proxyCredentials("me", null)).hasMessage("password must not be null");
        assertThatThrownBy(() -> builder.header("X", null)).hasMessage("header X must not be null");
        assertThatThrownBy(() -> builder.http(null)).hasMessage("http must not be null");
        assertThatThrownBy(() -> builder.hostResolver(null)).hasMessage("resolver must not be null");
        assertThatThrownBy(() -> builder.trust(null)).hasMessage("certificates must not be null");
        assertThatThrownBy(() -> Credentials.token(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token must not be null");
    }

    @Test
    void settings_showNoSecret() {
        String settings = new Settings(
                        URI.create("http://localhost"),
                        Credentials.token("s3cret"),
                        null,
                        Duration.ofSeconds(1),
                        CallOptions.builder()
                                .projectId("p-1")
                                .header("X-Key", "s3cret")
                                .build(),
                        new HttpSettings(null, new ProxyLogin("me", "s3cret"), null, null, 64, null),
                        100,
                        "",
                        List.of())
                .toString();
        assertThat(settings).contains("p-1").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void callsAtATime_outOfBounds_isRefused(int calls) {
        assertThatThrownBy(() -> builder.callsAtATime(calls))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("callsAtATime is \"" + calls + "\", but must be from 1 to 10000");
    }

    @Test
    void projectId_whenItHasALineBreak_refuses() {
        assertThatThrownBy(() -> builder.projectId("abc\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an id without white space");
    }

    static Stream<BiConsumer<ClientBuilder<Engine>, Duration>> timeouts() {
        return Stream.of(ClientBuilder::connectTimeout, ClientBuilder::readTimeout, ClientBuilder::callTimeout);
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void timeout_whenItIsOutOfBounds_saysWhatIsAllowed(BiConsumer<ClientBuilder<Engine>, Duration> timeout) {
        for (Duration bad : new Duration[] {
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofNanos(999_999),
            Duration.ofDays(25),
            Duration.ofSeconds(Long.MAX_VALUE)
        }) {
            assertThatThrownBy(() -> timeout.accept(builder, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(connect|read|call)Timeout is \"" + bad
                            + "\", but must be from one millisecond to 24 days");
        }
        assertThatCode(() -> timeout.accept(builder, Duration.ofMillis(1))).doesNotThrowAnyException();
        assertThatCode(() -> timeout.accept(builder, Duration.ofDays(24))).doesNotThrowAnyException();
    }

    @Test
    void build_whenSomethingIsMissing_namesIt() {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Neither region nor endpoint is set: "
                        + "set .region(\"north-1\") or .endpoint(\"https://…\")");
        builder.endpoint("http://localhost");
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("credentials is not set: set .credentials(…) before .build()");
        builder.credentials(Credentials.token("t"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("projectId is not set: set .projectId(…) before .build(), or a region, in which IAM is"
                        + " asked for it");
    }

    @Test
    void build_whenRegionAndEndpointAreSet_goesToTheEndpoint() {
        try (Engine engine = complete().endpoint("http://localhost").build()) {
            assertThat(server(engine)).isEqualTo("http://localhost/");
        }
    }

    @Test
    void build_withAnAddressOfIam_tellsItTheCredentials() {
        Regional credentials = new Regional();
        complete()
                .credentials(credentials)
                .iamEndpoint("https://iam.example.com")
                .build()
                .close();
        assertThat(credentials.regions)
                .hasSize(1)
                .allSatisfy(region -> assertThat(region.iamEndpoint()).hasToString("https://iam.example.com"));
    }

    /** Remembers the regions that it was asked for. */
    private static final class Regional implements Credentials {
        private final List<Region> regions = new ArrayList<>();

        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return Map.of();
        }

        @Override
        public Credentials inRegion(Region region) {
            regions.add(region);
            return this;
        }
    }

    @Test
    void build_withARegion_asksTheCredentialsForIt() {
        Regional credentials = new Regional();
        complete().credentials(credentials).build().close();
        assertThat(credentials.regions).containsExactly(Shelf.CONTRACT.region("north-1"));
    }

    @Test
    void build_withAnEndpoint_takesTheCredentialsAsTheyAre() {
        Regional credentials = new Regional();
        builder.endpoint("http://localhost")
                .projectId("p")
                .credentials(credentials)
                .build()
                .close();
        assertThat(credentials.regions).isEmpty();
    }
}
