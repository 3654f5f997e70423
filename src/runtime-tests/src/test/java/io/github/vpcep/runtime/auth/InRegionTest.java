package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.contract.RegionalServer;
import io.github.vpcep.runtime.engine.Shelf;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's region makes of credentials that ask IAM. */
class InRegionTest {
    private static final Region NORTH = Shelf.CONTRACT.region("north-1");
    private static final Region WITHOUT_IAM = Shelf.CONTRACT
            .withServers("north-1", RegionalServer.of("https://shelf.{region}.example.com"))
            .region("north-1");
    private static final String OWN = "https://iam.example.com";

    private final Credentials key = Credentials.accessKey("ak", "sk");

    /** Is of a region, and another in each. */
    private record Elsewhere(
            @Nullable String regionId, @Nullable Credentials other) implements Credentials {
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return Map.of();
        }

        @Override
        @SuppressWarnings("NullAway") // what a caller without null checks may do
        public Credentials inRegion(Region region) {
            return other;
        }
    }

    @Test
    void token_isThatOfTheRegionsIam_unlessAnotherIsSet() {
        IamTokenCredentials token = Credentials.password("u", "p", "d", "north-1");
        assertThat(token.endpoint()).isNull();
        assertThat(token.inRegion(NORTH).endpoint()).hasToString("https://iam.north-1.example.com/");
        assertThat(token.inRegion(WITHOUT_IAM)).isSameAs(token);
        IamTokenCredentials own = token.iamEndpoint(OWN);
        assertThat(own.endpoint()).hasToString(OWN + "/");
        assertThat(own.inRegion(NORTH)).isSameAs(own);
    }

    @Test
    void agency_isThatOfTheRegionsIam_unlessAnotherIsSet() {
        AgencyCredentials agency = Credentials.agency(key, "d", "a");
        AgencyCredentials regional = agency.inRegion(NORTH);
        assertThat(regional).isNotSameAs(agency);
        assertThat(regional.inRegion(NORTH)).isSameAs(regional);
        assertThat(agency.inRegion(WITHOUT_IAM)).isSameAs(agency);
        AgencyCredentials own = agency.iamEndpoint(OWN);
        assertThat(own.inRegion(NORTH)).isSameAs(own);
    }

    @Test
    void source_ofAnAgency_isThatOfTheRegion() {
        Elsewhere source = new Elsewhere("north-1", key);
        AgencyCredentials agency = Credentials.agency(source, "d", "a").iamEndpoint(OWN);
        assertThat(agency.regionId()).isEqualTo("north-1");
        AgencyCredentials regional = agency.inRegion(NORTH);
        assertThat(regional).isNotSameAs(agency);
        assertThat(regional.regionId()).isNull();
        assertThat(regional.inRegion(NORTH)).isSameAs(regional);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Credentials.agency(new Elsewhere(null, null), "d", "a").inRegion(NORTH))
                .withMessage("what the source of the agency gave for region north-1 must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT15M", "PT24H"})
    void duration_thatIamGrants_isTaken(Duration duration) {
        assertThatCode(() -> Credentials.agency(key, "d", "a").duration(duration))
                .doesNotThrowAnyException();
    }
}
