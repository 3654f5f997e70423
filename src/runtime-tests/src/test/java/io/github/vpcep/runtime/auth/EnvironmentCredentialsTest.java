package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Shelf;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.okhttp3.Headers;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environment variables count, and in which order. */
@Timeout(30)
class EnvironmentCredentialsTest {
    private final MockWebServer server = PromptServer.create();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ClientBuilder<Engine> builder(Map<String, String> variables) {
        return new ClientBuilder<>(Shelf.CONTRACT, settings -> new Engine(Shelf.CONTRACT, settings))
                .endpoint(server.url("/").toString())
                .credentials(EnvironmentCredentials.of(variables));
    }

    private Headers sent(Map<String, String> variables) throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        try (Engine engine = builder(variables).projectId("p-1").build()) {
            engine.retrofit()
                    .callFactory()
                    .newCall(new Request.Builder()
                            .url(server.url("/x").toString())
                            .build())
                    .execute()
                    .close();
        }
        return server.takeRequest().getHeaders();
    }

    @Test
    void of_takesTheAccessKeyBeforeATokenAndBlankForUnset() throws Exception {
        Headers headers = sent(Map.of(
                "HUAWEICLOUD_SDK_AK", "AK7",
                "HUAWEICLOUD_SDK_SK", "sk",
                "HUAWEICLOUD_SDK_SECURITY_TOKEN", " ",
                "HW_AUTH_TOKEN", "t1"));
        assertThat(headers.get("Authorization")).startsWith("SDK-HMAC-SHA256 Access=AK7, ");
        assertThat(headers.get("X-Security-Token")).isNull();
        assertThat(headers.get("X-Auth-Token")).isNull();
    }

    @Test
    void of_takesTheSecurityTokenOfAKey() throws Exception {
        assertThat(sent(Map.of(
                                "HUAWEICLOUD_SDK_AK", "AK7",
                                "HUAWEICLOUD_SDK_SK", "sk",
                                "HUAWEICLOUD_SDK_SECURITY_TOKEN", "st"))
                        .get("X-Security-Token"))
                .isEqualTo("st");
    }

    @Test
    void of_takesTheKeyOfTerraformsNames() throws Exception {
        Headers headers = sent(Map.of(
                "HW_ACCESS_KEY", "AK8", "HW_SECRET_KEY", "sk", "HW_SECURITY_TOKEN", "st8", "HW_AUTH_TOKEN", "t1"));
        assertThat(headers.get("Authorization")).startsWith("SDK-HMAC-SHA256 Access=AK8, ");
        assertThat(headers.get("X-Security-Token")).isEqualTo("st8");
        assertThat(headers.get("X-Auth-Token")).isNull();
    }

    @Test
    void of_takesTheSdksKeyBeforeTerraforms() throws Exception {
        assertThat(sent(Map.of(
                                "HW_ACCESS_KEY", "AK8",
                                "HW_SECRET_KEY", "sk",
                                "HUAWEICLOUD_SDK_AK", "AK7",
                                "HUAWEICLOUD_SDK_SK", "sk"))
                        .get("Authorization"))
                .startsWith("SDK-HMAC-SHA256 Access=AK7, ");
    }

    @Test
    void of_takesTheVendorsTokenBeforeOpenStacks() throws Exception {
        assertThat(sent(Map.of("HW_AUTH_TOKEN", "t1", "OS_AUTH_TOKEN", "t2")).get("X-Auth-Token"))
                .isEqualTo("t1");
        assertThat(sent(Map.of("HW_AUTH_TOKEN", "", "OS_AUTH_TOKEN", "t2")).get("X-Auth-Token"))
                .isEqualTo("t2");
    }

    @Test
    void of_whenNothingIsSet_listsTheVariables() {
        assertThatThrownBy(() -> EnvironmentCredentials.of(Map.of("HUAWEICLOUD_SDK_PROJECT_ID", "p")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The environment has no credentials: set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK (with"
                        + " HUAWEICLOUD_SDK_SECURITY_TOKEN for a temporary key), or HW_ACCESS_KEY and HW_SECRET_KEY (with"
                        + " HW_SECURITY_TOKEN), or HW_AUTH_TOKEN, or OS_AUTH_TOKEN");
    }

    @Test
    void of_whenHalfAKeyIsSet_namesTheOtherHalf() {
        assertThatThrownBy(() -> EnvironmentCredentials.of(Map.of("HUAWEICLOUD_SDK_AK", "a", "HW_AUTH_TOKEN", "t")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("HUAWEICLOUD_SDK_AK is set, but HUAWEICLOUD_SDK_SK is not: set both");
        assertThatThrownBy(() -> EnvironmentCredentials.of(Map.of("HUAWEICLOUD_SDK_SK", "s3cret")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not: set both");
        assertThatThrownBy(() -> EnvironmentCredentials.of(Map.of("HW_ACCESS_KEY", "a", "HW_AUTH_TOKEN", "t")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("HW_ACCESS_KEY is set, but HW_SECRET_KEY is not: set both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HUAWEICLOUD_SDK_AK",
                "HUAWEICLOUD_SDK_SK",
                "HUAWEICLOUD_SDK_SECURITY_TOKEN",
                "HW_ACCESS_KEY",
                "HW_SECRET_KEY",
                "HW_SECURITY_TOKEN",
                "HW_AUTH_TOKEN",
                "OS_AUTH_TOKEN"
            })
    void of_whenAValueCannotBeUsed_namesTheVariableAndDoesNotRepeatIt(String name) {
        Map<String, String> variables = new HashMap<>();
        if (name.startsWith("HUAWEICLOUD")) {
            variables.putAll(Map.of("HUAWEICLOUD_SDK_AK", "a", "HUAWEICLOUD_SDK_SK", "s"));
        }
        if (name.matches("HW_(ACCESS|SECRET|SECURITY).*")) {
            variables.putAll(Map.of("HW_ACCESS_KEY", "a", "HW_SECRET_KEY", "s"));
        }
        variables.put(name, "s3cret\n");
        assertThatThrownBy(() -> EnvironmentCredentials.of(variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("From the environment (")
                .hasMessageContaining(name)
                .hasMessageContaining("character 7 of 7 is ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void build_withoutProjectId_takesTheEnvironments() {
        Map<String, String> variables = Map.of("HW_AUTH_TOKEN", "t", "HUAWEICLOUD_SDK_PROJECT_ID", "from-env");
        try (Engine engine = builder(variables).build();
                Engine explicit = builder(variables).projectId("explicit").build()) {
            assertThat(engine.projectId()).isEqualTo("from-env");
            assertThat(explicit.projectId()).isEqualTo("explicit");
        }
        assertThatThrownBy(() -> builder(Map.of("HW_AUTH_TOKEN", "t")).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("projectId is not set: set .projectId(…) before .build()");
    }

    @Test
    void build_withoutProjectId_takesTerraformsIfTheSdksIsNotSet() {
        Map<String, String> variables = new HashMap<>(Map.of("HW_AUTH_TOKEN", "t", "HW_PROJECT_ID", "terraforms"));
        try (Engine engine = builder(variables).build()) {
            assertThat(engine.projectId()).isEqualTo("terraforms");
        }
        variables.put("HUAWEICLOUD_SDK_PROJECT_ID", "sdks");
        try (Engine engine = builder(variables).build()) {
            assertThat(engine.projectId()).isEqualTo("sdks");
        }
    }

    @Test
    void build_withNeitherRegionNorEndpoint_takesTheEnvironmentsRegion() {
        Map<String, String> variables = Map.of("HW_AUTH_TOKEN", "t", "HW_PROJECT_ID", "p", "HW_REGION_NAME", "north-1");
        Settings settings = new ClientBuilder<>(Shelf.CONTRACT, each -> each)
                .credentials(EnvironmentCredentials.of(variables))
                .build();
        assertThat(settings.endpoint())
                .isEqualTo(Shelf.CONTRACT.region("north-1").endpoint());
    }

    @Test
    void build_withAnEndpoint_leavesTheEnvironmentsRegion() {
        Map<String, String> variables = Map.of("HW_AUTH_TOKEN", "t", "HW_PROJECT_ID", "p", "HW_REGION_NAME", "north-1");
        Settings settings = new ClientBuilder<>(Shelf.CONTRACT, each -> each)
                .endpoint("https://shelf.example.com")
                .credentials(EnvironmentCredentials.of(variables))
                .build();
        assertThat(settings.endpoint()).hasHost("shelf.example.com");
    }

    @Test
    void of_whenTheProjectIdHasWhiteSpace_namesTheVariable() {
        assertThatThrownBy(() ->
                        EnvironmentCredentials.of(Map.of("HW_AUTH_TOKEN", "t", "HUAWEICLOUD_SDK_PROJECT_ID", "a b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HUAWEICLOUD_SDK_PROJECT_ID must be an id without white space");
    }

    @Test
    void toString_hidesEverything() {
        assertThat(EnvironmentCredentials.of(Map.of("HW_AUTH_TOKEN", "s3cret")))
                .hasToString("Credentials.fromEnvironment(***)");
    }
}
