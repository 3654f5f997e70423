package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.support.Face;
import io.github.vpcep.contract.support.StubServer;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The waits that the contract names, as far as the first answer decides; the pauses are the runtime's tests. */
class WaitTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @RegisterExtension
    final StubServer server = new StubServer();

    private static Endpoint await(Face face, VpcepClient client, EndpointStatus status) {
        return switch (face) {
            case SYNC -> client.endpoints().awaitStatus("e", status, LONG);
            case ASYNC -> Face.join(client.async().endpoints().awaitStatus("e", status, LONG));
        };
    }

    @ParameterizedTest
    @EnumSource
    void awaitStatus_whenItIsThere_answersTheEndpoint(Face face) {
        server.answers(200, "{\"id\":\"e\",\"status\":\"accepted\",\"ip\":\"192.168.0.4\"}");

        assertThat(await(face, server.vpcep(), EndpointStatus.ACCEPTED).toString())
                .contains("ip=192.168.0.4");
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void awaitStatus_whenTheEndpointFailed_failsAtOnceWithStateAndReasons(Face face) {
        server.answers(
                200,
                "{\"id\":\"e\",\"status\":\"failed\",\"error\":{\"error_code\":\"EndPoint.4010\",\"error_message\":\"No port.\"}}");

        WaitFailedException thrown = catchThrowableOfType(
                WaitFailedException.class, () -> await(face, server.vpcep(), EndpointStatus.ACCEPTED));
        assertThat(thrown).hasMessageContaining("failed").hasMessageContaining("accepted");
        assertThat(thrown.state()).isEqualTo("failed");
        assertThat(thrown.errors()).singleElement().asString().contains("EndPoint.4010", "No port.");
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void awaitStatus_ofAStateThatIsAnEnd_isReachedThere(Face face) {
        server.answers(200, "{\"id\":\"e\",\"status\":\"rejected\"}");

        assertThat(await(face, server.vpcep(), EndpointStatus.REJECTED).toString())
                .contains("rejected");
    }

    @Test
    void awaitStatus_whenThereIsNoSuchEndpoint_throwsWhatTheCallThrows() {
        server.answers(404, "{\"error\":{\"code\":\"EndPoint.2006\",\"message\":\"m\"}}");

        assertThatThrownBy(() -> server.vpcep().endpoints().awaitStatus("e", EndpointStatus.ACCEPTED, LONG))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void awaitStatus_whenTheTimeIsUp_namesTheLastState() {
        server.answers(200, "{\"id\":\"e\",\"status\":\"pendingAcceptance\"}");

        WaitTimeoutException thrown = catchThrowableOfType(
                WaitTimeoutException.class,
                () -> server.vpcep().endpoints().awaitStatus("e", EndpointStatus.ACCEPTED, Duration.ofMillis(1)));
        assertThat(thrown.lastState()).isEqualTo("pendingAcceptance");
    }

    @Test
    void awaitAvailable_whenTheServiceIsAvailable_answersIt() {
        server.answers(200, "{\"id\":\"s\",\"status\":\"available\"}");

        assertThat(server.vpcep().endpointServices().awaitAvailable("s", LONG).status())
                .isEqualTo(EndpointServiceStatus.AVAILABLE);
    }

    @Test
    void awaitAvailable_whenTheServiceIsBeingDeleted_failsAtOnce() {
        server.answers(200, "{\"id\":\"s\",\"status\":\"deleting\"}");

        assertThatThrownBy(() -> server.vpcep().endpointServices().awaitAvailable("s", LONG))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("deleting");
    }

    @Test
    void awaitDeleted_whenTheResourceIsGone_returns() {
        server.answers(404, "{\"error\":{\"code\":\"EndPoint.2008\",\"message\":\"m\"}}");

        server.vpcep().endpoints().awaitDeleted("e", LONG);
        server.vpcep().async().endpointServices().awaitDeleted("s", LONG).join();
        assertThat(server.requests()).isEqualTo(2);
    }
}
