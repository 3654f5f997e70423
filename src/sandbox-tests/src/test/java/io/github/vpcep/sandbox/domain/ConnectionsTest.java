package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.ConnectionAction;
import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.ConnectionDescription;
import io.github.vpcep.model.ConnectionDescriptionsRequest;
import io.github.vpcep.model.ConnectionList;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.server.ConnectionsApi;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    private static final String LONG_ID = "a".repeat(65);
    private static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";

    private final ServiceWorld world = new ServiceWorld();
    private final Connections connections = world.connections;
    private final String service = world.service();

    @Nested
    class ListAll {
        @Test
        void list_whenAnotherAccountHasAnEndpoint_thenItsAccountShows() {
            String endpoint = world.endpoint(service, EndpointStatus.PENDING_ACCEPTANCE);
            Connection connection = list(null, null, null).connections().get(0);
            assertThat(connection.id()).isEqualTo(endpoint);
            assertThat(connection.domainId()).isEqualTo(OTHER.domainId());
            assertThat(connection.status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
            assertThat(connection.markerId()).isPositive();
            assertThat(connection.createdAt()).isEqualTo(START);
            assertThat(connection.description()).isEmpty();
        }

        @Test
        void list_whenAnotherServiceHasEndpoints_thenThoseAreNotThere() {
            world.endpoint(world.service(), EndpointStatus.ACCEPTED);
            assertThat(list(null, null, null).totalCount()).isZero();
        }

        @Test
        void list_whenFilteredById_thenItIsThatOne() {
            String endpoint = world.endpoint(service, EndpointStatus.ACCEPTED);
            world.endpoint(service, EndpointStatus.ACCEPTED);
            assertThat(list(endpoint, null, null).connections())
                    .extracting(Connection::id)
                    .containsExactly(endpoint);
        }

        @Test
        void list_whenFilteredByMarkerId_thenItIsThatOne() {
            String endpoint = world.endpoint(service, EndpointStatus.ACCEPTED);
            world.endpoint(service, EndpointStatus.ACCEPTED);
            String markerId =
                    String.valueOf(world.storedEndpoint(endpoint).document().markerId());
            assertThat(list(null, markerId, null).connections())
                    .extracting(Connection::id)
                    .containsExactly(endpoint);
        }

        @Test
        void list_whenFilteredByStatus_thenOnlyThoseAreThere() {
            EndpointStatus.values().forEach(status -> world.endpoint(service, status));
            assertThat(list(null, null, EndpointStatus.REJECTED).connections())
                    .extracting(Connection::status)
                    .containsExactly(EndpointStatus.REJECTED);
        }

        @Test
        void list_whenTheConnectionHasFailed_thenTheErrorShows() {
            String endpoint = world.endpoint(service, EndpointStatus.FAILED);
            EndpointError error = EndpointError.builder().code("EndPoint.2022").build();
            StoredEndpoint stored = world.storedEndpoint(endpoint);
            world.context.write(unit -> {
                unit.save(stored.with(
                        stored.document().toBuilder().errors(List.of(error)).build()));
                return endpoint;
            });
            assertThat(list(null, null, null).connections().get(0).errors()).containsExactly(error);
        }

        @Test
        void list_whenTheConnectionWorks_thenAnErrorOfBeforeDoesNotShow() {
            String id = world.endpoint(service, EndpointStatus.ACCEPTED);
            world.context.write(unit -> {
                StoredEndpoint endpoint = unit.endpoint(id).orElseThrow();
                unit.save(endpoint.with(endpoint.document().toBuilder()
                        .errors(EndpointError.builder().code("c").message("m").build())
                        .build()));
                return endpoint;
            });
            assertThat(list(id, null, null).connections().get(0).errors()).isEmpty();
        }

        @Test
        void list_takesALimitOf1000_andNoMore() {
            ConnectionsApi.ListParams.Builder params = ConnectionsApi.ListParams.builder();
            assertThat(connections
                            .list(OWNER, service, params.limit(1000).build())
                            .connections())
                    .isEmpty();
            assertRefused(
                    ErrorCode.INVALID_LIMIT,
                    () -> connections.list(OWNER, service, params.limit(1001).build()));
        }

        @Test
        void list_whenTheMarkerIdIsNoNumber_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_MARKER_ID, () -> list(null, "one", null));
        }

        @Test
        void list_whenTheStatusIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_STATUS, () -> list(null, null, EndpointStatus.fromString("lost")));
        }

        @Test
        void list_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_ID, () -> list(LONG_ID, null, null));
        }

        @Test
        void list_whenTheServiceIsOfAnotherProject_thenItIsNotFound() {
            assertRefused(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    () -> connections.list(
                            OTHER, service, ConnectionsApi.ListParams.builder().build()));
        }

        @Test
        void list_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_ENDPOINT_SERVICE_ID,
                    () -> connections.list(
                            OWNER, LONG_ID, ConnectionsApi.ListParams.builder().build()));
        }
    }

    @Nested
    class Decide {
        @ParameterizedTest
        @ValueSource(strings = {"pendingAcceptance", "rejected"})
        void receive_whenNotConnected_thenItIsCreatingAndAcceptedWithTheNextRequest(String status) {
            String endpoint = world.endpoint(service, EndpointStatus.fromString(status));
            assertThat(decide(ConnectionAction.RECEIVE, endpoint).status()).isEqualTo(EndpointStatus.CREATING);
            assertThat(status(endpoint)).isEqualTo(EndpointStatus.ACCEPTED);
        }

        @Test
        void receive_whenAccepted_thenItIsRememberedThatItWas() {
            String endpoint = world.endpoint(service, EndpointStatus.PENDING_ACCEPTANCE);
            decide(ConnectionAction.RECEIVE, endpoint);
            assertThat(world.storedEndpoint(endpoint).wasAccepted()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"pendingAcceptance", "accepted", "rejected"})
        void reject_whenNotBusy_thenItIsRejected(String status) {
            String endpoint = world.endpoint(service, EndpointStatus.fromString(status));
            assertThat(decide(ConnectionAction.REJECT, endpoint).status()).isEqualTo(EndpointStatus.REJECTED);
        }

        @Test
        void reject_whenApprovalIsOff_thenItIsRejected() {
            String open = world.services
                    .create(OWNER, ServiceWorld.request().approvalEnabled(false).build())
                    .id();
            String endpoint = world.endpoint(open, EndpointStatus.ACCEPTED);
            ConnectionActionRequest body = request(ConnectionAction.REJECT, endpoint);
            assertThat(connections.decide(OWNER, open, body).connections())
                    .extracting(Connection::status)
                    .containsExactly(EndpointStatus.REJECTED);
        }

        @Test
        void reject_whenDone_thenTheTimeOfTheLastChangeMoves() {
            String endpoint = world.endpoint(service, EndpointStatus.ACCEPTED);
            world.advance(Duration.ofSeconds(5));
            assertThat(decide(ConnectionAction.REJECT, endpoint).updatedAt()).isEqualTo(START.plusSeconds(5));
        }

        @Test
        void reject_whenItIsRejectedAlready_thenNothingChanges() {
            String endpoint = world.endpoint(service, EndpointStatus.REJECTED);
            world.advance(Duration.ofSeconds(5));
            assertThat(decide(ConnectionAction.REJECT, endpoint).updatedAt()).isEqualTo(START);
        }

        @Test
        void receive_whenAcceptedAlready_thenItIsRefused() {
            assertRefusedIn(EndpointStatus.ACCEPTED, ErrorCode.ENDPOINT_ALREADY_CONNECTED);
        }

        @Test
        void receive_whenCreating_thenItIsRefused() {
            assertRefusedIn(EndpointStatus.CREATING, ErrorCode.ENDPOINT_BEING_CREATED);
        }

        @Test
        void receive_whenDeleting_thenItIsRefused() {
            assertRefusedIn(EndpointStatus.DELETING, ErrorCode.ENDPOINT_BEING_DELETED);
        }

        @Test
        void receive_whenFailed_thenItIsRefused() {
            assertRefusedIn(EndpointStatus.FAILED, ErrorCode.FAILED_ENDPOINT_UNMODIFIABLE);
        }

        @Test
        void receive_whenFrozen_thenItIsRefused() {
            String endpoint = world.endpoint(service, EndpointStatus.PENDING_ACCEPTANCE, AccountStatus.FROZEN);
            assertRefused(ErrorCode.ENDPOINT_FROZEN, () -> decide(ConnectionAction.RECEIVE, endpoint));
        }

        /** As with each change that the owner of the endpoint wants to make. */
        @ParameterizedTest
        @CsvSource({
            "creating, ENDPOINT_BEING_CREATED",
            "deleting, ENDPOINT_BEING_DELETED",
            "failed, FAILED_ENDPOINT_UNMODIFIABLE"
        })
        void receive_whenFrozenInAStateThatForbidsItToo_thenTheStateIsTold(String status, ErrorCode code) {
            String endpoint = world.endpoint(service, EndpointStatus.fromString(status), AccountStatus.FROZEN);
            assertRefused(code, () -> decide(ConnectionAction.RECEIVE, endpoint));
        }

        @Test
        void decide_whenTheActionIsUnknown_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_CONNECTION_ACTION, () -> decide(ConnectionAction.fromString("drop"), UNKNOWN));
        }

        @Test
        void decide_whenThereIsNoEndpoint_thenItIsRefused() {
            assertRefused(ErrorCode.MISSING_PARAMETER, () -> decide(ConnectionAction.REJECT));
        }

        @Test
        void decide_whenThereAreTwoEndpoints_thenItIsRefused() {
            assertRefused(ErrorCode.ONLY_ONE_ENDPOINT_ALLOWED, () -> decide(ConnectionAction.REJECT, UNKNOWN, UNKNOWN));
        }

        @Test
        void decide_whenTheIdOfTheEndpointIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_ID, () -> decide(ConnectionAction.REJECT, LONG_ID));
        }

        @Test
        void decide_whenTheEndpointIsUnknown_thenItIsNotFound() {
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> decide(ConnectionAction.REJECT, UNKNOWN));
        }

        @Test
        void decide_whenTheEndpointWasDeleted_thenThatIsSaid() {
            String endpoint = deletedEndpoint(service);
            assertRefused(ErrorCode.ENDPOINT_DELETED, () -> decide(ConnectionAction.REJECT, endpoint));
        }

        @Test
        void decide_whenTheDeletedEndpointWasOfAnotherService_thenItIsNotFound() {
            String endpoint = deletedEndpoint(world.service());
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> decide(ConnectionAction.REJECT, endpoint));
        }

        private String deletedEndpoint(String serviceId) {
            String endpoint = world.endpoint(serviceId, EndpointStatus.ACCEPTED);
            return world.context.write(unit -> {
                unit.deleteEndpoint(endpoint);
                return endpoint;
            });
        }

        @Test
        void decide_whenTheEndpointIsOfAnotherService_thenItIsRefused() {
            String endpoint = world.endpoint(world.service(), EndpointStatus.ACCEPTED);
            assertRefused(ErrorCode.ENDPOINT_OF_OTHER_SERVICE, () -> decide(ConnectionAction.REJECT, endpoint));
        }

        @Test
        void decide_whenTheServiceIsOfAnotherProject_thenItIsNotFound() {
            ConnectionActionRequest body = request(ConnectionAction.REJECT, UNKNOWN);
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> connections.decide(OTHER, service, body));
        }

        @Test
        void decide_whenTheServiceIsPublic_thenItIsForbidden() {
            ConnectionActionRequest body = request(ConnectionAction.REJECT, UNKNOWN);
            String id = world.publicService();
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> connections.decide(OWNER, id, body));
        }

        @Test
        void decide_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            ConnectionActionRequest body = request(ConnectionAction.REJECT, UNKNOWN);
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> connections.decide(OWNER, LONG_ID, body));
        }

        private void assertRefusedIn(EndpointStatus status, ErrorCode code) {
            String endpoint = world.endpoint(service, status);
            assertRefused(code, () -> decide(ConnectionAction.RECEIVE, endpoint));
        }
    }

    @Nested
    class Describe {
        @Test
        void describe_whenSeveralAreSent_thenAllHaveTheirNotes() {
            String first = world.endpoint(service, EndpointStatus.ACCEPTED);
            String second = world.endpoint(service, EndpointStatus.REJECTED);
            assertThat(describe(note(first, "one"), note(second, "two")))
                    .extracting(Connection::id, Connection::description)
                    .containsExactly(tuple(first, "one"), tuple(second, "two"));
        }

        @Test
        void describe_whenDone_thenTheOwnDescriptionOfTheEndpointStays() {
            String endpoint = world.endpoint(service, EndpointStatus.ACCEPTED);
            describe(note(endpoint, "partner"));
            assertThat(world.storedEndpoint(endpoint).note()).isEqualTo("partner");
            assertThat(world.storedEndpoint(endpoint).document().description()).isNull();
        }

        @Test
        void describe_whenDone_thenTheTimeOfTheLastChangeMoves() {
            String endpoint = world.endpoint(service, EndpointStatus.ACCEPTED);
            world.advance(Duration.ofSeconds(5));
            assertThat(describe(note(endpoint, "partner")))
                    .extracting(Connection::updatedAt)
                    .containsExactly(START.plusSeconds(5));
        }

        @Test
        void describe_whenOneIsOfAnotherService_thenNothingChanges() {
            String own = world.endpoint(service, EndpointStatus.ACCEPTED);
            String foreign = world.endpoint(world.service(), EndpointStatus.ACCEPTED);
            assertRefused(ErrorCode.ENDPOINT_OF_OTHER_SERVICE, () -> describe(note(own, "one"), note(foreign, "two")));
            assertThat(world.storedEndpoint(own).note()).isEmpty();
        }

        @Test
        void describe_whenOneIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.ENDPOINT_OF_OTHER_SERVICE, () -> describe(note(UNKNOWN, "one")));
        }

        @Test
        void describe_whenNothingIsSent_thenItIsRefused() {
            assertRefused(ErrorCode.MISSING_PARAMETER, () -> describe());
        }

        @Test
        void describe_whenANoteHasAnAngleBracket_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> describe(note(UNKNOWN, "<")));
        }

        @Test
        void describe_whenAnIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_ID, () -> describe(note(LONG_ID, "one")));
        }

        @Test
        void describe_whenTheServiceIsPublic_thenItIsForbidden() {
            ConnectionDescriptionsRequest body = request(note(UNKNOWN, "one"));
            String id = world.publicService();
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> connections.describe(OWNER, id, body));
        }

        @Test
        void describe_whenTheServiceIsUnknown_thenItIsNotFound() {
            ConnectionDescriptionsRequest body = request(note(UNKNOWN, "one"));
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> connections.describe(OWNER, UNKNOWN, body));
        }

        @Test
        void describe_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            ConnectionDescriptionsRequest body = request(note(UNKNOWN, "one"));
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> connections.describe(OWNER, LONG_ID, body));
        }
    }

    private ConnectionList list(@Nullable String id, @Nullable String markerId, @Nullable EndpointStatus status) {
        return connections.list(
                OWNER,
                service,
                ConnectionsApi.ListParams.builder()
                        .id(id)
                        .markerId(markerId)
                        .status(status)
                        .build());
    }

    private @Nullable EndpointStatus status(String endpoint) {
        return world.storedEndpoint(endpoint).document().status();
    }

    private Connection decide(ConnectionAction action, String... endpoints) {
        return connections
                .decide(OWNER, service, request(action, endpoints))
                .connections()
                .get(0);
    }

    private List<Connection> describe(ConnectionDescription... notes) {
        return connections.describe(OWNER, service, request(notes)).connections();
    }

    private static ConnectionActionRequest request(ConnectionAction action, String... endpoints) {
        return ConnectionActionRequest.builder()
                .action(action)
                .endpointIds(List.of(endpoints))
                .build();
    }

    private static ConnectionDescriptionsRequest request(ConnectionDescription... notes) {
        return ConnectionDescriptionsRequest.builder()
                .connections(List.of(notes))
                .build();
    }

    private static ConnectionDescription note(String endpoint, String text) {
        return ConnectionDescription.builder()
                .endpointId(endpoint)
                .description(text)
                .build();
    }
}
