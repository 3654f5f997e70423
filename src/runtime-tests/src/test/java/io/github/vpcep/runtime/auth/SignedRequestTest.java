package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed requests against a server that checks the signature of what arrived. */
@Timeout(30)
class SignedRequestTest {
    private static final String SK = "s3cret";

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @BeforeEach
    void check() {
        Cloud.answer(cloud.api(), request -> {
            String fault;
            try {
                fault = SignatureCheck.fault(request, SK);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            return fault == null ? Cloud.json(200, "{\"ok\":true}") : Cloud.json(401, fault);
        });
    }

    private Engine engine() {
        return cloud.builder(Credentials.accessKey("AK7", SK)).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                "a b",
                "a/b",
                "/",
                "//a//",
                "é",
                "e\u0301",
                "北京-服务",
                "🐳",
                "100%",
                "%2F",
                "a%20b",
                "a+b",
                "~*",
                "[x]",
                "{x}|\\^`\"<>",
                "?a=b&c#d",
                ";,:@!$'()=",
                " "
            })
    void call_withAnyTextAsIdAndQuery_isSignedAsItIsSent(String text) throws Exception {
        try (Engine engine = engine()) {
            assertThat(Cloud.read(engine, text)).containsEntry("ok", true);
            assertThat(Cloud.read(engine, text, text, "", "z", "a", text)).containsEntry("ok", true);
            assertThat(Cloud.write(engine, text, Map.of("name", text))).containsEntry("ok", true);
        }
        assertThat(cloud.api().getRequestCount()).as("nothing was tried twice").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?b[]=1&b[]=2|3&%61=x",
                "a?flag",
                "a?flag&flag=&=x",
                "a?x=a+b&y=%7e%7E",
                "a?q=a=b&aé=1&a-=2&a=3&%F0%9F%90%B3=4",
                "%61%2d%7e/[x]/'q'",
                "a//b",
                "",
                "a/"
            })
    void call_withAnAddressEncodedInAnotherStyle_isSignedAsItIsSent(String target) throws Exception {
        try (Engine engine = engine()) {
            String url = cloud.api().url("/").toString() + target;
            assertThat(status(engine, new Request.Builder().url(url).build())).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_000})
    void call_withAnyBody_isSigned(int size) throws Exception {
        try (Engine engine = engine()) {
            RequestBody body = RequestBody.create(new byte[size], null);
            Request request = new Request.Builder()
                    .url(cloud.api().url("/v1/x").toString())
                    .put(body)
                    .build();
            assertThat(status(engine, request)).isEqualTo(200);
        }
    }

    private static int status(Engine engine, Request request) throws IOException {
        try (Response response =
                engine.retrofit().callFactory().newCall(request).execute()) {
            return response.code();
        }
    }

    @Test
    void call_signsTheHeadersOfTheCaller_andReplacesItsOwn() throws Exception {
        try (Engine engine = engine()) {
            Request request = new Request.Builder()
                    .url(cloud.api().url("/v1/x").toString())
                    .header("Host", "vpcep.example.com")
                    .header("X-Item", "1")
                    .header("X-Language", "zh-cn")
                    .header("x_underscore", "1")
                    .header("Authorization", "stale")
                    .header("X-Sdk-Date", "20000101T000000Z")
                    .build();
            assertThat(status(engine, request)).isEqualTo(200);
        }
        RecordedRequest arrived = cloud.api().takeRequest();
        assertThat(arrived.getHeaders().values("Host")).containsExactly("vpcep.example.com");
        assertThat(arrived.getHeaders().values("X-Sdk-Date")).singleElement().isNotEqualTo("20000101T000000Z");
        assertThat(arrived.getHeaders().values("Authorization"))
                .singleElement()
                .asString()
                .contains("SignedHeaders=accept;host;user-agent;x-item;x-language;x-project-id;x-sdk-date,");
    }

    @Test
    void call_withATemporaryKey_sendsAndSignsItsToken() throws Exception {
        try (Engine engine =
                cloud.builder(Credentials.accessKey("AK7", SK, "t0ken")).build()) {
            assertThat(Cloud.read(engine, "x")).containsEntry("ok", true);
        }
        RecordedRequest arrived = cloud.api().takeRequest();
        assertThat(arrived.getHeaders().get("X-Security-Token")).isEqualTo("t0ken");
        assertThat(arrived.getHeaders().get("Authorization")).contains(";x-security-token,");
        assertThat(arrived.getHeaders().get("X-Project-Id")).isEqualTo(Cloud.PROJECT_ID);
    }

    /** Shows that the server would notice, and that a refused signature is not sent again. */
    @Test
    void call_withAWrongKey_isRefusedOnce() {
        try (Engine engine =
                cloud.builder(Credentials.accessKey("AK7", "0ther")).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(cloud.api().getRequestCount()).isEqualTo(1);
    }

    @Test
    void date_isTheClocksInUtc() throws Exception {
        Cloud.answer(
                cloud.api(), request -> new MockResponse.Builder().code(204).build());
        try (Engine engine = cloud.builder(new AccessKeyCredentials("AK7", SK, null, new TestClock()))
                .build()) {
            status(
                    engine,
                    new Request.Builder()
                            .url(cloud.api().url("/v1/x").toString())
                            .build());
        }
        assertThat(cloud.api().takeRequest().getHeaders().get("X-Sdk-Date")).isEqualTo("20260131T080000Z");
    }
}
