package io.github.vpcep.sandbox.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a VPC can be. */
class VpcTest {
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
    }

    @Test
    void vpcs_withTheSameSubnet_areRefused() {
        Vpc one = Vpc.of("v").withSubnets(new Subnet("a", "10.0.0.0/16"));
        Vpc other = Vpc.of("w").withSubnets(new Subnet("a", "10.1.0.0/16"));
        assertThatThrownBy(() -> Vpcs.of(List.of(one, other))).hasMessage("the id a belongs to more than one subnet");
    }
}
