package io.github.vpcep.runtime.auth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.github.vpcep.runtime.engine.Engine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What arrives carries the signature that the vendor's own signer makes for the same request at the same time. */
@Tag("random")
@Timeout(120)
class VendorSignatureTest {
    private static final int REQUESTS = 500;
    private static final long SEED = Long.getLong("vpcep.seed", 20260131L);

    private final TestClock clock = new TestClock();

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Test
    void signature_ofAPermanentKey_isTheVendors() throws Exception {
        compare(new AccessKeyCredentials("AK7", "s3cret/key+", null, clock), vendor());
    }

    @Test
    void signature_ofATemporaryKey_isTheVendors() throws Exception {
        compare(
                new AccessKeyCredentials("AK7", "s3cret/key+", "t0ken==", clock),
                vendor().withSecurityToken("t0ken=="));
    }

    private static BasicCredentials vendor() {
        return new BasicCredentials().withAk("AK7").withSk("s3cret/key+").withProjectId(Cloud.PROJECT_ID);
    }

    private void compare(Credentials ours, BasicCredentials vendors) throws Exception {
        Cloud.answer(
                cloud.api(), request -> new MockResponse.Builder().code(204).build());
        Random random = new Random(SEED);
        try (Engine engine = cloud.builder(ours).build()) {
            for (int i = 0; i < REQUESTS; i++) {
                clock.move(Duration.ofSeconds(random.nextInt(100_000)));
                GeneratedRequest request = GeneratedRequest.of(random);
                RecordedRequest arrived = send(engine, request);
                HttpRequest expected = sign(vendors, request, arrived);
                for (String header :
                        List.of("Authorization", "X-Sdk-Date", "X-Project-Id", "X-Security-Token", "Host")) {
                    assertThat(arrived.getHeaders().get(header))
                            .as("%s of request %d of -Dvpcep.seed=%d: %s", header, i, SEED, request)
                            .isEqualTo(expected.getHeader(header));
                }
            }
        }
    }

    private RecordedRequest send(Engine engine, GeneratedRequest request) throws IOException, InterruptedException {
        try (Response response = engine.retrofit()
                .callFactory()
                .newCall(request.toOkHttp(cloud.api().url("/").toString()))
                .execute()) {
            assertThat(response.code()).isEqualTo(204);
        }
        return cloud.api().takeRequest();
    }

    /** Gives the vendor the request as its sender thinks of it, and the other headers that were sent. */
    private HttpRequest sign(BasicCredentials vendors, GeneratedRequest request, RecordedRequest arrived) {
        String server = cloud.api().url("/").toString();
        HttpRequest.HttpRequestBuilder builder = HttpRequest.newBuilder()
                .withEndpoint(server.substring(0, server.length() - 1))
                .withMethod(HttpMethod.valueOf(request.method()))
                .withPath("/" + String.join("/", request.segments()))
                .withContentType("application/json")
                .addHeader("X-Sdk-Date", requireNonNull(arrived.getHeaders().get("X-Sdk-Date")));
        for (String header : List.of("User-Agent", "Accept", "Content-Type")) {
            builder.addHeader(header, requireNonNull(arrived.getHeaders().get(header)));
        }
        request.headers().forEach(builder::addHeader);
        request.query().forEach(builder::addQueryParam);
        if (request.body() != null) {
            builder.withBodyAsString(request.body());
        }
        return vendors.syncProcessAuthRequest(builder.build(), null);
    }
}
