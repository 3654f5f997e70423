package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ConnectionAction;
import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.server.EndpointsApi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes no time is done at once, whatever a clock, or that of another host, shows a moment later. */
class TimeTest {
    private static final Duration BACK = Duration.ofMillis(-10);

    private final EndpointWorld world = new EndpointWorld();

    @Test
    void service_whenTheClockGoesBack_isAvailable() {
        String id = world.services.service();
        world.services.advance(BACK);

        assertThat(world.services.services.get(OWNER, id).status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
    }

    @Test
    void service_thatIsDeletedWhenTheClockGoesBack_isGone() {
        String id = world.services.service();
        world.services.services.delete(OWNER, id);
        world.services.advance(BACK);

        assertThat(world.services.storedService(id)).isEmpty();
    }

    @Test
    void endpoint_whenTheClockGoesBack_isAccepted_andSoAfterItsApproval() {
        Endpoint created = world.create(world.open);
        String approved = world.create(world.approved).id();
        var decided = world.services.connections.decide(
                OWNER,
                world.approved,
                ConnectionActionRequest.builder()
                        .endpointIds(List.of(approved))
                        .action(ConnectionAction.RECEIVE)
                        .build());
        world.services.advance(BACK);

        assertThat(created.status()).isEqualTo(EndpointStatus.CREATING);
        assertThat(decided.connections().get(0).status()).isEqualTo(EndpointStatus.CREATING);
        assertThat(List.of(world.get(created.id()), world.get(approved)))
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(EndpointStatus.ACCEPTED))
                .allSatisfy(each -> assertThat(each.ip()).isNotNull());
    }

    @Test
    void time_isInWholeSeconds() {
        world.services.advance(Duration.ofMillis(1999));
        assertThat(world.create(world.open).createdAt()).isEqualTo(ServiceWorld.START.plusSeconds(1));
    }

    @Test
    void lists_areInTheOrderOfCreation_whateverTheClockShows() {
        String first = world.endpoint();
        String second = world.endpoint();
        String third = world.endpoint();

        assertThat(world.endpoints
                        .list(OWNER, EndpointsApi.ListParams.builder().build())
                        .endpoints())
                .extracting(Endpoint::id)
                .containsExactly(third, second, first);
    }
}
