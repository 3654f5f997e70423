package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;

/** Operations that anybody may do: no secret is sent, signed with or fetched for them. */
@Timeout(30)
class AnonymousTest {
    private static final Operation VERSIONS =
            Operation.of("ListVersions", "GET", "/").anonymous();

    interface Api {
        @GET(".")
        Call<Map<String, Object>> versions();
    }

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private Credentials credentials(String kind) {
        return switch (kind) {
            case "token" -> Credentials.token("s3cret");
            case "accessKey" -> Credentials.accessKey("AK", "s3cret");
            default ->
                Credentials.password("user", "s3cret", "acme", "cn-north-4").iamEndpoint(cloud.iamUrl());
        };
    }

    private static ApiCall<Map<String, Object>> versions(Engine engine) {
        return engine.prepare(VERSIONS, engine.api(Api.class).versions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "accessKey", "password"})
    void anonymous_sendsNoCredentials(String kind) throws Exception {
        try (Engine engine = cloud.builder(credentials(kind)).build()) {
            assertThat(versions(engine).execute()).containsEntry("ok", true);
        }
        var request = cloud.api().takeRequest();
        assertThat(request.getTarget()).isEqualTo("/");
        assertThat(request.getHeaders().names())
                .doesNotContain("Authorization", "X-Auth-Token", "X-Sdk-Date", "X-Project-Id");
        assertThat(cloud.iam().getRequestCount()).isZero();
    }

    @Test
    void anonymous_whenRefused_asksForNoToken() {
        Cloud.answer(cloud.api(), request -> Cloud.json(401, "{}"));
        try (Engine engine = cloud.builder(credentials("password")).build()) {
            assertThatThrownBy(() -> versions(engine).execute()).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(cloud.api().getRequestCount()).isOne();
        assertThat(cloud.iam().getRequestCount()).isZero();
    }
}
