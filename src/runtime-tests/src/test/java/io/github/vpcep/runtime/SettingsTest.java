package io.github.vpcep.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.connect.HttpSettings;
import io.github.vpcep.runtime.connect.ServerTrust;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.contract.RegionalServer;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is made with, for what its builder was told. */
class SettingsTest {
    private static ClientBuilder<Settings> builder(Contract contract) {
        return new ClientBuilder<>(contract, settings -> settings);
    }

    private static ClientBuilder<Settings> builder() {
        return builder(Shelf.CONTRACT).region("north-1").projectId("p-1").credentials(Credentials.token("t"));
    }

    /** Knows its project and its region, and has no headers. */
    private record Known(
            @Nullable String projectId, @Nullable String regionId) implements Credentials {
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return Map.of();
        }
    }

    @Test
    void settings_thatAreNotSet_areThePromisedOnes() {
        Credentials credentials = new Known(null, null);
        Settings settings = builder().credentials(credentials).build();
        assertThat(settings.endpoint()).hasToString("https://shelf.north-1.example.com");
        assertThat(settings.credentials()).isSameAs(credentials);
        assertThat(settings.project()).isNull();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.http()).isEqualTo(new HttpSettings(null, null, null, null, 64, null));
        assertThat(settings.retryBudget()).isEqualTo(100);
        assertThat(settings.userAgentSuffix()).isEmpty();
        assertThat(settings.listeners()).isEmpty();
        assertThat(settings.options())
                .hasToString("CallOptions[projectId=p-1, retry=" + RetryPolicy.standard()
                        + ", callTimeout=PT1M, readTimeout=PT30S, answerLimit=33554432, headers=[]]");
    }

    @Test
    void settings_ofCalls_areTaken() {
        Settings settings = builder()
                .connectTimeout(Duration.ofSeconds(1))
                .readTimeout(Duration.ofSeconds(2))
                .callTimeout(Duration.ofSeconds(3))
                .retry(RetryPolicy.none())
                .answerLimit(1024)
                .header("A", "b")
                .userAgentSuffix("orders/1")
                .build();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.userAgentSuffix()).isEqualTo("orders/1");
        assertThat(settings.options())
                .hasToString("CallOptions[projectId=p-1, retry=" + RetryPolicy.none()
                        + ", callTimeout=PT3S, readTimeout=PT2S, answerLimit=1024, headers=[A]]");
        assertThat(settings)
                .hasToString(
                        "Settings[endpoint=https://shelf.north-1.example.com, options=" + settings.options() + "]");
        assertThatIllegalArgumentException().isThrownBy(() -> builder().userAgentSuffix(" "));
    }

    @Test
    void numbers_areTakenUpToTheirBounds() {
        for (int calls : new int[] {1, 10_000}) {
            assertThat(builder().callsAtATime(calls).build().http().callsAtATime())
                    .isEqualTo(calls);
        }
        for (int retries : new int[] {0, 1_000_000}) {
            assertThat(builder().retryBudget(retries).build().retryBudget()).isEqualTo(retries);
        }
        for (int bytes : new int[] {1 << 10, 1 << 30}) {
            assertThat(builder().answerLimit(bytes).build().options().answerLimit())
                    .isEqualTo(bytes);
        }
        for (int bytes : new int[] {(1 << 10) - 1, (1 << 30) + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().answerLimit(bytes))
                    .withMessage("answerLimit is \"" + bytes + "\", but must be from 1024 to 1073741824 bytes");
        }
    }

    @Test
    void listeners_areToldInTheOrderInWhichTheyWereSet() {
        CallListener first = call -> {};
        CallListener second = call -> {};
        ClientBuilder<Settings> builder = builder().listener(first).listener(second);
        Settings settings = builder.build();
        builder.listener(first);
        assertThat(settings.listeners()).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource({"set,known,set", "set,,set", ",known,known"})
    void project_isTheOneThatIsSet_elseThatOfTheCredentials(
            @Nullable String set, @Nullable String known, String projectId) {
        ClientBuilder<Settings> builder =
                builder(Shelf.CONTRACT).region("north-1").credentials(new Known(known, null));
        if (set != null) {
            builder.projectId(set);
        }
        Settings settings = builder.build();
        assertThat(settings.options().projectId()).isEqualTo(projectId);
        assertThat(settings.project()).isNull();
    }

    @Test
    void project_thatNobodyKnows_isAskedFor_ifTheContractHasProjects() {
        Settings settings = builder(Shelf.CONTRACT)
                .region("north-1")
                .credentials(new Known(null, null))
                .iamEndpoint("https://iam.example.com/base")
                .build();
        assertThat(settings.project())
                .hasToString("ProjectLookup[https://iam.example.com/base/v3/projects?name=north-1]");
        assertThat(settings.options().projectId()).isNull();
        assertThatThrownBy(() -> builder(Shelf.CONTRACT.withServers(
                                "north-1", RegionalServer.of("https://shelf.{region}.example.com")))
                        .region("north-1")
                        .credentials(new Known(null, null))
                        .build())
                .hasMessageStartingWith("projectId is not set: set .projectId(…) before .build(), or a region");
        assertThat(builder(Shelf.CONTRACT)
                        .endpoint("http://localhost")
                        .iamEndpoint("https://iam.example.com")
                        .projectId("p")
                        .credentials(new Known(null, null))
                        .build()
                        .endpoint())
                .hasToString("http://localhost");
        assertThat(builder(Shelf.CONTRACT.withoutProject())
                        .region("north-1")
                        .credentials(new Known(null, null))
                        .build()
                        .project())
                .isNull();
    }

    @Test
    void credentials_areNeeded_ifTheContractWantsThem() {
        ClientBuilder<Settings> builder = builder(Shelf.CONTRACT.withoutCredentials())
                .endpoint("http://localhost")
                .projectId("p");
        OutgoingRequest none = (OutgoingRequest) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OutgoingRequest.class}, (proxy, method, given) -> null);
        assertThat(builder.build().credentials().headers(none)).isEmpty();
        Credentials token = Credentials.token("t");
        assertThat(builder.credentials(token).build().credentials()).isSameAs(token);
    }

    @ParameterizedTest
    @CsvSource({"north-1,west-1,north-1.example.com", ",west-1,west-1.example.eu", "west-2,,west-2.example.eu"})
    void region_isTheOneThatIsSet_elseThatOfTheCredentials(
            @Nullable String set, @Nullable String known, String server) {
        ClientBuilder<Settings> builder = builder(Shelf.CONTRACT).projectId("p").credentials(new Known(null, known));
        if (set != null) {
            builder.region(set);
        }
        assertThat(builder.build().endpoint()).hasToString("https://shelf." + server);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void credentials_thatAreNoneInARegion_areRefused() {
        assertThatThrownBy(() -> builder()
                        .credentials(new Credentials() {
                            @Override
                            public Map<String, String> headers(OutgoingRequest request) {
                                return Map.of();
                            }

                            @Override
                            public Credentials inRegion(Region region) {
                                return null;
                            }
                        })
                        .build())
                .hasMessageStartingWith("what the credentials gave for region ")
                .hasMessageEndingWith(" must not be null");
    }

    @Test
    void proxy_isThatOfEveryAddress() {
        SocketAddress address = InetSocketAddress.createUnresolved("proxy.example.com", 8080);
        for (Proxy proxy : List.of(new Proxy(Proxy.Type.HTTP, address), Proxy.NO_PROXY)) {
            ProxySelector selector =
                    Objects.requireNonNull(builder().proxy(proxy).build().http().proxy());
            assertThat(selector.select(URI.create("https://a"))).containsExactly(proxy);
        }
        ProxySelector own = ProxySelector.of(null);
        assertThat(builder().proxy(own).build().http().proxy()).isSameAs(own);
        assertThat(builder().proxyCredentials("me", "").build().http().proxyLogin())
                .hasToString("ProxyLogin(***)");
        for (String user : List.of(":", "me:s3cret", " ")) {
            assertThatIllegalArgumentException().isThrownBy(() -> builder().proxyCredentials(user, ""));
        }
    }

    @Test
    void trust_isWhatWasSetLast() throws Exception {
        ServerTrust all = Objects.requireNonNull(
                builder().trustEveryServerInsecurely().build().http().trust());
        assertThat(all.isBlind()).isTrue();
        SSLContext context = SSLContext.getDefault();
        ServerTrust own = Objects.requireNonNull(builder()
                .trustEveryServerInsecurely()
                .tls(context, all.trustManager())
                .build()
                .http()
                .trust());
        assertThat(own).isEqualTo(new ServerTrust(context, all.trustManager(), false));
    }

    @Test
    void http_isTheStackThatWasGiven() {
        OkHttpClient client = new OkHttpClient();
        HttpStack stack = HttpStack.of(client);
        assertThat(builder().http(stack).build().http().stack()).isSameAs(stack);
        assertThat(stack.shared()).isSameAs(client);
        OkHttpClient.Builder changed = new OkHttpClient.Builder();
        stack.change(changed);
        AtomicReference<OkHttpClient.Builder> seen = new AtomicReference<>();
        HttpStack customized = HttpStack.customized(seen::set);
        assertThat(customized.shared()).isNull();
        customized.change(changed);
        assertThat(seen).hasValue(changed);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void http_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpStack.of(null))
                .withMessage("client must not be null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpStack.customized(null))
                .withMessage("change must not be null");
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may do
    private static List<InetAddress> nothing() {
        return null;
    }

    @Test
    void resolver_givesItsAddresses_orTheHostIsNotKnown() throws Exception {
        List<InetAddress> addresses = new ArrayList<>(List.of(InetAddress.getLoopbackAddress()));
        Dns dns = Objects.requireNonNull(
                builder().hostResolver(host -> addresses).build().http().resolver());
        assertThat(dns.lookup("a")).isEqualTo(List.of(InetAddress.getLoopbackAddress()));
        addresses.clear();
        for (Dns none : List.of(
                dns,
                Objects.requireNonNull(
                        builder().hostResolver(host -> nothing()).build().http().resolver()))) {
            assertThatThrownBy(() -> none.lookup("a.example.com"))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("the hostResolver(…) has no address of a.example.com");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"projectId", "retry", "callTimeout", "readTimeout", "answerLimit"})
    void options_goBeforeOthers_oneByOne(String name) {
        CallOptions.Builder one = CallOptions.builder();
        switch (name) {
            case "projectId" -> one.projectId("p-2");
            case "retry" -> one.retry(RetryPolicy.none());
            case "callTimeout" -> one.callTimeout(Duration.ofSeconds(7));
            case "readTimeout" -> one.readTimeout(Duration.ofSeconds(8));
            default -> one.answerLimit(2048);
        }
        String set = one.build().toString();
        String base = builder().build().options().toString();
        String value = set.replaceAll(".*[\\[ ](" + name + "=(RetryPolicy\\[[^\\]]*\\]|[^,]*)), .*", "$1");
        assertThat(one.build().over(builder().build().options()))
                .hasToString(base.replaceAll(name + "=(RetryPolicy\\[[^\\]]*\\]|[^,]*), ", value + ", "));
        assertThat(one.build().over(CallOptions.builder().build())).hasToString(set);
        assertThat(one.build().toBuilder().build()).hasToString(set);
        assertThat(CallOptions.builder().build().over(one.build())).hasToString(set);
        assertThat(set)
                .contains(value)
                .isNotEqualTo(CallOptions.builder().build().toString());
    }

    @Test
    void options_thatAreBuilt_areNotChangedAnyMore() {
        CallOptions.Builder builder = CallOptions.builder().header("A", "b");
        CallOptions options = builder.build();
        builder.header("C", "d");
        assertThat(options.headers()).isEqualTo(Map.of("A", "b"));
        assertThatThrownBy(() -> options.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void response_keepsWhatItIsGiven_withHeadersOfAnyCase() {
        List<String> values = new ArrayList<>(List.of("b"));
        ApiResponse<String> response = ApiResponse.of("v", 201, Map.of("X-A", values), "r-1", "{}");
        values.add("c");
        assertThat(response.headers()).isEqualTo(Map.of("X-A", List.of("b"))).containsKey("x-a");
        assertThatThrownBy(() -> response.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(response.value()).isEqualTo("v");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.requestId()).isEqualTo("r-1");
        assertThat(response.rawBody()).isEqualTo("{}");
        assertThat(response).hasToString("ApiResponse[status=201, requestId=r-1, value=v]");
    }

    @Test
    void event_keepsWhatItIsGiven() {
        Exception failure = new IllegalStateException("f");
        CallListener.TryEvent attempt = CallListener.TryEvent.of("A", 2, Duration.ofSeconds(1))
                .withPause(Duration.ofSeconds(2))
                .withFailure(failure)
                .withStatus(503);
        assertThat(attempt.operation()).isEqualTo("A");
        assertThat(attempt.number()).isEqualTo(2);
        assertThat(attempt.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempt.pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(attempt.failure()).isSameAs(failure);
        assertThat(attempt.status()).isEqualTo(503);
        CallListener.CallEvent call = CallListener.CallEvent.of("A", 2, Duration.ofSeconds(1))
                .withFailure(failure)
                .withStatus(503);
        assertThat(call.operation()).isEqualTo("A");
        assertThat(call.tries()).isEqualTo(2);
        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(call.failure()).isSameAs(failure);
        assertThat(call.status()).isEqualTo(503);
        assertThat(call.outcome()).isEqualTo("IllegalStateException");
    }
}
