package io.github.vpcep.sandbox.store;

import static io.github.vpcep.sandbox.store.Samples.at;
import static io.github.vpcep.sandbox.store.Samples.endpoint;
import static io.github.vpcep.sandbox.store.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored, as it is at a time. */
class StoredTest {
    private static final Instant DONE = at(10).plusMillis(999);
    private static final StoredEndpoint ENDPOINT = new StoredEndpoint(
            endpoint("e1", each -> each.status(EndpointStatus.CREATING)).document(),
            "d2",
            "a note",
            true,
            new Due(DONE, "failed"));
    private static final StoredService SERVICE = new StoredService(
            service("s1", each -> each.status(EndpointServiceStatus.CREATING)).document(),
            "short",
            "an owner",
            false,
            new Due(DONE, "available"));

    @Test
    void changeOfState_isDoneAtItsTime_dated_andAllElseStays() {
        assertThat(ENDPOINT.at(DONE.minusNanos(1))).containsSame(ENDPOINT);
        assertThat(ENDPOINT.at(DONE))
                .contains(new StoredEndpoint(
                        ENDPOINT.document().toBuilder()
                                .status(EndpointStatus.FAILED)
                                .updatedAt(at(10))
                                .build(),
                        "d2",
                        "a note",
                        true,
                        null));
        assertThat(SERVICE.at(DONE.minusNanos(1))).containsSame(SERVICE);
        assertThat(SERVICE.at(DONE))
                .contains(new StoredService(
                        SERVICE.document().toBuilder()
                                .status(EndpointServiceStatus.AVAILABLE)
                                .updatedAt(at(10))
                                .build(),
                        "short",
                        "an owner",
                        false,
                        null));
    }

    @Test
    void whatIsAtRest_staysAsItIs_andWhatEnds_isNoMore() {
        StoredEndpoint resting = ENDPOINT.with((Due) null);
        StoredService serving = SERVICE.with((Due) null);

        assertThat(resting.at(Instant.MAX)).containsSame(resting);
        assertThat(serving.at(Instant.MAX)).containsSame(serving);
        assertThat(resting.with(new Due(DONE, Due.GONE)).at(DONE)).isEmpty();
        assertThat(serving.with(new Due(DONE, Due.GONE)).at(DONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, failed, true", "false, failed, false", "false, accepted, true"})
    void endpoint_wasAccepted_fromItsFirstAcceptanceOn(boolean before, String status, boolean after) {
        StoredEndpoint endpoint = new StoredEndpoint(ENDPOINT.document(), "d2", "", before, new Due(DONE, status));

        assertThat(endpoint.at(DONE))
                .hasValueSatisfying(each -> assertThat(each.wasAccepted()).isEqualTo(after));
    }
}
