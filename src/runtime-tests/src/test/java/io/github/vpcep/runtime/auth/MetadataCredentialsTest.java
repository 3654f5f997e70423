package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a cloud server's temporary key is fetched, signed with and renewed; the second server stands for its metadata.
 */
class MetadataCredentialsTest extends TemporaryKeyContract {
    private static final String NO_AGENCY = "Please configure Cloud Service Agency first";

    private final AtomicInteger passes = new AtomicInteger();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    /** What the service wants to be sent, null if it knows no tokens. */
    private volatile @Nullable String wanted = "pass-1";

    @Override
    MetadataCredentials credentials() {
        return Credentials.metadata().endpoint(cloud.iam().url("/").uri()).timed(clock, clock::nanoTime);
    }

    /** The metadata of a server with an agency: a token is given and wanted, and each key is another, of an hour. */
    @Override
    void serverGivesKeys() {
        Cloud.answer(cloud.iam(), request -> {
            asked.add(request.getRequestLine().replace(" HTTP/1.1", ""));
            if (request.getTarget().equals("/meta-data/latest/api/token")) {
                return wanted == null ? Cloud.json(404, "") : pass(request);
            }
            boolean isIn = wanted == null || wanted.equals(request.getHeaders().get("X-Metadata-Token"));
            return isIn && request.getTarget().equals("/openstack/latest/securitykey")
                    ? key()
                    : Cloud.json(401, "Unauthorized");
        });
    }

    private MockResponse pass(RecordedRequest request) {
        wanted = "pass-" + passes.incrementAndGet();
        boolean isAsDocumented = request.getMethod().equals("PUT")
                && "0".equals(request.getHeaders().get("Content-Length"))
                && "21600".equals(request.getHeaders().get("X-Metadata-Token-Ttl-Seconds"));
        return isAsDocumented ? Cloud.json(200, wanted) : Cloud.json(400, "");
    }

    @Override
    String serverName() {
        return "The metadata service";
    }

    @Override
    String method() {
        return "metadata";
    }

    @Test
    void call_isSignedWithTheKeyOfTheMachine_whichATokenOfTheServiceGives() throws Exception {
        serverGivesKeys();
        try (Engine engine = cloud.builder(credentials()).build()) {
            Cloud.read(engine, "x");
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(asked).containsExactly("PUT /meta-data/latest/api/token", "GET /openstack/latest/securitykey");
    }

    @Test
    void service_thatKnowsNoTokens_isAskedWithout() throws Exception {
        wanted = null;
        serverGivesKeys();
        try (Engine engine = cloud.builder(credentials()).build()) {
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
        cloud.iam().takeRequest();
        assertThat(cloud.iam().takeRequest().getHeaders().get("X-Metadata-Token"))
                .isNull();
    }

    @Test
    void service_whoseTokenIsWornOut_isAskedForANewOne() throws Exception {
        serverGivesKeys();
        try (Engine engine = cloud.builder(credentials()).build()) {
            Cloud.read(engine, "x");
            wanted = "another";
            clock.move(Duration.ofHours(2));
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(signedBy()).isEqualTo("AK2 st2");
        assertThat(asked)
                .containsExactly(
                        "PUT /meta-data/latest/api/token",
                        "GET /openstack/latest/securitykey",
                        "GET /openstack/latest/securitykey",
                        "PUT /meta-data/latest/api/token",
                        "GET /openstack/latest/securitykey");
    }

    @Test
    void service_isAskedPastTheProxy() throws Exception {
        serverGivesKeys();
        Proxy proxy = new Proxy(
                Proxy.Type.HTTP,
                new InetSocketAddress(cloud.api().getHostName(), cloud.api().getPort()));
        try (Engine engine = cloud.builder(credentials())
                .endpoint("http://shelf.invalid")
                .allowPlainHttp()
                .proxy(proxy)
                .build()) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().getRequestCount()).isEqualTo(1);
        assertThat(cloud.api().takeRequest().getTarget()).startsWith("http://shelf.invalid/");
        assertThat(asked).hasSize(2);
    }

    @Test
    void server_withoutAgency_isToldSo() {
        Cloud.answer(
                cloud.iam(),
                request -> request.getMethod().equals("PUT") ? Cloud.json(200, "pass") : Cloud.json(401, NO_AGENCY));
        try (Engine engine = cloud.builder(credentials()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("The machine has no agency: give it one in the console")
                    .hasMessageContaining("ECS metadata GET " + cloud.iamUrl() + "openstack/latest/securitykey");
        }
        assertThat(cloud.iam().getRequestCount()).isEqualTo(2);
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @Test
    void service_thatRefusesItsOwnNewToken_isNotAskedAgain() {
        Cloud.answer(
                cloud.iam(),
                request -> request.getMethod().equals("PUT") ? Cloud.json(200, "pass") : Cloud.json(401, "no pass"));
        try (Engine engine = cloud.builder(credentials()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("HTTP 401: no ***")
                    .hasMessageNotContaining("pass");
        }
        assertThat(cloud.iam().getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "a b", "a\u00e9", "a\u007f", "a\tb"})
    void service_whoseOwnTokenIsNone_isToldSo(String pass) {
        Cloud.answer(
                cloud.iam(),
                request -> request.getMethod().equals("PUT") ? Cloud.json(200, pass) : Cloud.json(200, "{}"));
        try (Engine engine = cloud.builder(credentials()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(VpcepDecodeException.class)
                    .hasMessageEndingWith("the body cannot be read at the token: it is no token");
        }
        assertThat(cloud.iam().getRequestCount()).isEqualTo(1);
    }

    @Test
    void service_isSentItsOwnToken_ofWhateverCharactersAHeaderHolds() throws Exception {
        Cloud.answer(cloud.iam(), request -> request.getMethod().equals("PUT") ? Cloud.json(200, " !~\n") : key());
        try (Engine engine = cloud.builder(credentials()).build()) {
            Cloud.read(engine, "x");
        }
        cloud.iam().takeRequest();
        assertThat(cloud.iam().takeRequest().getHeaders().get("X-Metadata-Token"))
                .isEqualTo("!~");
    }

    @Test
    void service_thatFails_isAServerFailure() {
        Cloud.answer(cloud.iam(), request -> Cloud.json(500, "{}"));
        try (Engine engine =
                cloud.builder(credentials()).retry(RetryPolicy.none()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(ServerFailureException.class);
        }
        assertThat(cloud.iam().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "s3cret | at credential: the answer is no JSON",
                "{} | credential.access",
                "{\"credential\":{\"access\":\" \"}} | credential.access: it is missing or not text",
                "{\"credential\":{\"access\":\"a\",\"secret\":7}} | credential.secret",
                "{\"credential\":{\"access\":\"a\",\"secret\":\"s3cret\"}} | credential.securitytoken",
                "{\"credential\":{\"access\":\"a\",\"secret\":\"s3cret\",\"securitytoken\":\"t\",\"expires_at\":\"s3cret\"}}"
                        + " | credential.expires_at",
                "{\"credential\":{\"access\":\"a\",\"secret\":\"s3cret x\",\"securitytoken\":\"t\",\"expires_at\":"
                        + "\"2026-01-31T09:00:00.000000Z\"}} | credential"
            })
    void unreadableAnswer_namesTheField_andIsNotRepeated(String body, String field) {
        Cloud.answer(
                cloud.iam(),
                request -> request.getMethod().equals("PUT") ? Cloud.json(405, "") : Cloud.json(200, body));
        try (Engine engine = cloud.builder(credentials()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(VpcepDecodeException.class)
                    .hasMessageContaining(field)
                    .hasMessageContaining(cloud.iamUrl())
                    .hasMessageNotContaining("s3cret")
                    .satisfies(thrown -> assertThat(((VpcepDecodeException) thrown).rawBody())
                            .doesNotContain("s3cret"));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void endpoint_thatIsNone_isRefused() {
        assertThatThrownBy(() -> Credentials.metadata().endpoint(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("endpoint must not be null");
    }

    @Test
    void endpoint_thatIsNoWebAddress_isRefused() {
        assertThatThrownBy(() -> Credentials.metadata().endpoint(URI.create("ftp://metadata.example.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("endpoint must be an address that starts with http:// or https:// and has a host");
    }

    @Test
    void service_isTheOneThatTheEnvironmentNames() throws Exception {
        serverGivesKeys();
        MetadataCredentials named = MetadataCredentials.of(
                Map.of("VPCEP_METADATA_ENDPOINT", cloud.iam().url("").toString()));
        try (Engine engine = cloud.builder(named.timed(clock, clock::nanoTime)).build()) {
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
    }

    @Test
    void service_thatTheEnvironmentNamesBadly_isNone() {
        assertThatThrownBy(() -> MetadataCredentials.of(Map.of("VPCEP_METADATA_ENDPOINT", "127.0.0.1:80")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VPCEP_METADATA_ENDPOINT must be an address that starts with http:// or https:// and has a"
                        + " host");
    }

    @Test
    void service_isThatOfEachCloudServer_unlessTheEnvironmentNamesAnother() {
        for (Map<String, String> variables :
                List.of(Map.<String, String>of(), Map.of("VPCEP_METADATA_ENDPOINT", " "))) {
            try (Engine engine = cloud.builder(MetadataCredentials.of(variables))
                    .retry(RetryPolicy.none())
                    .http(HttpStack.customized(http -> http.addInterceptor(chain -> {
                        if (chain.request().url().host().equals("169.254.169.254")) {
                            throw new IOException("no cloud");
                        }
                        return chain.proceed(chain.request());
                    })))
                    .build()) {
                assertThatThrownBy(() -> Cloud.read(engine, "x"))
                        .isInstanceOf(VpcepTransportException.class)
                        .hasMessage("ECS metadata GET http://169.254.169.254/openstack/latest/securitykey got no usable"
                                + " answer: The metadata service was not reached, or did not answer"
                                + " [http://169.254.169.254:80, java.io.IOException: no cloud]")
                        .hasCauseInstanceOf(IOException.class);
            }
        }
    }

    /** Else the credentials would wait for themselves. */
    @Test
    void service_atTheApisOwnAddress_isSentNoCredentials() throws Exception {
        Cloud.answer(cloud.api(), request -> switch (request.getTarget()) {
            case "/meta-data/latest/api/token" -> Cloud.json(200, "pass");
            case "/openstack/latest/securitykey" -> key();
            default -> Cloud.json(200, "{\"ok\":true}");
        });
        try (Engine engine = cloud.builder(
                        credentials().endpoint(cloud.api().url("/").uri()))
                .build()) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(cloud.api().takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(signedBy()).isEqualTo("AK1 st1");
    }

    /** Requests that are under way until they are answered. */
    private static final class Requests implements HttpAccess {
        private final List<CompletableFuture<?>> sent = new ArrayList<>();
        private final List<Duration> limits = new ArrayList<>();
        private @Nullable Runnable answer;

        @Override
        public Object client() {
            return this;
        }

        @Override
        public <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, Reading<T> reading) {
            CompletableFuture<T> future = new CompletableFuture<>();
            sent.add(future);
            limits.add(limit);
            boolean isForPass = request.method().equals("PUT");
            answer = () -> {
                try {
                    future.complete(reading.of(new Response.Builder()
                            .request(request)
                            .protocol(Protocol.HTTP_1_1)
                            .code(isForPass ? 200 : 401)
                            .message("")
                            .body(ResponseBody.create("pass", null))
                            .build()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            return future;
        }

        @Override
        public <T> T await(CompletableFuture<T> future, String what) {
            return future.join();
        }

        void answerLast() {
            Objects.requireNonNull(answer).run();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void fetch_thatIsCancelled_endsTheRequestUnderWay_whicheverItIs(int answered) {
        Requests requests = new Requests();
        CompletableFuture<Token> fetch = credentials().fetch(requests);
        for (int i = 0; i < answered; i++) {
            requests.answerLast();
        }
        fetch.cancel(false);
        assertThat(requests.sent).hasSize(answered + 1);
        assertThat(requests.sent.get(answered)).isCancelled();
        assertThat(requests.limits).containsOnly(Duration.ofSeconds(5));
    }
}
