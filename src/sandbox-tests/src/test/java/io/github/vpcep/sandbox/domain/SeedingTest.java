package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PermissionType;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedingTest {
    private static final String ID = "4189d3c2-8882-4871-a3c2-d380272eed88";
    private static final String OTHER_ID = "4189d3c2-8882-4871-a3c2-d380272eed99";
    private static final String PATH = "organizations:orgPath::o-1/r-2";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Seed NOTHING = new Seed(List.of(), List.of());

    private final ServiceWorld world = new ServiceWorld(Settings.standard().withDelays(DAY, DAY));
    private final Seeding seeding = new Seeding(world.context);
    private final States states = new States(world.context);

    private static Seed.Service service(@Nullable String name, @Nullable String id, String... permissions) {
        List<NewPermission> records = Stream.of(permissions)
                .map(each -> NewPermission.builder()
                        .permission(each)
                        .description("for " + each)
                        .build())
                .toList();
        return new Seed.Service(
                "services[0]",
                OWNER,
                id,
                EndpointServiceStatus.AVAILABLE,
                ServiceWorld.request().name(name).build(),
                records);
    }

    private static Seed.Endpoint endpoint(Caller owner, @Nullable String id, EndpointStatus status, String service) {
        return new Seed.Endpoint(
                "endpoints[0]",
                owner,
                id,
                status,
                EndpointWorld.request(service).build());
    }

    private static Seed.Endpoint endpoint(@Nullable String id, String service) {
        return endpoint(OWNER, id, EndpointStatus.ACCEPTED, service);
    }

    private static Seed seed(Seed.Service service, Seed.Endpoint... endpoints) {
        return new Seed(List.of(service), List.of(endpoints));
    }

    private void assertRefused(Seed seed, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> seeding.add(seed)).withMessage(message);
    }

    @Test
    void seed_isThereAtOnce_withItsIds_statesAndWhitelist() {
        seeding.add(seed(
                service("orders", ID, PATH, OTHER.permission()),
                endpoint(OTHER, OTHER_ID, EndpointStatus.ACCEPTED, "orders"),
                endpoint(OWNER, null, EndpointStatus.PENDING_ACCEPTANCE, ID)));

        StoredService service = states.service(ID);
        assertThat(service.document().status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
        assertThat(service.due()).isNull();
        assertThat(states.permissions(ID, 10, 0).items())
                .extracting(StoredPermission::document)
                .extracting(Permission::permission, Permission::type, Permission::description)
                .containsExactlyInAnyOrder(
                        tuple(PATH, PermissionType.ORG_PATH, "for " + PATH),
                        tuple(OTHER.permission(), PermissionType.DOMAIN_ID, "for " + OTHER.permission()));
        assertThat(states.connections(ID, 10, 0).items())
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        each -> {
                            assertThat(each.id()).isEqualTo(OTHER_ID);
                            assertThat(each.domainId()).isEqualTo(OTHER.domainId());
                            assertThat(each.wasAccepted()).isTrue();
                            assertThat(each.document().status()).isEqualTo(EndpointStatus.ACCEPTED);
                        },
                        each -> {
                            assertThat(each.id()).hasSize(36).isNotEqualTo(OTHER_ID);
                            assertThat(each.domainId()).isEqualTo(OWNER.domainId());
                            assertThat(each.document().status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"available", "creating", "failed", "deleting"})
    void service_isInItsState_inWhichItStays(String text) {
        EndpointServiceStatus status = EndpointServiceStatus.fromString(text);
        Seed.Service service = service("orders", ID);
        seeding.add(new Seed(
                List.of(new Seed.Service(service.place(), OWNER, ID, status, service.body(), List.of())), List.of()));
        world.advance(DAY);
        assertThat(states.service(ID).document().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendingAcceptance", "creating", "rejected", "failed", "deleting"})
    void endpoint_inAnotherState_wasNeverAccepted_andOnlyAFailedOneSaysWhy(String text) {
        EndpointStatus status = EndpointStatus.fromString(text);
        seeding.add(seed(service("orders", null), endpoint(OWNER, OTHER_ID, status, "orders")));

        StoredEndpoint endpoint = states.endpoint(OTHER_ID);
        assertThat(endpoint.document().status()).isEqualTo(status);
        assertThat(endpoint.wasAccepted()).isFalse();
        assertThat(endpoint.due()).isNull();
        assertThat(endpoint.document().errors())
                .isEqualTo(
                        status.is(EndpointStatus.FAILED)
                                ? List.of(EndpointError.builder()
                                        .code(ErrorCode.ENDPOINT_CREATION_FAILED.code())
                                        .message(ErrorCode.ENDPOINT_CREATION_FAILED.message())
                                        .build())
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({"obs", "com.myhuaweicloud.cn-north-4.obs"})
    void endpoint_namesAServiceOfTheOperator_shortOrInFull(String name) {
        world.publicService();
        seeding.add(new Seed(List.of(), List.of(endpoint(OTHER_ID, name))));
        assertThat(states.endpoint(OTHER_ID).document().endpointServiceName())
                .isEqualTo("com.myhuaweicloud.cn-north-4.obs");
    }

    @Test
    void idThatIsThere_isRefused_whateverHasIt() {
        seeding.add(seed(service("orders", ID), endpoint(OTHER_ID, "orders")));

        assertRefused(seed(service("bills", ID)), "services[0].id is \"" + ID + "\", which is there already");
        assertRefused(
                seed(service("bills", OTHER_ID)), "services[0].id is \"" + OTHER_ID + "\", which is there already");
        assertRefused(
                seed(service("bills", null), endpoint(OTHER_ID, "bills")),
                "endpoints[0].id is \"" + OTHER_ID + "\", which is there already");
    }

    @Test
    void nameThatAnotherServiceHas_isRefused_noneMayBeThereTwice() {
        world.publicService();
        String told = "\", as another service of the seed or of the operator is called; name them otherwise";

        assertRefused(seed(service("obs", null)), "services[0].service_name is \"obs" + told);
        assertRefused(
                new Seed(List.of(service("orders", null), service("orders", null)), List.of()),
                "services[0].service_name is \"orders" + told);
        seeding.add(new Seed(
                List.of(service("", null), service("", null), service(null, null), service(null, null)), List.of()));
        assertThat(states.services(List.of(OWNER.projectId()), false, 10, 0).total())
                .isEqualTo(4);
    }

    @Test
    void whatTheRulesRefuse_isToldWithItsPlace_andNothingIsSeeded() {
        assertRefused(
                seed(service("a.b", null)),
                "services[0]: EndPoint.3076 " + ErrorCode.INVALID_SERVICE_NAME.message()
                        + " A name has at most 16 letters, digits, underscores and hyphens.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seeding.add(seed(service("orders", null, "*", "you"))))
                .withMessageStartingWith("services[0].permissions[1]: EndPoint.3002 Invalid permission.");
        assertRefused(
                seed(service("orders", null), endpoint(null, "bills")),
                "endpoints[0]: EndPoint.2003 The endpoint service does not exist.");
        assertThat(states.services(List.of(OWNER.projectId()), true, 10, 0).total())
                .isZero();
    }

    @Test
    void begin_hasTheServicesOfTheOperator_andTheSeedOnlyWhereNoProjectHasAnything() {
        List<String> projects = List.of(OTHER.projectId(), OWNER.projectId());

        assertThat(seeding.begin(PublicServices.DOCUMENTED, null, projects)).isFalse();
        assertThat(states.services(List.of(), true, 10, 0).total()).isEqualTo(2);
        assertThat(seeding.begin(List.of(), new Seed(List.of(), List.of(endpoint(ID, "obs"))), projects))
                .isTrue();
        assertThat(states.endpoint(ID).document().projectId()).isEqualTo(OWNER.projectId());
        assertThat(seeding.begin(List.of(), NOTHING, projects)).isFalse();
        assertThat(seeding.begin(List.of(), NOTHING, List.of(OTHER.projectId())))
                .isTrue();
        world.service(OTHER);
        assertThat(seeding.begin(List.of(), NOTHING, List.of(OTHER.projectId())))
                .isFalse();
    }

    @Test
    void beginAnew_forgetsWhatThereWas() {
        List<String> projects = List.of(OWNER.projectId());
        AtomicInteger meanwhile = new AtomicInteger();
        world.service();

        assertThat(seeding.beginAnew(
                        PublicServices.DOCUMENTED, seed(service("orders", ID)), projects, meanwhile::incrementAndGet))
                .isTrue();
        assertThat(meanwhile).hasValue(1);
        assertThat(states.services(projects, true, 10, 0).items())
                .extracting(StoredService::shortName)
                .containsExactly("orders", "dns", "obs");
        assertThat(seeding.beginAnew(List.of(), null, projects, () -> {})).isFalse();
        assertThat(states.services(projects, true, 10, 0).total()).isZero();
    }
}
