package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.server.QuotasApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final EndpointWorld world = new EndpointWorld();

    @Test
    void list_whenWithoutType_thenBothAreThere() {
        world.endpoint();
        assertThat(quotas(OWNER, null))
                .extracting(Quota::type, Quota::used, Quota::quota)
                .containsExactly(tuple(ResourceType.ENDPOINT, 1, 50), tuple(ResourceType.ENDPOINT_SERVICE, 2, 20));
    }

    @Test
    void list_whenOfOneType_thenItIsThatOne() {
        assertThat(quotas(OWNER, ResourceType.ENDPOINT_SERVICE))
                .extracting(Quota::type)
                .containsExactly(ResourceType.ENDPOINT_SERVICE);
    }

    @Test
    void list_whenOfAnUnknownType_thenItIsRefused() {
        ResourceType type = ResourceType.fromString("vpc");
        assertRefused(ErrorCode.INVALID_RESOURCE_TYPE, () -> quotas(OWNER, type));
    }

    @Test
    void list_whenAnEndpointIsBeingDeleted_thenItDoesNotCount() {
        world.endpoint(world.open, EndpointStatus.DELETING);
        assertThat(quotas(OWNER, ResourceType.ENDPOINT)).extracting(Quota::used).containsExactly(0);
    }

    @Test
    void list_whenOthersHaveResources_thenTheyDoNotCount() {
        world.endpoint();
        assertThat(quotas(OTHER, null)).extracting(Quota::used).containsExactly(0, 0);
    }

    private List<Quota> quotas(Caller caller, @Nullable ResourceType type) {
        return world.quotas
                .list(caller, QuotasApi.ListParams.builder().type(type).build())
                .quotas()
                .resources();
    }
}
