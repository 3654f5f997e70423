package io.github.vpcep.sandbox.vpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VPC with what it holds.
 *
 * @param id its id
 * @param projectId the project that has it; null: each project has it for itself
 * @param subnets its subnets, no two of which have addresses in common
 * @param ports its network interfaces
 * @param routeTables its route tables, one of them the default one, which is added when none is
 */
public record Vpc(
        String id, @Nullable String projectId, List<Subnet> subnets, List<Port> ports, List<RouteTable> routeTables) {
    /** Refuses what no VPC can be. */
    public Vpc {
        Ids.check(id);
        subnets = List.copyOf(subnets);
        ports = List.copyOf(ports);
        routeTables = withDefault(id, routeTables);
        refuseOverlap(subnets);
    }

    /** One that each project has for itself, with nothing in it but its default route table. */
    public static Vpc of(String id) {
        return new Vpc(id, null, List.of(), List.of(), List.of());
    }

    /** This one, only in that project. */
    public Vpc inProject(String project) {
        return new Vpc(id, project, subnets, ports, routeTables);
    }

    /** This one with these subnets. */
    public Vpc withSubnets(Subnet... others) {
        return new Vpc(id, projectId, List.of(others), ports, routeTables);
    }

    /** This one with these network interfaces. */
    public Vpc withPorts(Port... others) {
        return new Vpc(id, projectId, subnets, List.of(others), routeTables);
    }

    /** This one with these route tables. */
    public Vpc withRouteTables(RouteTable... others) {
        return new Vpc(id, projectId, subnets, ports, List.of(others));
    }

    /** The subnet with this id. */
    public Optional<Subnet> subnet(String subnetId) {
        return subnets.stream().filter(each -> each.id().equals(subnetId)).findFirst();
    }

    /** The network interface with this id. */
    public Optional<Port> port(String portId) {
        return ports.stream().filter(each -> each.id().equals(portId)).findFirst();
    }

    /** Whether it has the route table with this id. */
    public boolean hasRouteTable(String routeTableId) {
        return routeTables.stream().anyMatch(each -> each.id().equals(routeTableId));
    }

    /** The route table that is meant when none is named. */
    public RouteTable defaultRouteTable() {
        return routeTables.stream().filter(RouteTable::isDefault).findFirst().orElseThrow();
    }

    private static List<RouteTable> withDefault(String id, List<RouteTable> tables) {
        long defaults = tables.stream().filter(RouteTable::isDefault).count();
        if (defaults > 1) {
            throw new IllegalArgumentException("route_tables has " + defaults
                    + " default ones; allowed is one, or none for one with an id of its own");
        }
        List<RouteTable> all = new ArrayList<>(tables);
        if (defaults == 0) {
            all.add(RouteTable.defaultOf(id));
        }
        return List.copyOf(all);
    }

    private static void refuseOverlap(List<Subnet> subnets) {
        for (int i = 0; i < subnets.size(); i++) {
            Subnet one = subnets.get(i);
            for (Subnet other : subnets.subList(i + 1, subnets.size())) {
                if (one.block().overlaps(other.block())) {
                    throw new IllegalArgumentException(
                            "subnets " + one.id() + " and " + other.id() + " have addresses in common");
                }
            }
        }
    }
}
