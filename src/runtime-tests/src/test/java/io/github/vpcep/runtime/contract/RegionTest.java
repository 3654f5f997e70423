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

    @ParameterizedTest
    @ValueSource(strings = {"a_b", "-a", "a-", "a.b", "a b"})
    void region_thatDoesNotFitInAHostName_isRefused(String id) {
        assertThatThrownBy(() -> Shelf.CONTRACT.region(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region is \"" + id
                        + "\", but must be a name of letters, digits and inner hyphens, such as north-1");
        assertThatThrownBy(() -> Shelf.CONTRACT.region(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region must not be blank");
    }

    @Test
    void region_isEqualByAllThatItTells() {
        RegionalServer server = RegionalServer.of("https://{region}.a").withIamUrl("https://iam.{region}.a");
        Region region = contract(server).region("b");
        assertThat(region.id()).isEqualTo("b");
        assertThat(region)
                .isEqualTo(contract(server).region("b"))
                .hasSameHashCodeAs(contract(server).region("b"));
        assertThat(region)
                .isNotEqualTo(contract(server.withRegions("b").withIamUrl("https://iam.a"))
                        .region("b"))
                .isNotEqualTo(contract(RegionalServer.of("https://{region}.c").withIamUrl("https://iam.{region}.a"))
                        .region("b"))
                .isNotEqualTo(region.withIamEndpoint(region.endpoint()))
                .isNotEqualTo("b")
                .doesNotHaveSameHashCodeAs(contract(server).region("c"));
        assertThat(region.withIamEndpoint(region.endpoint()).iamEndpoint()).isEqualTo(region.endpoint());
        assertThatThrownBy(() -> contract(server.withRegions("c")).region("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no server of the contract is for it");
        // In one address with another id, as of a contract that has one server for two regions.
        RegionalServer one = RegionalServer.of("https://a").withRegions("b", "c");
        assertThat(contract(one).region("b")).isNotEqualTo(contract(one).region("c"));
        assertThat(contract(server.withRegions("B")).region("b").id()).isEqualTo("B");
    }

    @Test
    void contract_isAsItWasToldWordByWord() {
        Contract whole = Contract.of("t/1", new ObjectMapper(), code -> null);
        assertThat(whole.userAgent()).isEqualTo("t/1");
        assertThat(whole.defaultRegion()).isEmpty();
        assertThat(whole.needsProject()).isTrue();
        assertThat(whole.needsCredentials()).isTrue();
        Contract withoutProject = whole.withoutProject();
        assertThat(withoutProject.needsProject()).isFalse();
        assertThat(withoutProject.needsCredentials()).isTrue();
        Contract withoutCredentials = whole.withoutCredentials();
        assertThat(withoutCredentials.needsProject()).isTrue();
        assertThat(withoutCredentials.needsCredentials()).isFalse();
        assertThat(whole.withServers("north-1").defaultRegion()).isEqualTo("north-1");
    }
}
