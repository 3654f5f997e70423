package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.connect.ProxyLogin;
import io.github.vpcep.runtime.connect.ServerTrust;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import io.github.vpcep.runtime.waiting.Goal;
import io.github.vpcep.runtime.waiting.Waiter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Cache;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests get to the server: headers, proxy, TLS, and an HTTP client of the caller's own. */
@Timeout(30)
class HttpTest {
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";

    @TempDir
    static Path folder;

    private static final ServerKey KEY = ServerKey.shared();

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private static Path certificate() {
        return KEY.certificate();
    }

    private static MockWebServer tlsServer() throws Exception {
        MockWebServer server = PromptServer.create();
        server.useHttps(KEY.context().getSocketFactory());
        server.start();
        return server;
    }

    private static MockResponse page() {
        return new MockResponse.Builder().body(FaultServer.PAGE).build();
    }

    // Headers

    @Test
    void userAgentSuffix_standsAfterTheClientsOwnName() throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        try (Client client =
                shelf.builder().userAgentSuffix("orders/1.4 (test)").build()) {
            client.list().execute();
        }
        assertThat(shelf.server().takeRequest().getHeaders().values("User-Agent"))
                .containsExactly("shelf-java/1.2.3 orders/1.4 (test)");
        assertThatThrownBy(() -> shelf.builder().userAgentSuffix("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    // Addresses and turns

    @Test
    void hostResolver_findsTheAddresses() throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        List<String> asked = new CopyOnWriteArrayList<>();
        try (Client client = shelf.builder()
                .endpoint("http://shelf.test:" + shelf.server().getPort())
                .allowPlainHttp()
                .hostResolver(host -> {
                    asked.add(host);
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .build()) {
            client.list().execute();
        }
        assertThat(asked).containsExactly("shelf.test");
        assertThat(shelf.server().takeRequest().getHeaders().get("Host")).startsWith("shelf.test:");
    }

    @Test
    void hostResolver_withoutAnAddress_failsTheCall() {
        try (Client client = shelf.builder()
                .endpoint("https://shelf.test")
                .hostResolver(host -> List.of())
                .build()) {
            assertThatThrownBy(() -> client.list().execute())
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("the hostResolver(…) has no address of shelf.test");
        }
    }

    @Test
    void callsAtATime_isWhatRunsAtATime() {
        CyclicBarrier pair = new CyclicBarrier(2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        shelf.server().setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                peak.accumulateAndGet(running.incrementAndGet(), Math::max);
                try {
                    pair.await(20, TimeUnit.SECONDS);
                } catch (BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                } finally {
                    running.decrementAndGet();
                }
                return page();
            }
        });
        try (Client client = shelf.builder().callsAtATime(2).build()) {
            List<CompletableFuture<Shelf.Page>> calls =
                    Stream.generate(() -> client.list().executeAsync()).limit(8).toList();
            calls.forEach(CompletableFuture::join);
        }
        assertThat(peak).hasValue(2);
    }

    // TLS

    @Test
    void trustEveryServerInsecurely_takesAnyCertificate_ofAnyHost() throws Exception {
        try (MockWebServer server = tlsServer()) {
            URI other = URI.create("https://127.0.0.1:" + server.getPort());
            server.enqueue(page());
            try (Client client =
                    shelf.builder().endpoint(other).trustEveryServerInsecurely().build()) {
                assertThat(client.list().execute().total()).isEqualTo(7);
            }
            try (Client client =
                    shelf.builder().endpoint(other).trust(certificate()).build()) {
                assertThatThrownBy(() -> client.list().execute()).hasMessageContaining("TLS failed");
            }
        }
    }

    @Test
    void trust_ofAFile_isAddedToThatOfTheJvm() throws Exception {
        try (MockWebServer server = tlsServer();
                Client client = shelf.builder()
                        .endpoint(server.url("/").uri())
                        .trust(certificate())
                        .build()) {
            server.enqueue(page());
            assertThat(client.list().execute().total()).isEqualTo(7);
            assertThat(Objects.requireNonNull(server.takeRequest().getHandshake())
                            .tlsVersion()
                            .javaName())
                    .isEqualTo("TLSv1.3");
        }
    }

    @Test
    void proxyCredentials_areSentInUtf8() throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        InetSocketAddress proxy = new InetSocketAddress(
                shelf.server().getHostName(), shelf.server().getPort());
        try (Client client = shelf.builder()
                .endpoint("http://shelf.test")
                .allowPlainHttp()
                .proxy(new Proxy(Proxy.Type.HTTP, proxy))
                .proxyCredentials("mü", "pä§")
                .build()) {
            client.list().execute();
        }
        byte[] login = "mü:pä§".getBytes(StandardCharsets.UTF_8);
        assertThat(shelf.server().takeRequest().getHeaders().get("Proxy-Authorization"))
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(login));
    }

    @Test
    void trust_ofAFile_isInEachOfItsCertificates_andEachOfTheJvm() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509Certificate[] ofTheJvm = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers();
        Path file = folder.resolve("two.pem");
        Files.write(file, Files.readAllBytes(certificate()));
        Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(ofTheJvm[0].getEncoded())
                        + "\n-----END CERTIFICATE-----\n",
                StandardOpenOption.APPEND);
        assertThat(ServerTrust.besides(file).trustManager().getAcceptedIssuers())
                .contains(ofTheJvm)
                .contains((X509Certificate) KEY.keys().getCertificate("server"));
    }

    @Test
    void trust_whenFileHoldsNone_saysSo() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> shelf.builder().trust(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file " + empty + " holds no certificate");
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        assertThatThrownBy(() -> shelf.builder().trust(nonsense))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> shelf.builder().trust(folder.resolve("none.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void tls_usesTheContextThatWasGiven() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", KEY.keys().getCertificate("server"));
        factory.init(trusted);
        X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        try (MockWebServer server = tlsServer();
                Client client = shelf.builder()
                        .endpoint(server.url("/").uri())
                        .tls(context, manager)
                        .build()) {
            server.enqueue(page());
            assertThat(client.list().execute().total()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenCertificateIsNotTrusted_isNotMade(Face face) throws Exception {
        try (MockWebServer server = tlsServer();
                Client client = shelf.builder()
                        .retry(RetryPolicy.standard())
                        .endpoint(server.url("/").uri())
                        .build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("TLS failed");
        }
        assertThat(shelf.time().pauses()).isEmpty();
    }

    /** Asking again, it would be the same: a wait ends, whatever time it has. */
    @ParameterizedTest
    @EnumSource
    void await_whenCertificateIsNotTrusted_endsAtOnce(Face face) throws Exception {
        try (MockWebServer server = tlsServer();
                Client client = shelf.builder().endpoint(server.url("/").uri()).build()) {
            Waiter<Book> waiter = new Waiter<>(
                    Goal.of("SortBooks", "b-1", Book::title, "sorted"),
                    most -> client.sort("b-1").within(most).execute(),
                    most -> client.sort("b-1").within(most).executeAsync(),
                    client.engine()::isAbsence,
                    client.engine()::isPassing,
                    client.engine().pauses(),
                    Duration.ofDays(1));
            assertThatThrownBy(() -> face.await(waiter))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("TLS failed");
        }
        assertThat(shelf.time().pauses()).isEmpty();
    }

    // Proxy

    /** A proxy for plain HTTP is an HTTP server that is sent whole addresses. */
    private static Proxy proxy(MockWebServer server) {
        return new Proxy(Proxy.Type.HTTP, server.getSocketAddress());
    }

    private Client throughTunnel(MockWebServer proxy) {
        return shelf.builder()
                .endpoint("https://localhost:1")
                .trust(certificate())
                .proxy(proxy(proxy))
                .proxyCredentials("me", "s3cret")
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void proxy_isSentWholeAddressesAndItsLogin(Face face) throws Exception {
        shelf.answers(200, BOOK);
        try (Client client = shelf.builder()
                .endpoint("http://shelf.test")
                .allowPlainHttp()
                .proxy(proxy(shelf.server()))
                .proxyCredentials("me", "s3cret")
                .build()) {
            assertThat(face.send(client.add(new Book("b", 1)))).isEqualTo(new Book("t", 1));
        }
        RecordedRequest request = shelf.server().takeRequest();
        assertThat(request.getTarget()).isEqualTo("http://shelf.test/v1/p-1/books");
        assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic bWU6czNjcmV0");
    }

    @Test
    void proxy_whenItRefusesTheLogin_isAskedOnce() {
        shelf.answers(407, "");
        try (Client client = shelf.builder()
                .endpoint("http://shelf.test")
                .allowPlainHttp()
                .proxy(proxy(shelf.server()))
                .proxyCredentials("me", "s3cret")
                .build()) {
            assertThatThrownBy(() -> client.list().execute())
                    .isInstanceOf(VpcepServiceException.class)
                    .hasMessageContaining("HTTP 407");
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void proxy_whenItRefusesTheLoginForATunnel_isAskedOnce() throws Exception {
        try (MockWebServer server = tlsServer();
                Client client = throughTunnel(server)) {
            for (int i = 0; i < 2; i++) {
                server.enqueue(new MockResponse.Builder().inTunnel().code(407).build());
            }
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(VpcepTransportException.class);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void proxy_opensATunnelForHttps_andTheServerNeverSeesTheLogin() throws Exception {
        try (MockWebServer server = tlsServer();
                Client client = throughTunnel(server)) {
            server.enqueue(new MockResponse.Builder().inTunnel().build());
            server.enqueue(page());
            assertThat(client.list().execute().total()).isEqualTo(7);
            RecordedRequest connect = server.takeRequest();
            assertThat(connect.getMethod()).isEqualTo("CONNECT");
            assertThat(connect.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic bWU6czNjcmV0");
            assertThat(connect.getHeaders().get("X-Auth-Token")).isNull();
            RecordedRequest request = server.takeRequest();
            assertThat(request.getHeaders().get("Proxy-Authorization")).isNull();
            assertThat(request.getHeaders().get("X-Auth-Token")).isEqualTo("s3cret");
        }
    }

    @Test
    void proxy_canBeChosenByAddress() throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        ProxySelector selector = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy(shelf.server()));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        try (Client client = shelf.builder()
                .endpoint("http://shelf.test")
                .allowPlainHttp()
                .proxy(selector)
                .build()) {
            client.list().execute();
        }
        assertThat(shelf.server().takeRequest().getTarget()).isEqualTo("http://shelf.test/v1/p-1/books");
    }

    @Test
    void proxyCredentials_areNotShown() {
        assertThat(new ProxyLogin("me", "s3cret")).hasToString("ProxyLogin(***)");
        assertThatThrownBy(() -> shelf.builder().proxyCredentials("a:b", "s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    // An HTTP client of the caller's own

    @ParameterizedTest
    @EnumSource
    void http_ofTheCallersOwn_isUsedAndLeftOpen(Face face) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        List<Integer> tries = new CopyOnWriteArrayList<>();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    calls.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .addNetworkInterceptor(chain -> {
                    Response answer = chain.proceed(chain.request());
                    tries.add(answer.code());
                    return answer;
                })
                .build();
        shelf.answers(503, "");
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .http(HttpStack.of(own))
                .retry(RetryPolicy.standard())
                .build()) {
            face.send(client.list());
            assertThat(client.connections()).isSameAs(own.connectionPool());
        }
        assertThat(calls).hasValue(1);
        assertThat(tries).containsExactly(503, 200);
        assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
        free(own);
    }

    @Test
    void close_endsItsOwnCallsOnASharedHttpClientOnly() throws Exception {
        OkHttpClient own = new OkHttpClient();
        for (int i = 0; i < 2; i++) {
            shelf.server()
                    .enqueue(new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
        }
        okhttp3.Call others = own.newCall(
                new Request.Builder().url(shelf.server().url("/").toString()).build());
        var unused = CompletableFuture.runAsync(() -> {
            try {
                others.execute().close();
            } catch (IOException e) {
                // Cancelled below.
            }
        });
        shelf.server().takeRequest();
        Client client = shelf.builder().http(HttpStack.of(own)).build();
        CompletableFuture<?> future = client.list().executeAsync();
        shelf.server().takeRequest();
        client.close();
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(VpcepTransportException.class);
        assertThat(others.isCanceled()).isFalse();
        others.cancel();
        free(own);
    }

    @Test
    void http_customized_keepsWhatIsTheClientsOwn() {
        Dispatcher own = new Dispatcher();
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(307)
                        .setHeader("Location", "/elsewhere")
                        .build());
        try (Client client = shelf.builder()
                .http(HttpStack.customized(
                        http -> http.dispatcher(own).followRedirects(true).retryOnConnectionFailure(true)))
                .build()) {
            assertThatThrownBy(() -> client.list().execute()).hasMessage("ListBooks failed with HTTP 307");
        }
        assertThat(own.executorService().isShutdown()).isFalse();
        own.executorService().shutdown();
    }

    @Test
    void http_customized_beginsWithAsManyCallsAsRunAtATime() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        shelf.builder()
                .callsAtATime(7)
                .http(HttpStack.customized(http -> {
                    Dispatcher dispatcher = http.build().dispatcher();
                    seen.add(dispatcher.getMaxRequests());
                    seen.add(dispatcher.getMaxRequestsPerHost());
                }))
                .build()
                .close();
        assertThat(seen).isNotEmpty().containsOnly(7);
    }

    /** Seen from where interceptors of the caller's own are, above the tries and below them. */
    @Test
    void timeouts_areTheClientsOwn_whateverTheHttpClientHas() {
        List<String> seen = new CopyOnWriteArrayList<>();
        Interceptor looking = chain -> {
            seen.add(chain.connectTimeoutMillis() + " " + chain.readTimeoutMillis() + " " + chain.writeTimeoutMillis()
                    + " " + chain.call().timeout().timeoutNanos());
            return chain.proceed(chain.request());
        };
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .connectTimeout(Duration.ofSeconds(11))
                .readTimeout(Duration.ofSeconds(12))
                .callTimeout(Duration.ofSeconds(13))
                .http(HttpStack.customized(http -> http.callTimeout(Duration.ofSeconds(1))
                        .addInterceptor(looking)
                        .addNetworkInterceptor(looking)))
                .build()) {
            client.list().execute();
            assertThat(seen).hasSize(2).containsOnly("11000 12000 12000 13000000000");
            shelf.answers(200, FaultServer.PAGE);
            new Client(client.engine()
                            .with(CallOptions.builder()
                                    .readTimeout(Duration.ofSeconds(14))
                                    .build()))
                    .list()
                    .execute();
        }
        assertThat(seen.get(3)).isEqualTo("11000 14000 14000 13000000000");
    }

    /** An HTTP client that would act on answers by itself, wherever OkHttp lets it. */
    private static OkHttpClient.Builder eager() {
        return new OkHttpClient.Builder()
                .followRedirects(true)
                .retryOnConnectionFailure(true)
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "of the caller's own")
                        .build())
                .cache(new Cache(folder.resolve("cache").toFile(), 1 << 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308, 401, 407, 408, 421, 503})
    void http_ofTheCallersOwn_sendsNothingAgainByItself(int status) throws Exception {
        OkHttpClient own = eager().build();
        for (Face face : Face.values()) {
            int before = shelf.server().getRequestCount();
            for (int i = 0; i < 2; i++) {
                shelf.server()
                        .enqueue(new MockResponse.Builder()
                                .code(status)
                                .setHeader("Retry-After", 0)
                                .setHeader("Location", "/elsewhere")
                                .setHeader("WWW-Authenticate", "Basic realm=\"shelf\"")
                                .build());
            }
            try (Client client = shelf.builder().http(HttpStack.of(own)).build()) {
                assertThatThrownBy(() -> face.send(client.list()))
                        .isInstanceOf(VpcepServiceException.class)
                        .hasMessageContaining("HTTP " + status);
                assertThat(shelf.server().getRequestCount()).isEqualTo(before + 1);
                assertThatThrownBy(() -> face.send(client.add(new Book("b", 1))))
                        .isInstanceOf(VpcepServiceException.class);
                assertThat(shelf.server().getRequestCount()).isEqualTo(before + 2);
            }
        }
        free(own);
    }

    @Test
    void http_ofTheCallersOwn_answersNothingFromItsCache() {
        OkHttpClient own = eager().build();
        for (int total = 1; total <= 2; total++) {
            shelf.server()
                    .enqueue(new MockResponse.Builder()
                            .setHeader("Cache-Control", "max-age=3600")
                            .body("{\"books\":[],\"total\":" + total + "}")
                            .build());
            try (Client client = shelf.builder()
                    .http(HttpStack.of(own))
                    .credentials(Credentials.token("of user " + total))
                    .build()) {
                assertThat(client.list().execute().total()).isEqualTo(total);
            }
        }
        free(own);
    }

    private static void free(OkHttpClient http) {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
