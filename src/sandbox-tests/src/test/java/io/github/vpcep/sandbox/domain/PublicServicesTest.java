package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PublicEndpointServiceList;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.server.EndpointServicesApi;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicServicesTest {
    private final ServiceWorld world = new ServiceWorld();
    private final String obs = world.publicService();

    @Test
    void seed_whenDone_thenDnsAndObsAreThere() {
        assertThat(listPublic(null, null).services())
                .extracting(
                        EndpointServiceSummary::name,
                        EndpointServiceSummary::owner,
                        EndpointServiceSummary::type,
                        EndpointServiceSummary::charged)
                .containsExactlyInAnyOrder(
                        tuple("com.myhuaweicloud.cn-north-4.dns", "huawei", EndpointServiceType.INTERFACE, true),
                        tuple("com.myhuaweicloud.cn-north-4.obs", "huawei", EndpointServiceType.GATEWAY, false));
    }

    @Test
    void seed_whenDone_thenAServiceIsAvailable_andBelongsToNoProject() {
        assertThat(world.storedService(obs))
                .contains(new StoredService(
                        EndpointService.builder()
                                .id(obs)
                                .name("com.myhuaweicloud.cn-north-4.obs")
                                .type(EndpointServiceType.GATEWAY)
                                .status(EndpointServiceStatus.AVAILABLE)
                                .approvalEnabled(false)
                                .createdAt(ServiceWorld.START)
                                .updatedAt(ServiceWorld.START)
                                .tags(List.of())
                                .build(),
                        "obs",
                        PublicServices.OWNER,
                        false,
                        null));
    }

    @Test
    void seed_whenDoneTwice_thenNothingIsThereTwice_andWhatIsThereStays() {
        world.advance(Duration.ofSeconds(1));
        assertThat(world.publicService()).isEqualTo(obs);
        assertThat(world.storedService(obs))
                .get()
                .satisfies(each -> assertThat(each.document().createdAt()).isEqualTo(ServiceWorld.START));
        assertThat(listPublic(null, null).totalCount()).isEqualTo(2);
    }

    @Test
    void seed_whenDoneElsewhere_thenTheIdsAreTheSame() {
        assertThat(new ServiceWorld().publicService()).isEqualTo(obs);
    }

    @Test
    void listPublic_whenAProjectHasServices_thenThoseAreNotThere() {
        world.service();
        assertThat(listPublic(null, null).totalCount()).isEqualTo(2);
    }

    @Test
    void listPublic_whenFilteredByName_thenTheTextIsFoundAnywhereInAnyCase() {
        assertThat(listPublic(".OB", null).services())
                .extracting(EndpointServiceSummary::id)
                .containsExactly(obs);
    }

    @Test
    void listPublic_whenFilteredById_thenItIsThatOne() {
        assertThat(listPublic(null, obs).services())
                .extracting(EndpointServiceSummary::id)
                .containsExactly(obs);
    }

    @Test
    void listPublic_whenPaged_thenTheTotalCountsAll() {
        PublicEndpointServiceList page = world.services.listPublic(
                OWNER,
                EndpointServicesApi.ListPublicParams.builder()
                        .limit(1)
                        .offset(1)
                        .sortKey(SortKey.UPDATED_AT)
                        .sortDirection(SortDirection.ASCENDING)
                        .build());
        assertThat(page.services()).hasSize(1);
        assertThat(page.totalCount()).isEqualTo(2);
    }

    @Test
    void listPublic_takesALimitOf1000_andNoMore() {
        EndpointServicesApi.ListPublicParams.Builder params = EndpointServicesApi.ListPublicParams.builder();
        assertThat(world.services.listPublic(OWNER, params.limit(1000).build()).services())
                .hasSize(2);
        assertRefused(
                ErrorCode.INVALID_LIMIT,
                () -> world.services.listPublic(OWNER, params.limit(1001).build()));
    }

    @Test
    void listPublic_whenTheNameIsTooLong_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_SERVICE_NAME_FILTER, () -> listPublic("a".repeat(129), null));
    }

    @Test
    void listPublic_whenTheIdIsTooLong_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> listPublic(null, "a".repeat(65)));
    }

    private PublicEndpointServiceList listPublic(@Nullable String name, @Nullable String id) {
        return world.services.listPublic(
                OWNER,
                EndpointServicesApi.ListPublicParams.builder()
                        .endpointServiceName(name)
                        .id(id)
                        .build());
    }
}
