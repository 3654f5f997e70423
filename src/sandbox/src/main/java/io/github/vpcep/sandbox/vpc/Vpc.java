package io.github.vpcep.sandbox.vpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A VPC with what it holds. Immutable. */
public final class Vpc {
    private final String id;
    private final @Nullable String projectId;
    private final List<Subnet> subnets;
    private final List<Port> ports;
    private final List<RouteTable> routeTables;

    private Vpc(
            String id,
            @Nullable String projectId,
            List<Subnet> subnets,
            List<Port> ports,
            List<RouteTable> routeTables) {
        this.id = id;
        this.projectId = projectId;
        this.subnets = subnets;
        this.ports = ports;
        this.routeTables = routeTables;
    }

    /**
     * One that each project has for itself, with nothing in it but its default route table.
     *
     * @throws IllegalArgumentException if no VPC can have the id
     */
    public static Vpc of(String id) {
        Ids.check(id);
        return new Vpc(id, null, List.of(), List.of(), withDefault(id, List.of()));
    }

    /** This one, only in that project. */
    public Vpc inProject(String project) {
        return new Vpc(id, Objects.requireNonNull(project, "project"), subnets, ports, routeTables);
    }

    /**
     * This one with these subnets.
     *
     * @throws IllegalArgumentException if two of them have addresses in common
     */
    public Vpc withSubnets(Subnet... others) {
        List<Subnet> all = List.of(others);
        refuseOverlap(all);
        return new Vpc(id, projectId, all, ports, routeTables);
    }

    /** This one with these network interfaces. */
    public Vpc withPorts(Port... others) {
        return new Vpc(id, projectId, subnets, List.of(others), routeTables);
    }

    /**
     * This one with these route tables, one of them the default one, which is added when none is.
     *
     * @throws IllegalArgumentException if several are
     */
    public Vpc withRouteTables(RouteTable... others) {
        return new Vpc(id, projectId, subnets, ports, withDefault(id, List.of(others)));
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The project that has it; null: each project has it for itself. */
    public @Nullable String projectId() {
        return projectId;
    }

    /** Its subnets, no two of which have addresses in common. */
    public List<Subnet> subnets() {
        return subnets;
    }

    /** Its network interfaces. */
    public List<Port> ports() {
        return ports;
    }

    /** Its route tables, one of them the default one. */
    public List<RouteTable> routeTables() {
        return routeTables;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vpc that
                && id.equals(that.id)
                && Objects.equals(projectId, that.projectId)
                && subnets.equals(that.subnets)
                && ports.equals(that.ports)
                && routeTables.equals(that.routeTables);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Vpc[id=" + id + ", projectId=" + projectId + ", subnets=" + subnets + ", ports=" + ports
                + ", routeTables=" + routeTables + "]";
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
