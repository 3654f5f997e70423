package io.github.vpcep.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.engine.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All addresses of a region follow from the contract's servers. */
class RegionTest {
    private static Contract contract(RegionalServer... servers) {
        return Contract.of("t/1", new ObjectMapper(), code -> null).withServers("north-1", servers);
    }

    @Test
    void region_thatAServerNames_isThere() {
        Region region = Shelf.CONTRACT.region("west-1");
        assertThat(region.endpoint()).hasToString("https://shelf.west-1.example.eu");
        assertThat(region.iamEndpoint()).hasToString("https://iam.west-1.example.eu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"north-1", "west-3", "west-10", "next-year-1"})
    void region_thatNoServerNames_isOnTheServerOfEveryOther(String id) {
        Region region = Shelf.CONTRACT.region(id);
        assertThat(region.endpoint()).hasToString("https://shelf." + id + ".example.com");
        assertThat(region.iamEndpoint()).hasToString("https://iam." + id + ".example.com");
    }

    @Test
    void region_inAnotherLetterCase_isTheOneThatAServerNames() {
        assertThat(Shelf.CONTRACT.region("WEST-1"))
                .isEqualTo(Shelf.CONTRACT.region("west-1"))
                .hasToString("west-1");
    }

    @Test
    void region_whenTheContractTellsNoIam_hasNone() {
        RegionalServer server = RegionalServer.of("https://shelf.{region}.example.com");
        assertThat(contract(server).region("north-1").iamEndpoint()).isNull();
    }

    @Test
    void region_whenNoServerIsForIt_saysWhatToSetInstead() {
        RegionalServer fixed = RegionalServer.of("http://localhost:8080");
        assertThatThrownBy(() -> contract(fixed).region("north-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region is \"north-1\", but no server of the contract is for it: set endpoint(…)");
    }
}
