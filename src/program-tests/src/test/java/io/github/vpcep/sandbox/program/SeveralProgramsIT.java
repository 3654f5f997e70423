package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.postgres.PostgresServer;
import io.github.vpcep.sandbox.postgres.Together;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database serve one state, whatever is asked of both at the same time. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class SeveralProgramsIT {
    private static final int CALLS = 100;

    private static Program one;
    private static Program other;
    private static VpcepClient ofOne;
    private static VpcepClient ofOther;

    @BeforeAll
    static void start(@TempDir Path directory) {
        String[] words = {"--port", "0", "--store", PostgresServer.shared().newDatabase()};
        one = Program.start(directory, words);
        other = Program.start(directory, words);
        ofOne = Program.client(one.awaitReady(), SandboxConfig.DEMO);
        ofOther = Program.client(other.awaitReady(), SandboxConfig.DEMO);
    }

    @AfterAll
    static void stop() {
        ofOne.close();
        ofOther.close();
        one.close();
        other.close();
    }

    @AfterEach
    void bothSawTheSame_andNeitherFailed() {
        assertThat(services(ofOne)).containsExactlyInAnyOrderElementsOf(services(ofOther));
        assertThat(endpoints(ofOne)).containsExactlyInAnyOrderElementsOf(endpoints(ofOther));
        assertThat(one.errors() + other.errors()).doesNotContain("Exception", "status=5");
        endpoints(ofOne).forEach(each -> ofOther.endpoints().delete(each.id()));
        services(ofOther).forEach(each -> ofOne.endpointServices().delete(each.id()));
    }

    @Test
    void quota_isReachedAndNotExceeded_andNothingIsGivenTwice() throws Exception {
        String service = service(s -> s.approvalEnabled(false)).id();

        Set<String> created = answers(Set.of(ErrorCode.QUOTA_EXCEEDED), i -> {
            String id = client(i)
                    .endpoints()
                    .create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"))
                    .id();
            // What one has answered, the other knows.
            return client(i + 1).endpoints().get(id).id();
        });

        List<Endpoint> kept = created.stream().map(ofOne.endpoints()::get).toList();
        assertThat(endpoints(ofOther))
                .hasSize(50)
                .extracting(Endpoint::id)
                .containsExactlyInAnyOrderElementsOf(created);
        assertThat(kept).extracting(Endpoint::markerId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(kept).extracting(Endpoint::ip).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void whitelist_hasEveryRecordThatEitherAdded_once() throws Exception {
        String service = service(s -> s).id();

        // Each permission through both.
        Together.call(
                CALLS,
                i -> assertThat(client(i)
                                .permissions()
                                .add(service, List.of(permission(i / 2)))
                                .permissions())
                        .contains(permission(i / 2)));

        assertThat(ofOne.permissions().list(service, q -> q.limit(100)).stream().map(Permission::permission))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, CALLS / 2)
                        .mapToObj(SeveralProgramsIT::permission)
                        .toList());
    }

    @Test
    void tags_haveEveryoneThatEitherAdded_andNoneThatEitherTookOff() throws Exception {
        EndpointService service = service(s -> s.tags(tags(0, 10)));

        Together.call(20, i -> {
            if (i < 10) {
                client(i).tags().remove(ResourceType.ENDPOINT_SERVICE, service.id(), tags(i, i + 1));
            } else {
                client(i).tags().add(ResourceType.ENDPOINT_SERVICE, service.id(), tags(i, i + 1));
            }
            return i;
        });

        assertThat(ofOne.endpointServices().get(service.id()).tags()).containsExactlyInAnyOrderElementsOf(tags(10, 20));
    }

    @Test
    void address_askedForThroughBoth_isGivenOnce() throws Exception {
        String service = service(s -> s.approvalEnabled(false)).id();

        assertThat(answers(
                        Set.of(ErrorCode.PORT_IP_IN_USE),
                        i -> client(i)
                                .endpoints()
                                .create(e -> e.endpointServiceId(service)
                                        .vpcId("vpc-1")
                                        .subnetId("subnet-2")
                                        .ip("10.1.2.3"))
                                .id()))
                .hasSize(1);
    }

    @Test
    void decisions_throughBoth_endAsOneOfThemAnswered() throws Exception {
        String service = service(s -> s).id();
        String endpoint = ofOther.endpoints()
                .create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"))
                .id();

        Set<EndpointStatus> answered = answers(
                Set.of(ErrorCode.ENDPOINT_ALREADY_CONNECTED, ErrorCode.ENDPOINT_BEING_CREATED),
                i -> Objects.requireNonNull((i % 4 < 2
                                ? client(i).connections().accept(service, endpoint)
                                : client(i).connections().reject(service, endpoint))
                        .connections()
                        .get(0)
                        .status()));

        EndpointStatus status =
                Objects.requireNonNull(ofOne.endpoints().get(endpoint).status());
        assertThat(status).isIn(EndpointStatus.ACCEPTED, EndpointStatus.REJECTED);
        // The first answer to an acceptance is that it is under way.
        assertThat(answered).contains(status.is(EndpointStatus.ACCEPTED) ? EndpointStatus.CREATING : status);
        assertThat(ofOther.connections().list(service).items())
                .singleElement()
                .extracting(Connection::status)
                .isEqualTo(status);
    }

    @Test
    void names_givenThroughBoth_endAsOneOfThem_forTheServiceAndItsEndpoints() throws Exception {
        String service = service(s -> s).id();
        String endpoint = ofOne.endpoints()
                .create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"))
                .id();

        List<String> answered = Together.call(
                CALLS,
                i -> Objects.requireNonNull(client(i)
                        .endpointServices()
                        .rename(service, "name-" + i)
                        .name()));

        String name = ofOne.endpointServices().get(service).name();
        assertThat(answered.stream().map(each -> "cn-north-4." + each + "." + service))
                .hasSize(CALLS)
                .contains(name);
        assertThat(ofOther.endpoints().get(endpoint).endpointServiceName()).isEqualTo(name);
    }

    /** The answers to this call through both, often; what is refused has to be so with such a code. */
    private static <R> Set<R> answers(Set<ErrorCode> refusals, IntFunction<R> call) throws Exception {
        return Together.call(CALLS, i -> answer(refusals, () -> call.apply(i))).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static <R> Optional<R> answer(Set<ErrorCode> refusals, Supplier<R> call) {
        try {
            return Optional.of(call.get());
        } catch (VpcepServiceException e) {
            assertThat(refusals).extracting(ErrorCode::code).contains(e.code());
            return Optional.empty();
        }
    }

    private static VpcepClient client(int number) {
        return number % 2 == 0 ? ofOne : ofOther;
    }

    private static EndpointService service(UnaryOperator<CreateEndpointServiceRequest.Builder> change) {
        return ofOne.endpointServices()
                .create(change.apply(CreateEndpointServiceRequest.builder()
                                .vpcId("vpc-1")
                                .portId(UUID.randomUUID().toString())
                                .serverType(ServerType.LB)
                                .ports(List.of(PortMapping.builder()
                                        .clientPort(80)
                                        .serverPort(80)
                                        .build())))
                        .build());
    }

    private static List<EndpointService> services(VpcepClient client) {
        return client.endpointServices().list(q -> q.limit(100)).stream().toList();
    }

    private static List<Endpoint> endpoints(VpcepClient client) {
        return client.endpoints().list(q -> q.limit(100)).stream().toList();
    }

    private static String permission(int number) {
        return "iam:domain::" + number;
    }

    private static List<Tag> tags(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Tag.builder().key("k" + i).value("v" + i).build())
                .toList();
    }
}
