package io.github.vpcep.sandbox.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a VPC can be. */
class VpcTest {
    private static final Subnet NET = new Subnet("s", "10.0.0.0/29");
    private static final Port PORT = Port.of("q").withLoadBalancer("shared").withMaxServices(1);

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/29, 3, 10.0.0.2, 10.0.0.4",
        "192.168.0.0/24, 251, 192.168.0.2, 192.168.0.252",
        "198.19.0.0/17, 32763, 198.19.0.2, 198.19.127.252",
        "0.0.0.0/1, 2147483643, 0.0.0.2, 127.255.255.252",
    })
    void hosts_areAllButTheFirstTwoAndTheLastThree(String cidr, long hosts, String first, String last) {
        Subnet subnet = new Subnet("s", cidr);
        assertThat(subnet.hosts()).isEqualTo(hosts);
        assertThat(subnet.host(0)).isEqualTo(first);
        assertThat(subnet.host(hosts - 1)).isEqualTo(last);
        assertThat(subnet.isHost(first) && subnet.isHost(last)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "10.0.0.0/30",
                "10.0.0.0",
                "10.0.0.1/24",
                "10.0.0.0/33",
                "198.19.128.0/17",
                "198.19.200.0/24",
                "198.0.0.0/8"
            })
    void subnet_withAnyOtherBlock_isRefused(String cidr) {
        assertThatThrownBy(() -> new Subnet("s", cidr))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cidr is \"" + cidr)
                .hasMessageContaining("198.19.128.0/17");
    }

    @Test
    void vpc_withSubnetsThatOverlap_isRefused() {
        assertThatThrownBy(() -> Vpc.of("v")
                        .withSubnets(
                                new Subnet("a", "10.0.0.0/16"),
                                new Subnet("b", "10.1.0.0/16"),
                                new Subnet("c", "10.0.9.0/24")))
                .hasMessage("subnets a and c have addresses in common");
    }

    @Test
    void vpc_withTwoDefaultRouteTables_isRefused() {
        assertThatThrownBy(() -> Vpc.of("v").withRouteTables(new RouteTable("a", true), new RouteTable("b", true)))
                .hasMessageStartingWith("route_tables has 2 default ones; allowed is one");
    }

    @Test
    void vpc_withoutADefaultRouteTable_getsOne() {
        Vpc vpc = Vpc.of("v").withRouteTables(new RouteTable("a", false));
        assertThat(vpc.routeTables()).hasSize(2);
        assertThat(vpc.hasRouteTable("a")).isTrue();
        assertThat(vpc.defaultRouteTable()).isEqualTo(RouteTable.defaultOf("v"));
        assertThat(Vpc.of("v").routeTables()).containsExactly(RouteTable.defaultOf("v"));
    }

    @Test
    void vpcs_withAnIdTwice_areRefused() {
        Vpc vpc = Vpc.of("v");
        Map<String, Function<Vpc, Vpc>> twice = Map.of(
                "subnet", each -> each.withSubnets(NET),
                "port", each -> each.withPorts(PORT),
                "route table", each -> each.withRouteTables(new RouteTable("t", false)));

        assertThatThrownBy(() -> Vpcs.of(List.of(vpc, vpc))).hasMessage("the id v belongs to more than one VPC");
        twice.forEach((what, change) -> assertThatThrownBy(
                        () -> Vpcs.of(List.of(change.apply(vpc), change.apply(Vpc.of("w")))))
                .hasMessageMatching("the id [sqt] belongs to more than one " + what));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7/24, 256, 10.0.0.0", "0.0.0.0/0, 4294967296, 0.0.0.0", "255.255.255.255/32, 1, 255.255.255.255"
    })
    void block_isWrittenAsItWasRead_andBeginsWithItsFirstAddress(String text, long size, String first) {
        Block block = Block.of(text).orElseThrow();

        assertThat(block).hasToString(text);
        assertThat(block.size()).isEqualTo(size);
        assertThat(Block.of(first).orElseThrow().address()).isEqualTo(block.first());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.1.0/24, false",
        "10.0.0.0/24, 10.0.0.255, true",
        "10.0.0.0/24, 10.0.0.0, true",
        "10.0.0.7/24, 10.0.0.200/25, true",
        "0.0.0.0/0, 255.255.255.255, true",
    })
    void blocks_withAnAddressInCommon_overlap_whicheverIsAsked(String one, String other, boolean overlap) {
        Block first = Block.of(one).orElseThrow();
        Block second = Block.of(other).orElseThrow();

        assertThat(first.overlaps(second)).isEqualTo(overlap);
        assertThat(second.overlaps(first)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, false", "10.0.0.2, true", "10.0.0.4, true", "10.0.0.5, false", "11.0.0.2, false", "x, false"
    })
    void address_isOneForEndpoints_whenItIsAHost(String ip, boolean isHost) {
        assertThat(new Subnet("s", "10.0.0.0/29").isHost(ip)).isEqualTo(isHost);
    }

    @Test
    void id_hasOneTo64Characters() {
        assertThat(Vpc.of("v".repeat(64)).id()).hasSize(64);
        for (String id : List.of("", " ", "v".repeat(65))) {
            for (ThrowingCallable making : List.<ThrowingCallable>of(
                    () -> Vpc.of(id),
                    () -> Port.of(id),
                    () -> new Subnet(id, "10.0.0.0/29"),
                    () -> new RouteTable(id, false))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(making)
                        .withMessage("id is \"" + id + "\"; allowed are 1 to 64 characters");
            }
        }
    }

    @Test
    void port_mayHaveNoServices_butNotFewer() {
        assertThat(Port.of("q").withMaxServices(0).maxServices()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Port.of("q").withMaxServices(-1))
                .withMessage("max_services is -1; allowed is 0 and more");
    }

    /** In whichever order it is put together, nothing that was said before is lost. */
    @Test
    void vpc_isEqualToOneOfTheSameParts() {
        Vpc vpc =
                Vpc.of("v").inProject("p").withSubnets(NET).withPorts(PORT).withRouteTables(new RouteTable("t", true));

        assertThat(Vpc.of("v")
                        .withRouteTables(new RouteTable("t", true))
                        .withPorts(Port.of("q").withMaxServices(1).withLoadBalancer("shared"))
                        .withSubnets(NET)
                        .inProject("p"))
                .isEqualTo(vpc)
                .hasSameHashCodeAs(vpc);
        assertThat(List.of(
                        vpc.inProject("other"),
                        vpc.withSubnets(),
                        vpc.withPorts(),
                        vpc.withRouteTables(),
                        Vpc.of("w")
                                .inProject("p")
                                .withSubnets(NET)
                                .withPorts(PORT)
                                .withRouteTables(new RouteTable("t", true))))
                .doesNotContain(vpc);
        assertThat(vpc)
                .isNotEqualTo("v")
                .hasToString("Vpc[id=v, projectId=p, subnets=[Subnet[id=s, block=10.0.0.0/29]],"
                        + " ports=[Port[id=q, loadBalancer=shared, maxServices=1]],"
                        + " routeTables=[RouteTable[id=t, isDefault=true]]]");
    }

    @Test
    void port_isEqualToOneOfTheSameParts() {
        assertThat(PORT.loadBalancer()).isEqualTo("shared");
        assertThat(PORT.maxServices()).isEqualTo(1);
        assertThat(Port.of("q").maxServices()).isNull();
        assertThat(PORT)
                .isNotEqualTo("q")
                .isEqualTo(Port.of("q").withMaxServices(1).withLoadBalancer("shared"))
                .hasSameHashCodeAs(Port.of("q"))
                .isNotEqualTo(Port.of("q").withMaxServices(1))
                .isNotEqualTo(Port.of("q").withLoadBalancer("shared"))
                .isNotEqualTo(Port.of("r").withMaxServices(1).withLoadBalancer("shared"));
    }

    @Test
    void vpc_findsWhatItHolds_byItsId() {
        Vpc vpc = Vpc.of("v").withSubnets(new Subnet("a", "10.1.0.0/16"), NET).withPorts(Port.of("b"), PORT);

        assertThat(vpc.subnet("s")).contains(NET);
        assertThat(vpc.subnet("q")).isEmpty();
        assertThat(vpc.port("q")).contains(PORT);
        assertThat(vpc.port("s")).isEmpty();
        assertThat(vpc.hasRouteTable("s")).isFalse();
    }

    @Test
    void vpcs_areFoundByTheirProject_orByAnyoneWhenTheyHaveNone() {
        Vpc ours = Vpc.of("ours").withSubnets(NET).withPorts(PORT);
        Vpc theirs = Vpc.of("theirs")
                .inProject("p")
                .withSubnets(new Subnet("their-net", "10.0.0.0/29"))
                .withPorts(Port.of("their-port"));
        Vpcs vpcs = Vpcs.of(List.of(ours, theirs));

        assertThat(vpcs.all()).containsExactly(ours, theirs);
        assertThat(vpcs.isAny()).isFalse();
        assertThat(Vpcs.ANY.isAny()).isTrue();
        assertThat(vpcs.find("p", "theirs")).contains(theirs);
        assertThat(vpcs.find("other", "theirs")).isEmpty();
        assertThat(vpcs.find("other", "ours")).contains(ours);
        assertThat(vpcs.withSubnet("p", "their-net")).contains(theirs);
        assertThat(vpcs.withSubnet("other", "their-net")).isEmpty();
        assertThat(vpcs.withSubnet("p", "s")).contains(ours);
        assertThat(vpcs.withPort("p", "their-port")).contains(theirs);
        assertThat(vpcs.withPort("other", "their-port")).isEmpty();
        assertThat(vpcs.withPort("p", "q")).contains(ours);
    }
}
