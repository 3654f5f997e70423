package io.github.vpcep.sandbox.state;

import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.util.List;

/**
 * A VPC that a set-up names, with one subnet, as the model knows it.
 *
 * @param id its id
 * @param project whose it is; empty: each project has it for itself
 * @param subnet the id of its subnet
 * @param network the first three numbers of its addresses
 * @param length of the subnet's block
 * @param ports its network interfaces
 * @param tables its route tables
 * @param hasDefault whether the first of them is the default one; else that is one of its own
 */
record Named(
        String id,
        String project,
        String subnet,
        String network,
        int length,
        List<NamedPort> ports,
        List<String> tables,
        boolean hasDefault) {
    /** A network interface: of which kind of load balancer, and for how many services. */
    record NamedPort(String id, String kind, int most) {}

    /** A small subnet and a port for one service; load balancers of two kinds; what only one account has. */
    static final List<Named> ALL = List.of(
            new Named(
                    "v1",
                    "",
                    "s1",
                    "192.168.0",
                    29,
                    List.of(port("p1", "", 1), port("p2", "", 9), port("p8", "", 9)),
                    List.of("t1", "t2"),
                    true),
            new Named(
                    "v2",
                    "",
                    "s2",
                    "192.168.0",
                    24,
                    List.of(port("p3", "shared", 9), port("p4", "dedicated", 9), port("p9", "shared", 9)),
                    List.of("t3"),
                    false),
            new Named("v3", Who.BERT.project, "s3", "10.0.0", 24, List.of(port("p5", "", 9)), List.of("t4"), false));

    private static NamedPort port(String id, String kind, int most) {
        return new NamedPort(id, kind, most);
    }

    boolean isOf(String other) {
        return project.isEmpty() || project.equals(other);
    }

    boolean has(String port) {
        return ports.stream().anyMatch(each -> each.id().equals(port));
    }

    /** How many addresses are for endpoints: all but the first two and the last three. */
    int hosts() {
        return (1 << (32 - length)) - 5;
    }

    /** Whether an address is one of those. */
    boolean isHost(String ip) {
        int dot = ip.lastIndexOf('.');
        int number = dot < 0 ? 0 : Integer.parseInt(ip.substring(dot + 1));
        return dot > 0 && ip.substring(0, dot).equals(network) && number >= 2 && number < 2 + hosts();
    }

    /** Of which kind of load balancer a port is; empty for none. */
    static String kind(List<Named> all, String port) {
        return all.stream()
                .flatMap(each -> each.ports().stream())
                .filter(each -> each.id().equals(port))
                .map(NamedPort::kind)
                .findFirst()
                .orElse("");
    }

    /** How many services of a project a port takes. */
    static int most(List<Named> all, String port) {
        return all.stream()
                .flatMap(each -> each.ports().stream())
                .filter(each -> each.id().equals(port))
                .map(NamedPort::most)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** Those of the ids that the VPC has. */
    static List<String> of(List<Named> all, String vpc, List<String> ids) {
        return all.stream()
                .filter(each -> each.id().equals(vpc))
                .flatMap(each -> ids.stream()
                        .filter(id -> each.has(id)
                                || each.subnet().equals(id)
                                || each.tables().contains(id)))
                .toList();
    }

    /** As the sandbox takes it. */
    Vpc vpc() {
        Vpc vpc = Vpc.of(id)
                .withSubnets(new Subnet(subnet, network + ".0/" + length))
                .withPorts(ports.stream()
                        .map(each -> each.kind().isEmpty()
                                ? Port.of(each.id()).withMaxServices(each.most())
                                : Port.of(each.id())
                                        .withLoadBalancer(each.kind())
                                        .withMaxServices(each.most()))
                        .toArray(Port[]::new))
                .withRouteTables(tables.stream()
                        .map(each -> new RouteTable(each, hasDefault && tables.indexOf(each) == 0))
                        .toArray(RouteTable[]::new));
        return project.isEmpty() ? vpc : vpc.inProject(project);
    }
}
