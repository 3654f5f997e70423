package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.RawServer;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Secrets are sent wherever a request can carry one, the server repeats all of it, and then everything is searched that
 * a program could print: log, exceptions with their causes and properties, events, {@code toString}.
 */
@Timeout(60)
class EchoTest {
    private static final String TOKEN = "t3Tok/en+\"<&>\\'%7=0123456789abcdefghij";
    private static final String AK = "A3KEXAMPLE0123456789";
    private static final String SK = "s3KEXAMPLE/0123456789+abcdefghij";
    private static final String SECURITY_TOKEN = "s3curity/Token+0123456789==";
    private static final String PASSWORD = "p3\"ss\\wörd/&<1>";
    private static final String IAM_TOKEN = "i3mToken/+0123456789abcdefghijkl";
    private static final String LOGIN_PASSWORD = "l3ginPassword";
    private static final String HEADER = "h3ader-value/0123456789";
    private static final String PROXY_PASSWORD = "x3proxyPassword";

    private static final List<String> SECRETS =
            List.of(TOKEN, AK, SK, SECURITY_TOKEN, PASSWORD, IAM_TOKEN, LOGIN_PASSWORD, HEADER, PROXY_PASSWORD);

    private static final Pattern SIGNATURE = Pattern.compile("Signature=([0-9a-f]{64})");

    @RegisterExtension
    final Cloud cloud = new Cloud();

    /** The signatures that were sent: each is another. */
    private final Set<String> signatures = new ConcurrentSkipListSet<>();

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final List<String> asSeenByCredentials = new CopyOnWriteArrayList<>();
    private final int linesBefore = SuiteLog.lines().size();

    private enum Form {
        PLAIN(text -> text),
        JSON(Form::json),
        JSON_IN_JSON(text -> json(json(text))),
        URL(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
        BASE64(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
        BASE64_URL(
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
        HTML(text -> text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#x27;"));

        @SuppressWarnings("ImmutableEnumChecker") // A lambda that holds nothing.
        private final UnaryOperator<String> write;

        Form(UnaryOperator<String> write) {
            this.write = write;
        }

        private static String json(String text) {
            try {
                return new ObjectMapper().writeValueAsString(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private enum Kind {
        TOKEN {
            @Override
            Credentials make(Cloud cloud) {
                return Credentials.token(EchoTest.TOKEN);
            }
        },
        KEY {
            @Override
            Credentials make(Cloud cloud) {
                return Credentials.accessKey(AK, SK, SECURITY_TOKEN);
            }
        },
        PASSWORD {
            @Override
            Credentials make(Cloud cloud) {
                return Credentials.password("u", EchoTest.PASSWORD, "d", "p").iamEndpoint(cloud.iamUrl());
            }
        },
        LOGIN {
            @Override
            Credentials make(Cloud cloud) {
                String login = "me:" + LOGIN_PASSWORD;
                String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
                return request -> Map.of("Authorization", "Basic " + basic);
            }
        };

        abstract Credentials make(Cloud cloud);
    }

    static Stream<Arguments> kindsAndForms() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Arrays.stream(Form.values()).map(form -> Arguments.of(kind, form)));
    }

    /** All that came, as an error page shows it: each header and the body in one text, and each header by itself. */
    private String echo(RecordedRequest request, Form form) {
        StringBuilder page = new StringBuilder("echo of ").append(request.getRequestLine());
        request.getHeaders()
                .forEach(header ->
                        page.append('\n').append(header.getFirst()).append(": ").append(header.getSecond()));
        if (request.getBody() != null) {
            page.append("\n\n").append(request.getBody().utf8());
        }
        Matcher signature = SIGNATURE.matcher(page);
        while (signature.find()) {
            signatures.add(signature.group(1));
        }
        StringBuilder whole = new StringBuilder(form.write.apply(page.toString()));
        request.getHeaders().forEach(header -> whole.append("\n<p>").append(form.write.apply(header.getSecond())));
        return whole.toString();
    }

    private static MockResponse answer(int status, String body, RecordedRequest request) {
        String token = request.getHeaders().get("X-Auth-Token");
        MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
        if (token != null) {
            answer.setHeader("X-Request-Id", "r-" + token).setHeader("X-Echo", token);
        }
        return answer.setHeader("Retry-After", "0").build();
    }

    private ClientBuilder<Engine> builder(Kind kind) {
        Credentials credentials = kind.make(cloud);
        return cloud.builder(new Watched(credentials, asSeenByCredentials))
                .header("X-Tenant-Key", HEADER)
                .retry(RetryPolicy.standard().withMaxAttempts(2).withBaseDelay(Duration.ofMillis(1)))
                .listener(new CallListener() {
                    @Override
                    public void onCall(CallEvent call) {
                        events.add(call);
                    }

                    @Override
                    public void onTry(TryEvent attempt) {
                        events.add(attempt);
                    }
                });
    }

    /** Credentials that note how their requests print. */
    private record Watched(Credentials credentials, List<String> seen) implements Credentials {
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            seen.add(request.toString());
            return credentials.headers(request);
        }

        @Override
        public boolean rejected(OutgoingRequest request) {
            seen.add(request.toString());
            return credentials.rejected(request);
        }
    }

    private static String printed(Throwable thrown) {
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        List<Object> told = new ArrayList<>(List.of(printed, thrown.getMessage()));
        if (thrown instanceof VpcepException e) {
            told.add(String.valueOf(e.requestId()));
        }
        if (thrown instanceof VpcepServiceException e) {
            told.addAll(List.of(e.rawBody(), e.headers(), e.code() + "", e.serverMessage() + ""));
        }
        if (thrown instanceof VpcepDecodeException e) {
            told.addAll(List.of(e.rawBody(), e.headers(), e.field()));
        }
        return told.toString();
    }

    private String everythingShown(Engine engine, @Nullable Throwable thrown) {
        List<Object> shown = new ArrayList<>(events);
        events.forEach(event -> {
            Throwable failure = event instanceof CallListener.CallEvent call
                    ? call.failure()
                    : ((CallListener.TryEvent) event).failure();
            if (failure != null) {
                shown.add(printed(failure));
            }
        });
        if (thrown != null) {
            shown.add(printed(thrown));
        }
        shown.add(engine);
        shown.addAll(asSeenByCredentials);
        SuiteLog.lines().stream().skip(linesBefore).forEach(line -> shown.add(line.text()));
        return shown.toString();
    }

    private void assertNoSecretIn(String shown) {
        String lower = shown.toLowerCase(Locale.ROOT);
        Collection<String> all = new ArrayList<>(SECRETS);
        all.addAll(signatures);
        for (String secret : all) {
            for (Form form : Form.values()) {
                String written = form.write.apply(secret).replaceAll("^[\\\\\"]+|[\\\\\"=]+$", "");
                assertThat(lower).as("%s of %s", form, secret).doesNotContain(written.toLowerCase(Locale.ROOT));
            }
            // As part of a longer text in Base64 it looks otherwise, by what stands before it.
            for (int before = 1; before < 3; before++) {
                String base64 = Base64.getEncoder()
                        .encodeToString(("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8));
                assertThat(shown).doesNotContain(base64.substring(4, base64.length() - 4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndForms")
    void everythingShown_whenAnErrorPageEchoesTheRequest_hasNoSecret(Kind kind, Form form) {
        Cloud.answer(cloud.iam(), request -> Cloud.token(IAM_TOKEN, "2999-01-01T00:00:00Z"));
        try (Engine engine = builder(kind).build()) {
            Throwable thrown = null;
            for (int status : new int[] {400, 401, 429, 500, 503}) {
                Cloud.answer(cloud.api(), request -> answer(status, echo(request, form), request));
                thrown = catchThrowable(() -> Cloud.write(engine, "x", Map.of("name", "n")));
                assertThat(thrown).isInstanceOf(VpcepServiceException.class);
                assertThat(((VpcepServiceException) thrown).rawBody()).contains("***");
            }
            // With what failed before, which the events hold.
            assertNoSecretIn(everythingShown(engine, thrown));
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndForms")
    void everythingShown_whenTheServersWordsEchoTheRequest_hasNoSecret(Kind kind, Form form) {
        Cloud.answer(cloud.iam(), request -> Cloud.token(IAM_TOKEN, "2999-01-01T00:00:00Z"));
        Cloud.answer(cloud.api(), request -> {
            String words = Form.json(echo(request, form));
            return answer(400, "{\"error\":{\"code\":\"shelf.1018\",\"message\":" + words + "}}", request);
        });
        try (Engine engine = builder(kind).build()) {
            Throwable thrown = catchThrowable(() -> Cloud.read(engine, "x"));
            assertThat(((VpcepServiceException) thrown).code()).isEqualTo("shelf.1018");
            assertThat(((VpcepServiceException) thrown).serverMessage()).contains("***");
            assertNoSecretIn(everythingShown(engine, thrown));
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndForms")
    void everythingShown_whenASuccessThatIsNotUnderstoodEchoesTheRequest_hasNoSecret(Kind kind, Form form) {
        Cloud.answer(cloud.iam(), request -> Cloud.token(IAM_TOKEN, "2999-01-01T00:00:00Z"));
        for (String start : List.of("", "{\"token\":", "{\"a\":1}")) {
            Cloud.answer(
                    cloud.api(),
                    request -> answer(200, start + echo(request, form).substring(8), request));
            try (Engine engine = builder(kind).build()) {
                Throwable thrown = catchThrowable(() -> Cloud.read(engine, "x"));
                assertThat(thrown).isInstanceOf(VpcepDecodeException.class);
                assertNoSecretIn(everythingShown(engine, thrown));
            }
        }
    }

    /** Jackson names the word that it stumbles over, and older ones print the begin of the body. */
    @Test
    void everythingShown_whenTheBodyIsTheToken_hasNoSecret() {
        Cloud.answer(cloud.api(), request -> answer(200, request.getHeaders().get("X-Auth-Token"), request));
        try (Engine engine = builder(Kind.TOKEN).build()) {
            Throwable thrown = catchThrowable(() -> Cloud.read(engine, "x"));
            assertThat(thrown).isInstanceOf(VpcepDecodeException.class);
            assertNoSecretIn(everythingShown(engine, thrown));
        }
    }

    @Test
    void everythingShown_whenAPathOrQueryHoldsTheToken_hasNoSecret() {
        Cloud.answer(cloud.api(), request -> answer(500, echo(request, Form.PLAIN), request));
        try (Engine engine = builder(Kind.TOKEN).build()) {
            Throwable thrown = catchThrowable(() -> Cloud.read(engine, TOKEN, TOKEN));
            assertThat(thrown).isInstanceOf(VpcepServiceException.class);
            assertNoSecretIn(everythingShown(engine, thrown));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingShown_whenIamEchoesTheRequest_hasNoSecret(Form form) {
        for (int status : new int[] {201, 401, 500}) {
            Cloud.answer(
                    cloud.iam(),
                    request -> answer(status, echo(request, form) + form.write.apply(IAM_TOKEN), request)
                            .newBuilder()
                            .setHeader("X-Subject-Token", IAM_TOKEN)
                            .build());
            try (Engine engine = builder(Kind.PASSWORD).build()) {
                Throwable thrown = catchThrowable(() -> Cloud.read(engine, "x"));
                assertThat(thrown).isInstanceOf(VpcepException.class);
                assertNoSecretIn(everythingShown(engine, thrown));
            }
        }
    }

    @Test
    void everythingShown_whenTheServerBabblesTheRequest_hasNoSecret() throws Exception {
        try (RawServer server = new RawServer("X-Auth-Token: " + TOKEN + "\r\nX-Tenant-Key: " + HEADER + "\r\n\r\n");
                Engine engine = builder(Kind.TOKEN)
                        .endpoint(server.url("http"))
                        .retry(RetryPolicy.none())
                        .build()) {
            Throwable thrown = catchThrowable(() -> Cloud.read(engine, "x"));
            assertThat(thrown).isInstanceOf(VpcepException.class).hasMessageContaining("***");
            assertNoSecretIn(everythingShown(engine, thrown));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingShown_whenAProxyEchoesTheRequest_hasNoSecret(Form form) {
        Cloud.answer(cloud.api(), request -> answer(502, echo(request, form), request));
        InetSocketAddress proxy =
                new InetSocketAddress(cloud.api().getHostName(), cloud.api().getPort());
        try (Engine engine = builder(Kind.TOKEN)
                .endpoint("http://vpcep.example.test")
                .allowPlainHttp()
                .proxy(new Proxy(Proxy.Type.HTTP, proxy))
                .proxyCredentials("me", PROXY_PASSWORD)
                .build()) {
            Throwable thrown = catchThrowable(() -> Cloud.read(engine, "x"));
            assertThat(thrown).isInstanceOf(VpcepServiceException.class);
            assertNoSecretIn(everythingShown(engine, thrown));
        }
    }

    @Test
    void request_asCredentialsSeeIt_printsWhereItGoesOnly() {
        Cloud.answer(cloud.api(), request -> Cloud.json(401, "{}"));
        try (Engine engine = builder(Kind.TOKEN).build()) {
            assertThat(catchThrowable(() -> Cloud.read(engine, "x", "s3cret"))).isNotNull();
        }
        String server = cloud.api().url("/").toString();
        assertThat(asSeenByCredentials)
                .hasSize(2)
                .containsOnly("OutgoingRequest[GET " + server + "v1/" + Cloud.PROJECT_ID + "/things/x]");
    }
}
