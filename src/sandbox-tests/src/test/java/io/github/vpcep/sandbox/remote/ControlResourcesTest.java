package io.github.vpcep.sandbox.remote;

import static io.github.vpcep.sandbox.store.Samples.at;
import static io.github.vpcep.sandbox.store.Samples.endpoint;
import static io.github.vpcep.sandbox.store.Samples.permission;
import static io.github.vpcep.sandbox.store.Samples.publicService;
import static io.github.vpcep.sandbox.store.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.control.model.ClockTime;
import io.github.vpcep.control.model.DueChange;
import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.RecordedRequestList;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.control.server.RequestsApi;
import io.github.vpcep.control.server.StateApi;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operations of the control API tell of a sandbox. */
class ControlResourcesTest {
    private final SteeredWorld world = new SteeredWorld();
    private final ControlResources resources = new ControlResources(world.steered);

    @BeforeEach
    void fill() {
        world.store.write(unit -> {
            unit.save(service("s1", each -> each));
            unit.save(
                    service("s2", each -> each.projectId("p2").createdAt(at(1))).with(new Due(at(5), "available")));
            unit.save(publicService("s3", "com.example.obs"));
            unit.save(endpoint("e1", each -> each));
            unit.save(endpoint("e2", each -> each.projectId("p2")).with(new Due(at(6), Due.GONE)));
            unit.save(permission("s1", "w1", "*"));
            unit.save(permission("s1", "w2", "iam:domain::d2"));
            return unit;
        });
    }

    @Test
    void services_areThoseOfAllProjectsAndThePublicOnes_orOfTheProjectThatIsNamed() {
        StateApi.ServicesParams.Builder all = StateApi.ServicesParams.builder();

        assertThat(resources.state().services(all.build()).services())
                .extracting(ServiceState::id)
                .containsExactly("s1", "s2", "s3");
        assertThat(resources.state().services(all.limit(1).offset(1).build())).satisfies(page -> {
            assertThat(page.totalCount()).isEqualTo(3);
            assertThat(page.services()).extracting(ServiceState::id).containsExactly("s2");
        });
        assertThat(resources
                        .state()
                        .services(StateApi.ServicesParams.builder()
                                .projectId("p2")
                                .build())
                        .services())
                .extracting(ServiceState::id)
                .containsExactly("s2");
        assertThat(resources.state().service("s2"))
                .isEqualTo(resources
                        .state()
                        .services(StateApi.ServicesParams.builder().build())
                        .services()
                        .get(1));
    }

    @Test
    void endpoints_areThoseOfAllProjects_orOfTheProjectThatIsNamed() {
        StateApi.EndpointsParams.Builder all = StateApi.EndpointsParams.builder();

        assertThat(resources.state().endpoints(all.limit(1).offset(1).build())).satisfies(page -> {
            assertThat(page.totalCount()).isEqualTo(2);
            assertThat(page.endpoints())
                    .containsExactly(resources.state().endpoint("e2"))
                    .extracting(EndpointState::id)
                    .containsExactly("e2");
        });
        assertThat(resources
                        .state()
                        .endpoints(StateApi.EndpointsParams.builder()
                                .projectId("p1")
                                .build())
                        .endpoints())
                .extracting(EndpointState::id)
                .containsExactly("e1");
    }

    @Test
    void connectionsAndWhitelist_comeInPages_withTheirTotal() {
        assertThat(resources
                        .state()
                        .connections(
                                "s1",
                                StateApi.ConnectionsParams.builder().limit(1).build()))
                .satisfies(page -> {
                    assertThat(page.totalCount()).isEqualTo(2);
                    assertThat(page.connections())
                            .singleElement()
                            .satisfies(each -> assertThat(each.id()).isEqualTo("e1"));
                });
        assertThat(resources
                        .state()
                        .permissions(
                                "s1",
                                StateApi.PermissionsParams.builder()
                                        .limit(1)
                                        .offset(1)
                                        .build()))
                .satisfies(page -> {
                    assertThat(page.totalCount()).isEqualTo(2);
                    assertThat(page.permissions())
                            .singleElement()
                            .satisfies(each -> assertThat(each.id()).isEqualTo("w2"));
                });
    }

    @Test
    void changeUnderWay_isShownWithItsTimeAndState_butForOneThatEnds() {
        assertThat(resources.state().service("s1").due()).isNull();
        assertThat(resources.state().service("s2").due())
                .isEqualTo(DueChange.builder().at(at(5)).status("available").build());
        assertThat(resources.state().endpoint("e2").due())
                .isEqualTo(DueChange.builder().at(at(6)).build());
        assertThat(resources.state().endpoint("e1").due()).isNull();
    }

    @Test
    void serviceForEverybody_isOfNoProject() {
        assertThat(resources.state().service("s3").projectId()).isNull();
        assertThat(resources.state().service("s2").projectId()).isEqualTo("p2");
    }

    @Test
    void endpoint_isShownWithItsOwnersAndItsNote() {
        StoredEndpoint noted = new StoredEndpoint(endpoint("e3", each -> each).document(), "d3", "a note", false, null);

        assertThat(Shown.endpoint(noted)).satisfies(each -> {
            assertThat(each.domainId()).isEqualTo("d3");
            assertThat(each.projectId()).isEqualTo("p1");
            assertThat(each.note()).isEqualTo("a note");
            assertThat(each.endpoint()).isEqualTo(noted.document());
        });
        assertThat(Shown.endpoint(endpoint("e4", each -> each.projectId(null))).projectId())
                .isEmpty();
        assertThat(DeletedEndpoint.of(noted)).isEqualTo(new DeletedEndpoint("e3", "p1", "s1"));
    }

    @Test
    void health_counts() {
        world.faults.always("ListEndpoints").withError(ErrorCode.SYSTEM_ERROR);
        world.faults.next("ListEndpoints", 1).withError(ErrorCode.SYSTEM_ERROR);
        world.add("ListEndpoints", 200, "p1");
        Health health = resources.sandbox().health();

        assertThat(health.status()).isEqualTo("up");
        assertThat(health.startedAt()).isEqualTo(Instant.EPOCH);
        assertThat(health.faults()).isEqualTo(2);
        assertThat(health.endlessFaults()).isEqualTo(1);
        assertThat(health.requests()).isEqualTo(1);
        assertThat(health.settingsChanged()).isFalse();
        assertThat(health.version()).isNotBlank();
    }

    @Test
    void accounts_areToldWithTheirAgenciesByName() {
        assertThat(resources.sandbox().accounts().accounts())
                .satisfiesExactly(
                        one -> {
                            assertThat(one.domainId()
                                            + one.projectId()
                                            + one.accessKey()
                                            + one.secretKey()
                                            + one.token())
                                    .isEqualTo("d1p1a1s1t1");
                            assertThat(one.userName()).isEqualTo("u1");
                            assertThat(one.password()).isEqualTo("w1");
                            assertThat(one.agencies()).isEmpty();
                        },
                        other -> {
                            assertThat(other.userName()).isNull();
                            assertThat(other.password()).isNull();
                            assertThat(other.agencies())
                                    .extracting(each -> each.name() + " " + each.domainId())
                                    .containsExactly("a d4", "b d3", "c d1", "d d3", "e d3", "f d1", "g d1", "h d5");
                        });
    }

    @Test
    void clock_isShownAtOneMoment_withWhatItIsAhead() {
        world.clock.advance(Duration.ofMinutes(90));

        ClockTime shown = resources.clock().show();

        assertThat(shown.ahead()).isEqualTo("PT1H30M");
        assertThat(shown.now()).isEqualTo(shown.realTime().plus(Duration.ofMinutes(90)));
    }

    @Test
    void requests_ofAnOperationThatThereIsNot_areRefused() {
        RequestsApi.CountParams unknown =
                RequestsApi.CountParams.builder().operationId("ListEndpoint").build();

        assertThatThrownBy(() -> resources.requests().count(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ListEndpoint");
    }

    @Test
    void signaturesOfTheRealTime_areTakenAndRefused() {
        assertThat(resources
                        .clock()
                        .takeSignatures(SteeredWorld.signatures(true))
                        .realSignatures())
                .isTrue();
        assertThat(resources
                        .clock()
                        .takeSignatures(SteeredWorld.signatures(false))
                        .realSignatures())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ListEndpoints,,,,, 1 2 5",
        ", p2,,,, 3 4 5",
        ",, 401,,, 2 4",
        ",,, true,, 3",
        ",,, false,, 1 2 4 5",
        ",,,, 3, 4 5",
        "ListEndpoints, p1, 200, false, 0, 1",
        ",,,,, 1 2 3 4 5"
    })
    void requests_areFilteredByEachValueAndByAllOfThem(
            String operation, String project, Integer status, Boolean unknown, Long after, String numbers) {
        addRequests();

        RecordedRequestList found = resources
                .requests()
                .list(RequestsApi.ListParams.builder()
                        .operationId(operation)
                        .projectId(project)
                        .status(status)
                        .unknown(unknown)
                        .after(after)
                        .build());

        assertThat(found.requests().stream().map(each -> String.valueOf(each.number())))
                .containsExactly(numbers.split(" "));
        assertThat(resources
                        .requests()
                        .count(RequestsApi.CountParams.builder()
                                .operationId(operation)
                                .projectId(project)
                                .status(status)
                                .unknown(unknown)
                                .after(after)
                                .build())
                        .count())
                .isEqualTo(found.totalCount())
                .isEqualTo(found.requests().size());
        assertThat(resources
                        .requests()
                        .nth(RequestsApi.NthParams.builder()
                                .operationId(operation)
                                .projectId(project)
                                .status(status)
                                .unknown(unknown)
                                .after(after)
                                .n(found.totalCount())
                                .build()))
                .isEqualTo(found.requests().get(found.totalCount() - 1));
    }

    @Test
    void ofTooManyRequests_theLatestAreListed_withTheTotal() {
        addRequests();

        RecordedRequestList found = resources
                .requests()
                .list(RequestsApi.ListParams.builder().limit(2).build());

        assertThat(found.totalCount()).isEqualTo(5);
        assertThat(found.requests()).extracting(RecordedRequest::number).containsExactly(4L, 5L);
    }

    private void addRequests() {
        world.add("ListEndpoints", 200, "p1");
        world.add("ListEndpoints", 401, "p1");
        world.add("ListQuotaDetails", 200, "p2", "?colour");
        world.add("ListQuotaDetails", 401, "p2");
        world.add("ListEndpoints", 200, "p2");
    }
}
