package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation of the contract is driven by the SDK, which lacks the newest two. */
class OperationsTest {
    /** In the SDK since 3.1.180; the newest that the registry has is older. The suites of the wire drive them. */
    private static final Set<String> NOT_IN_SDK = Set.of("UpgradeEndpoint", "AddEndpointServiceServerResource");

    private static final Set<String> ONLY_IN_SDK = Set.of();

    @Test
    void operations_ofContractAndSdk_differAsListed() {
        assertThat(without(Operations.ofContract(), Operations.ofSdk())).isEqualTo(NOT_IN_SDK);
        assertThat(without(Operations.ofSdk(), Operations.ofContract())).isEqualTo(ONLY_IN_SDK);
    }

    @Test
    void operations_ofContract_areEachDrivenByATest() {
        Set<String> driven = Operations.drivenBy(
                VersionsTest.class,
                ServicesTest.class,
                ConnectionsTest.class,
                WhitelistsTest.class,
                EndpointsTest.class,
                QuotasTest.class,
                TagsTest.class);
        assertThat(driven).isEqualTo(without(Operations.ofContract(), NOT_IN_SDK));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
