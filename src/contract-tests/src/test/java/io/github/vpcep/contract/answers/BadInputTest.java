package io.github.vpcep.contract.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.support.StubServer;
import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.auth.Credentials;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that would make a malformed request: refused by name, before anything is sent. Null is among them. */
@NullUnmarked
class BadInputTest {
    @RegisterExtension
    final StubServer server = new StubServer();

    @AfterEach
    void nothingWasSent() {
        assertThat(server.requests()).isZero();
    }

    private static Arguments setting(String named, Consumer<ClientBuilder<VpcepClient>> settings) {
        return Arguments.of(named, Named.of(named, settings));
    }

    static Stream<Arguments> badSettings() {
        return Stream.of(
                setting("projectId", builder -> builder.projectId(" ")),
                setting("projectId", builder -> builder.projectId(null)),
                setting("endpoint", builder -> builder.endpoint("not an address")),
                setting("endpoint", builder -> builder.endpoint("ftp://vpcep.test")),
                setting("endpoint", builder -> builder.endpoint("vpcep.test")),
                setting("endpoint", builder -> builder.endpoint("https://")),
                setting("endpoint", builder -> builder.endpoint("https://vpcep.test:99999")),
                setting("region", builder -> builder.region("cn/north")),
                setting("credentials", builder -> builder.credentials(null)),
                setting("token", builder -> builder.credentials(Credentials.token(""))));
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void builder_givenABadSetting_refusesItByName(String named, Consumer<ClientBuilder<VpcepClient>> setting) {
        assertThat(catchThrowable(() -> setting.accept(VpcepClient.builder())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    static Stream<Arguments> missingSettings() {
        return Stream.of(
                setting(
                        "projectId is not set",
                        builder -> builder.credentials(Credentials.token("t")).endpoint("https://vpcep.example.com")),
                setting(
                        "credentials is not set",
                        builder -> builder.projectId("p").region("cn-north-4")),
                setting(
                        "Neither region nor endpoint is set",
                        builder -> builder.projectId("p").credentials(Credentials.token("t"))));
    }

    @ParameterizedTest
    @MethodSource("missingSettings")
    void build_whenASettingIsMissing_namesIt(String named, Consumer<ClientBuilder<VpcepClient>> settings) {
        ClientBuilder<VpcepClient> builder = VpcepClient.builder();
        settings.accept(builder);
        assertThat(catchThrowable(builder::build))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named);
    }

    private static Arguments call(String named, Function<VpcepClient, Object> call) {
        return Arguments.of(named, Named.of(named, call));
    }

    static Stream<Arguments> badCalls() {
        PolicyStatement statement = PolicyStatement.builder()
                .effect(PolicyEffect.ALLOW)
                .actions(List.of("obs:*:*"))
                .resources(List.of("obs:*"))
                .build();
        EndpointServiceNameRequest name =
                EndpointServiceNameRequest.builder().name("orders").build();
        return Stream.of(
                call(
                        "UpdateEndpointServiceName: endpointServiceId (\"vpc_endpoint_service_id\") must not be blank",
                        c -> c.endpointServices().rename(" ", name)),
                call(
                        "UpdateEndpointServiceName: endpointServiceId (\"vpc_endpoint_service_id\") must not be null",
                        c -> c.endpointServices().rename(null, name)),
                call(
                        "UpdateEndpointServiceName: endpointServiceId (\"vpc_endpoint_service_id\") must not be blank",
                        c -> c.async().endpointServices().rename("\t", name).join()),
                call(
                        "UpdateEndpointPolicy: endpointId (\"vpc_endpoint_id\") must not be blank",
                        c -> c.endpoints().updatePolicy("", List.of(statement))),
                call(
                        "UpdateEndpointPolicy: endpointId (\"vpc_endpoint_id\") must not be blank",
                        c -> c.async()
                                .endpoints()
                                .updatePolicy("", List.of(statement))
                                .join()),
                call(
                        "BatchAddEndpointServicePermissions: endpointServiceId (\"vpc_endpoint_service_id\") must not"
                                + " be blank",
                        c -> c.permissions().addWithDescription("", List.of())),
                call(
                        "BatchAddEndpointServicePermissions: endpointServiceId (\"vpc_endpoint_service_id\") must not"
                                + " be blank",
                        c -> c.async()
                                .permissions()
                                .addWithDescription("", List.of())
                                .join()),
                call(
                        "UpdateEndpointServiceName: body must not be null",
                        c -> c.endpointServices().rename("s", (EndpointServiceNameRequest) null)),
                call(
                        "UpdateEndpointPolicy: body must not be null",
                        c -> c.endpoints().updatePolicy("e", (EndpointPolicyRequest) null)),
                call(
                        "BatchAddEndpointServicePermissions: body must not be null",
                        c -> c.async()
                                .permissions()
                                .addWithDescription("s", (AddPermissionsRequest) null)
                                .join()),
                call(
                        "ListEndpoints: params must not be null",
                        c -> c.endpoints().list((Endpoints.ListParams) null)),
                call(
                        "UpdateEndpointServiceName: name (\"endpoint_service_name\") must not be null",
                        c -> c.endpointServices().rename("s", (String) null)),
                call(
                        "UpdateEndpointPolicy: policyStatements (\"policy_statement\") must not be null",
                        c -> c.endpoints().updatePolicy("e", (List<PolicyStatement>) null)),
                call(
                        "BatchAddEndpointServicePermissions: permissions (\"permissions\") must not be null",
                        c -> c.permissions().addWithDescription("s", (List<NewPermission>) null)));
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void call_givenABadArgument_refusesItByOperationAndBothNames(String named, Function<VpcepClient, Object> call) {
        assertThat(catchThrowable(() -> call.apply(server.vpcep())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(named);
    }

    /** Half a character in an id, a filter, a body and the name of a property: no encoding has it. */
    static Stream<Arguments> halfCharacters() {
        return Stream.of(
                call("vpc_endpoint_id", c -> c.endpoints().get("e\ud83d")),
                call(
                        "vpc_endpoint_id",
                        c -> c.async().endpoints().get("\ude00e").join()),
                call("vpc_id", c -> c.endpoints().list(q -> q.vpcId("v\ud83d\ud83d\ude00"))),
                call("status", c -> c.connections().list("s", q -> q.status(EndpointStatus.fromString("\ud83d")))),
                call("project_id", c -> {
                    try (VpcepClient other = VpcepClient.builder()
                            .endpoint("http://127.0.0.1:9")
                            .projectId("p\ud83d")
                            .credentials(Credentials.token("t"))
                            .build()) {
                        return other.endpoints().list();
                    }
                }),
                call("field endpoint_service_name", c -> c.endpointServices().rename("s", "orders\udc00")),
                call(
                        "field whitelist[1]",
                        c -> c.endpoints().updateWhitelist("e", b -> b.whitelist(List.of("10.0.0.1", "\ud83d")))),
                call(
                        "field policy_statement[0].Effect",
                        c -> c.endpoints()
                                .updatePolicy(
                                        "e",
                                        List.of(PolicyStatement.builder()
                                                .effect(PolicyEffect.fromString("\ud83d"))
                                                .actions(List.of())
                                                .resources(List.of())
                                                .build()))),
                call(
                        "in the name of a property",
                        c -> c.endpointServices()
                                .rename(
                                        "s",
                                        EndpointServiceNameRequest.builder()
                                                .name("a")
                                                .additionalProperty("\ud83d", 1)
                                                .build())));
    }

    @ParameterizedTest
    @MethodSource("halfCharacters")
    void call_givenHalfACharacter_refusesItByName(String named, Function<VpcepClient, Object> call) {
        assertThat(catchThrowable(() -> call.apply(server.vpcep())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named)
                .hasMessageContaining("is half of one");
    }

    static Stream<Arguments> badBodies() {
        PolicyStatement.Builder statement = PolicyStatement.builder().effect(PolicyEffect.ALLOW);
        return Stream.of(
                call(
                        "NewPermission.description (\"description\") must not be null",
                        c -> c.permissions()
                                .addWithDescription(
                                        "s",
                                        List.of(NewPermission.builder()
                                                .permission("*")
                                                .build()))),
                call(
                        "NewPermission.permission (\"permission\") must not be null",
                        c -> c.permissions()
                                .addWithDescription(
                                        "s",
                                        List.of(NewPermission.builder()
                                                .description("")
                                                .build()))),
                call(
                        "AddPermissionsRequest.permissions (\"permissions\") must not be null",
                        c -> c.permissions().addWithDescription("s", body -> {})),
                call(
                        "AddPermissionsRequest.permissions (\"permissions\") must not hold null, but its item 1 is",
                        c -> c.permissions()
                                .addWithDescription(
                                        "s",
                                        Arrays.asList(
                                                NewPermission.builder()
                                                        .permission("*")
                                                        .description("")
                                                        .build(),
                                                null))),
                call(
                        "PolicyStatement.effect (\"Effect\") must not be null",
                        c -> c.endpoints()
                                .updatePolicy(
                                        "e", List.of(PolicyStatement.builder().build()))),
                call(
                        "PolicyStatement.actions (\"Action\") must not be null",
                        c -> c.endpoints().updatePolicy("e", List.of(statement.build()))),
                call(
                        "PolicyStatement.resources (\"Resource\") must not be null",
                        c -> c.endpoints()
                                .updatePolicy(
                                        "e",
                                        List.of(statement.actions(List.of("a")).build()))));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void body_whenARequiredPropertyIsMissing_isRefusedByBothNames(String named, Function<VpcepClient, Object> call) {
        assertThat(catchThrowable(() -> call.apply(server.vpcep())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(named);
    }
}
