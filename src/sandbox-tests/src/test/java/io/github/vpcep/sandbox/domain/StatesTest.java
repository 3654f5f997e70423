package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.WhitelistAction;
import io.github.vpcep.model.WhitelistRequest;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever anybody has, as the one who steers the sandbox sees and moves it. */
class StatesTest {
    private static final List<String> PROJECTS = List.of(OTHER.projectId(), OWNER.projectId());
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ServiceWorld world = new ServiceWorld();
    private final States states = new States(world.context);

    private static List<String> ids(Found<StoredService> found) {
        return found.items().stream().map(StoredService::id).toList();
    }

    private static List<String> endpointIds(Found<StoredEndpoint> found) {
        return found.items().stream().map(StoredEndpoint::id).toList();
    }

    private static void assertMissing(String message, ThrowingCallable call) {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void services_areThoseOfOneProjectAfterTheOther_thenThePublicOnes_inParts() {
        List<String> all = new ArrayList<>();
        String mine = world.service(OWNER);
        all.add(world.service(OTHER));
        all.add(world.service(OTHER));
        all.add(mine);
        all.add(world.service(OWNER));
        world.advance(MINUTE);
        states.move(mine, EndpointServiceStatus.AVAILABLE);
        assertThat(ids(states.services(PROJECTS, false, 10, 0))).isEqualTo(all);
        world.publicService();
        assertThat(states.services(PROJECTS, false, 10, 0).total()).isEqualTo(4);
        all.addAll(ids(states.services(List.of(), true, 10, 0)));
        assertThat(all).hasSize(6);
        for (int limit = 1; limit <= 7; limit++) {
            for (int offset = 0; offset <= 7; offset++) {
                Found<StoredService> found = states.services(PROJECTS, true, limit, offset);
                assertThat(found.total()).isEqualTo(6);
                assertThat(ids(found)).isEqualTo(all.subList(Math.min(offset, 6), Math.min(offset + limit, 6)));
            }
        }
    }

    @Test
    void endpoints_areThoseOfTheseProjects_inParts() {
        EndpointWorld owned = new EndpointWorld();
        States all = new States(owned.services.context);
        String mine = owned.endpoint();
        String others = owned.services.endpoint(owned.open, EndpointStatus.ACCEPTED);

        assertThat(endpointIds(all.endpoints(PROJECTS, 10, 0))).containsExactly(others, mine);
        assertThat(endpointIds(all.endpoints(PROJECTS, 1, 1))).containsExactly(mine);
        assertThat(endpointIds(all.endpoints(List.of(OWNER.projectId()), 10, 0)))
                .containsExactly(mine);
        assertThat(all.endpoints(PROJECTS, 1, 5)).isEqualTo(new Found<>(List.of(), 2));
    }

    @Test
    void connectionsAndWhitelist_areThoseOfTheService_byCreation_inParts() {
        String id = world.service();
        String first = world.endpoint(id, EndpointStatus.ACCEPTED);
        String second = world.endpoint(id, EndpointStatus.REJECTED);
        world.endpoint(world.service(), EndpointStatus.ACCEPTED);
        for (String each : List.of("iam:domain::a", "iam:domain::b")) {
            world.advance(MINUTE);
            world.whitelists.change(
                    OWNER,
                    id,
                    WhitelistRequest.builder()
                            .permissions(List.of(each))
                            .action(WhitelistAction.ADD)
                            .build());
        }

        assertThat(endpointIds(states.connections(id, 10, 0))).containsExactly(first, second);
        assertThat(endpointIds(states.connections(id, 1, 1))).containsExactly(second);
        assertThat(states.permissions(id, 10, 0).items())
                .extracting(StoredPermission::document)
                .extracting(each -> each.permission())
                .containsExactly("iam:domain::a", "iam:domain::b");
        assertThat(states.permissions(id, 1, 1))
                .satisfies(found -> assertThat(found.total()).isEqualTo(2))
                .satisfies(found -> assertThat(found.items())
                        .extracting(each -> each.document().permission())
                        .containsExactly("iam:domain::b"));
    }

    @Test
    void whatIsNotThere_isSaid() {
        assertMissing("There is no endpoint service x", () -> states.service("x"));
        assertMissing("There is no endpoint service x", () -> states.connections("x", 1, 0));
        assertMissing("There is no endpoint service x", () -> states.permissions("x", 1, 0));
        assertMissing("There is no endpoint service x", () -> states.move("x", EndpointServiceStatus.FAILED));
        assertMissing("There is no endpoint x", () -> states.endpoint("x"));
        assertMissing("There is no endpoint x", () -> states.move("x", EndpointStatus.FAILED));
    }

    @Test
    void stateThatIsNotDocumented_isRefused() {
        String id = world.service();
        String endpoint = world.endpoint(id, EndpointStatus.ACCEPTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> states.move(id, EndpointServiceStatus.fromString("x")))
                .withMessage("status is x; allowed are " + EndpointServiceStatus.values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> states.move(endpoint, EndpointStatus.fromString("x")))
                .withMessage("status is x; allowed are " + EndpointStatus.values());
    }

    @Test
    void service_thatIsMoved_staysThere_andIsDated() {
        Duration day = Duration.ofDays(1);
        ServiceWorld slow = new ServiceWorld(Settings.standard().withDelays(day, day));
        String id = slow.service();
        slow.advance(MINUTE);

        StoredService moved = new States(slow.context).move(id, EndpointServiceStatus.FAILED);

        assertThat(moved.document().status()).isEqualTo(EndpointServiceStatus.FAILED);
        assertThat(moved.document().createdAt()).isEqualTo(ServiceWorld.START);
        assertThat(moved.document().updatedAt()).isEqualTo(ServiceWorld.START.plus(MINUTE));
        assertThat(moved.due()).isNull();
        slow.advance(day);
        assertThat(slow.storedService(id)).contains(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting"})
    void endpoint_thatIsMoved_staysThere_andIsDated(String text) {
        EndpointStatus status = EndpointStatus.fromString(text);
        String id = world.endpoint(world.service(), EndpointStatus.PENDING_ACCEPTANCE);
        world.advance(MINUTE);

        StoredEndpoint moved = states.move(id, status);

        assertThat(world.storedEndpoint(id)).isEqualTo(moved);
        assertThat(moved.document().status()).isEqualTo(status);
        assertThat(moved.document().updatedAt()).isEqualTo(ServiceWorld.START.plus(MINUTE));
        assertThat(moved.wasAccepted()).isEqualTo(status.is(EndpointStatus.ACCEPTED));
        assertThat(moved.domainId()).isEqualTo(OTHER.domainId());
        assertThat(moved.due()).isNull();
        assertThat(moved.document().errors())
                .extracting(each -> each.code())
                .isEqualTo(
                        status.is(EndpointStatus.FAILED)
                                ? List.of(ErrorCode.ENDPOINT_CREATION_FAILED.code())
                                : List.of());
        assertThat(states.move(id, EndpointStatus.ACCEPTED).wasAccepted()).isTrue();
        assertThat(states.move(id, EndpointStatus.REJECTED).wasAccepted()).isTrue();
    }
}
