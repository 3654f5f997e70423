package io.github.vpcep.contract.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.conduct.Conduct.Outcome;
import io.github.vpcep.contract.conduct.Conduct.Wait;
import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.Call;
import io.github.vpcep.contract.support.Classes;
import io.github.vpcep.contract.support.Face;
import io.github.vpcep.contract.support.StubServer;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conduct that was decided, in the contract and in what the generated client does. */
class ConductTest {
    private static final String STRANGER = "not known here";

    @RegisterExtension
    final StubServer server = new StubServer();

    static Stream<Arguments> everyCallOnBothFaces() {
        return Arrays.stream(Call.values())
                .flatMap(call -> Arrays.stream(Face.values()).map(face -> Arguments.of(call, face)));
    }

    static Stream<Arguments> intentions() {
        return Stream.of(
                Arguments.of(Call.ACCEPT_FULL, "AcceptOrRejectEndpoint.accept"),
                Arguments.of(Call.REJECT_FULL, "AcceptOrRejectEndpoint.reject"),
                Arguments.of(Call.ADD_PERMISSIONS, "AddOrRemoveServicePermissions.add"),
                Arguments.of(Call.ADD_PATHS_FULL, "AddOrRemoveServicePermissions.addPaths"),
                Arguments.of(Call.REMOVE_PERMISSIONS, "AddOrRemoveServicePermissions.remove"),
                Arguments.of(Call.REMOVE_PATHS_FULL, "AddOrRemoveServicePermissions.removePaths"),
                Arguments.of(Call.ADD_TAGS_FULL, "BatchAddOrRemoveResourceInstance.add"),
                Arguments.of(Call.REMOVE_TAGS_FULL, "BatchAddOrRemoveResourceInstance.remove"),
                Arguments.of(Call.LIST_RESOURCES_FULL, "ListResourceInstances.listResources"),
                Arguments.of(Call.COUNT_RESOURCES, "ListResourceInstances.countResources"),
                Arguments.of(Call.UPGRADE_SERVICE_FULL, "UpgradeEndpointService.upgrade"),
                Arguments.of(Call.ROLL_BACK_SERVICE, "UpgradeEndpointService.rollBack"),
                Arguments.of(Call.UPGRADE_ENDPOINT_FULL, "UpgradeEndpoint.upgrade"));
    }

    /** Of each wait each state, also one that nobody knows, for each state that may be waited for. */
    static Stream<Arguments> everyStateOfEveryWait() {
        List<Arguments> all = new ArrayList<>();
        for (Wait wait : Conduct.WAITS) {
            Set<String> states = new TreeSet<>(Set.of(STRANGER));
            SpecFolder.ofRepository()
                    .component(wait.states())
                    .path("enum")
                    .forEach(state -> states.add(state.asText()));
            for (String target : wait.until() == null ? states : Set.of(wait.until())) {
                for (String state : states) {
                    Arrays.stream(Face.values()).forEach(face -> all.add(Arguments.of(wait, target, state, face)));
                }
            }
        }
        return all.stream();
    }

    @Test
    void contract_saysWhatWasDecided() {
        Result result = new ConductCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCallOnBothFaces")
    void call_whoseAnswerIsLost_isSentAgainUnlessItMayActTwice(Call call, Face face) {
        server.dropsOnce(400, "{\"error\":{\"code\":\"EndPoint.0002\",\"message\":\"m\"}}");

        Throwable thrown = catchThrowable(() -> face.call(server.retrying(), call));

        boolean again = !server.method().equals("POST") || Conduct.ONLY_ASK.contains(call.operation());
        assertThat(server.requests()).as("tries of a %s", server.method()).isEqualTo(again ? 2 : 1);
        assertThat(thrown instanceof VpcepTransportException)
                .as(thrown.toString())
                .isEqualTo(!again);
        assertThat(server.hasToken()).isEqualTo(!Conduct.OPEN.contains(call.operation()));
    }

    @ParameterizedTest
    @MethodSource("intentions")
    void call_saysWhatIsMeant(Call call, String intention) {
        String[] meant = Conduct.INTENTIONS.getOrDefault(intention, "").split(", ");
        server.answers(400, "{}");
        for (Face face : Face.values()) {
            assertThatThrownBy(() -> face.call(server.vpcep(), call)).isInstanceOf(VpcepServiceException.class);

            assertThat(server.body())
                    .contains("\"action\":\"" + meant[0] + "\"")
                    .contains(Stream.of(meant).map(each -> ":\"" + each + "\"").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateOfEveryWait")
    void wait_inEachState_endsOrGoesOnAsDecided(Wait wait, String target, String state, Face face) {
        // Its time is up after the first answer; a call always has two seconds, so this one is not the first ever.
        server.answers(200, "{\"id\":\"i\",\"status\":\"" + state + "\"}");
        server.vpcep().endpoints().get("i");

        assertThat(outcome(() -> await(wait, face, server.vpcep(), target))).isEqualTo(wait.outcome(target, state));
    }

    private static Outcome outcome(Runnable wait) {
        Throwable thrown = catchThrowable(wait::run);
        return thrown == null
                ? Outcome.REACHED
                : thrown instanceof WaitFailedException
                        ? Outcome.FAILED
                        : thrown instanceof WaitTimeoutException ? Outcome.GOES_ON : fail(thrown);
    }

    private static Outcome fail(Throwable thrown) {
        throw new AssertionError("The wait ended with something else", thrown);
    }

    private static void await(Wait wait, Face face, VpcepClient client, String target) {
        Duration time = Duration.ofMillis(1);
        EndpointStatus state = EndpointStatus.fromString(target);
        boolean async = face == Face.ASYNC;
        switch (wait.toString()) {
            case "ListEndpointInfoDetails.awaitStatus" -> {
                if (async) {
                    Face.join(client.async().endpoints().awaitStatus("i", state, time));
                } else {
                    client.endpoints().awaitStatus("i", state, time);
                }
            }
            case "ListEndpointInfoDetails.awaitDeleted" -> {
                if (async) {
                    Face.join(client.async().endpoints().awaitDeleted("i", time));
                } else {
                    client.endpoints().awaitDeleted("i", time);
                }
            }
            case "ListServiceDetails.awaitAvailable" -> {
                if (async) {
                    Face.join(client.async().endpointServices().awaitAvailable("i", time));
                } else {
                    client.endpointServices().awaitAvailable("i", time);
                }
            }
            case "ListServiceDetails.awaitDeleted" -> {
                if (async) {
                    Face.join(client.async().endpointServices().awaitDeleted("i", time));
                } else {
                    client.endpointServices().awaitDeleted("i", time);
                }
            }
            default -> throw new AssertionError("no call for " + wait);
        }
    }

    @Test
    void deprecation_isWhereItWasDecided_andNowhereElse() {
        Set<String> deprecated = new TreeSet<>();
        for (Class<?> type : Classes.besides(VpcepClient.class)) {
            if (!type.isAnonymousClass() && !type.isSynthetic()) {
                note(type, type.getName(), deprecated);
                note(Arrays.asList(type.getDeclaredFields()), deprecated);
                Stream.of(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                        .forEach(method -> note(method, nameOf(method), deprecated));
            }
        }
        assertThat(deprecated)
                .containsExactlyInAnyOrder(
                        "Endpoints.deletePolicy", "EndpointsAsync.deletePolicy", "EndpointsApi.deleteEndpointPolicy");
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static void note(List<? extends AnnotatedElement> elements, Set<String> deprecated) {
        elements.forEach(each -> note(each, each.toString(), deprecated));
    }

    private static void note(AnnotatedElement element, String name, Set<String> deprecated) {
        if (element.isAnnotationPresent(Deprecated.class)) {
            deprecated.add(name);
        }
    }
}
