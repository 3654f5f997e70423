package io.github.vpcep.sandbox.vpc;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The VPCs that a set-up names; when there are none, any id is taken for one of the VPC service. Immutable. */
public final class Vpcs {
    /** None, so that any id is taken. */
    public static final Vpcs ANY = new Vpcs(List.of());

    private final List<Vpc> all;

    private Vpcs(List<Vpc> all) {
        this.all = List.copyOf(all);
        refuseDuplicates("VPC", this.all.stream().map(Vpc::id));
        refuseDuplicates(
                "subnet",
                this.all.stream().flatMap(each -> each.subnets().stream()).map(Subnet::id));
        refuseDuplicates(
                "port", this.all.stream().flatMap(each -> each.ports().stream()).map(Port::id));
        refuseDuplicates(
                "route table",
                this.all.stream().flatMap(each -> each.routeTables().stream()).map(RouteTable::id));
    }

    /**
     * Puts VPCs together.
     *
     * @throws IllegalArgumentException if two of them, or of their subnets, ports or route tables, have one id
     */
    public static Vpcs of(List<Vpc> vpcs) {
        return new Vpcs(vpcs);
    }

    /** All of them. */
    public List<Vpc> all() {
        return all;
    }

    /** Whether none is named, so that any id is taken. */
    public boolean isAny() {
        return all.isEmpty();
    }

    /** A VPC of the project. */
    public Optional<Vpc> find(String projectId, String vpcId) {
        return first(projectId, each -> each.id().equals(vpcId));
    }

    /** The VPC of the project that holds this subnet. */
    public Optional<Vpc> withSubnet(String projectId, String subnetId) {
        return first(projectId, each -> each.subnet(subnetId).isPresent());
    }

    /** The VPC of the project that holds this network interface. */
    public Optional<Vpc> withPort(String projectId, String portId) {
        return first(projectId, each -> each.port(portId).isPresent());
    }

    private Optional<Vpc> first(String projectId, Predicate<Vpc> condition) {
        return all.stream()
                .filter(each -> each.projectId() == null || projectId.equals(each.projectId()))
                .filter(condition)
                .findFirst();
    }

    private static void refuseDuplicates(String what, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.forEach(each -> {
            if (!seen.add(each)) {
                throw new IllegalArgumentException("the id " + each + " belongs to more than one " + what);
            }
        });
    }
}
