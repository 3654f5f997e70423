package io.github.vpcep.contract.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.Call;
import io.github.vpcep.contract.support.Face;
import io.github.vpcep.contract.support.StubServer;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of status 200 that are none: an exception that names operation and field and keeps the body. */
class BadAnswerTest {
    private static final String HTML = "<!DOCTYPE html>\n<html><body>Welcome</body></html>";
    private static final String WHOLE_BODY = "$";
    private static final SpecFolder SPEC = SpecFolder.ofRepository();

    /** An answer that is one but for the type of one required value, and the path of that value. */
    private static final Map<Call, Map.Entry<String, String>> WRONG_TYPE = Map.ofEntries(
            wrong(Call.GET_VERSION_FULL, "{\"version\":[{\"id\":\"v1\"},{\"id\":\"v2\"}]}", "version"),
            wrong(Call.GET_SERVICE_FULL, "{\"id\":5}", "id"),
            wrong(
                    Call.LIST_PUBLIC_FULL,
                    "{\"endpoint_services\":[{\"id\":\"a\"},{\"id\":7}],\"total_count\":2}",
                    "endpoint_services[1].id"),
            wrong(
                    Call.LIST_CONNECTIONS_FULL,
                    "{\"connections\":[{\"id\":[\"a\"],\"error\":\"none\"}],\"total_count\":1}",
                    "connections[0].id"),
            wrong(Call.LIST_FULL, "{\"endpoints\":[{\"id\":\"a\"},7],\"total_count\":1}", "endpoints[1]"),
            wrong(Call.UPDATE_POLICY_FULL, "{\"created_at\":\"yesterday\",\"id\":true}", "id"),
            wrong(Call.ADD_FULL, "{\"permissions\":{\"id\":\"a\"}}", "permissions"),
            wrong(Call.LIST_QUOTAS_FULL, "{\"quotas\":{\"resources\":\"many\"}}", "quotas.resources"),
            wrong(Call.COUNT_RESOURCES, "{\"total_count\":\"many\"}", "total_count"));

    private static Map.Entry<Call, Map.Entry<String, String>> wrong(Call call, String body, String path) {
        return Map.entry(call, Map.entry(body, path));
    }

    @RegisterExtension
    final StubServer server = new StubServer();

    private static Stream<Call> calls() {
        return Stream.of(Call.values())
                .filter(call -> call.isFull()
                        && SPEC.operation(call.operation()).orElseThrow().hasBody("200"));
    }

    private static Stream<Arguments> each(Stream<Arguments> callsWithBodies) {
        return callsWithBodies.flatMap(arguments -> Stream.of(Face.values())
                .map(face -> Arguments.of(
                        face, arguments.get()[0], arguments.get()[1], arguments.get()[2])));
    }

    static Stream<Arguments> undecodable() {
        return each(Stream.concat(
                calls().flatMap(call -> Stream.of(
                                HTML, "", "  \n", "null", "[]", "\"ok\"", "{\"id\":\"a", "{} trailing")
                        .map(body -> Arguments.of(call, body, WHOLE_BODY))),
                WRONG_TYPE.entrySet().stream()
                        .map(entry -> Arguments.of(
                                entry.getKey(),
                                entry.getValue().getKey(),
                                entry.getValue().getValue()))));
    }

    /** Objects without what they must have: never a silently empty list. */
    static Stream<Arguments> incomplete() {
        return each(Stream.of(
                Arguments.of(Call.LIST_PUBLIC_FULL, "{}", "endpoint_services"),
                Arguments.of(
                        Call.LIST_PUBLIC_FULL, "{\"endpoint_services\":null,\"total_count\":0}", "endpoint_services"),
                Arguments.of(Call.LIST_FULL, "{}", "endpoints"),
                Arguments.of(Call.LIST_FULL, "{\"endpoints\":[]}", "total_count"),
                Arguments.of(Call.LIST_FULL, "{\"error\":{\"code\":\"EndPoint.0001\",\"message\":\"m\"}}", "endpoints"),
                Arguments.of(Call.UPDATE_POLICY_FULL, "{}", "id"),
                Arguments.of(Call.GET_VERSION_FULL, "{\"version\":[]}", "version"),
                Arguments.of(Call.COUNT_RESOURCES, "{\"resources\":[]}", "total_count"),
                Arguments.of(Call.GET_SERVICE_FULL, "{\"ports\":[{\"client_port\":1}]}", "id"),
                Arguments.of(Call.ADD_FULL, "{}", "permissions"),
                Arguments.of(Call.ADD_FULL, "{\"permissions\":[{}]}", "id")));
    }

    @ParameterizedTest
    @MethodSource("undecodable")
    void call_whenTheBodyIsNoAnswer_throwsDecodeExceptionThatNamesTheField(
            Face face, Call call, String body, String field) {
        server.answers(200, body.startsWith("<") ? "text/html" : "application/json", body);
        VpcepDecodeException thrown =
                catchThrowableOfType(VpcepDecodeException.class, () -> face.call(server.vpcep(), call));
        // Cut-off JSON breaks inside a value: the path may lead there.
        if (!body.equals("{\"id\":\"a")) {
            assertThat(thrown.field()).isEqualTo(field);
        }
        assertThat(thrown).hasMessageContaining(call.operation()).hasMessageContaining(thrown.field());
        assertThat(thrown.operation()).isEqualTo(call.operation());
        assertThat(thrown.rawBody()).isEqualTo(body);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void call_whenARequiredPropertyIsMissing_throwsDecodeExceptionThatNamesIt(
            Face face, Call call, String body, String property) {
        server.answers(200, body);
        VpcepDecodeException thrown =
                catchThrowableOfType(VpcepDecodeException.class, () -> face.call(server.vpcep(), call));
        assertThat(thrown)
                .hasMessageContaining(call.operation())
                .hasMessageContaining("(\"" + property + "\") must not be null");
        assertThat(thrown.rawBody()).isEqualTo(body);
    }

    static Stream<Arguments> facesAndCalls() {
        return Stream.of(Face.values()).flatMap(face -> calls().map(call -> Arguments.of(face, call)));
    }

    @ParameterizedTest
    @MethodSource("facesAndCalls")
    void call_whenTheConnectionBreaksOff_throwsTransportExceptionThatNamesTheOperation(Face face, Call call) {
        server.breaksOff("{\"endpoints\":[],\"total_count\":0");
        VpcepTransportException thrown =
                catchThrowableOfType(VpcepTransportException.class, () -> face.call(server.vpcep(), call));
        assertThat(thrown).hasMessageContaining(call.operation());
        assertThat(thrown.operation()).isEqualTo(call.operation());
    }
}
