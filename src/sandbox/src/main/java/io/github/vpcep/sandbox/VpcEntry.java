package io.github.vpcep.sandbox;

import static io.github.vpcep.sandbox.json.JsonFile.at;
import static io.github.vpcep.sandbox.json.JsonFile.each;
import static io.github.vpcep.sandbox.json.JsonFile.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VPC as it is written in a file. */
record VpcEntry(
        @Nullable String id,
        @Nullable String projectId,
        @Nullable List<@Nullable SubnetEntry> subnets,
        @Nullable List<@Nullable PortEntry> ports,
        @Nullable List<@Nullable RouteTableEntry> routeTables) {
    Vpc vpc(String place) {
        String given = required(id, place + ".id");
        List<Subnet> ofSubnets = each(subnets, place + ".subnets", SubnetEntry::subnet);
        List<Port> ofPorts = each(ports, place + ".ports", PortEntry::port);
        List<RouteTable> ofTables = each(routeTables, place + ".route_tables", RouteTableEntry::routeTable);
        return at(place + ".", () -> {
            Vpc vpc = Vpc.of(given)
                    .withSubnets(ofSubnets.toArray(Subnet[]::new))
                    .withPorts(ofPorts.toArray(Port[]::new))
                    .withRouteTables(ofTables.toArray(RouteTable[]::new));
            return projectId == null ? vpc : vpc.inProject(projectId);
        });
    }

    private record SubnetEntry(
            @Nullable String id, @Nullable String cidr) {
        Subnet subnet(String place) {
            String given = required(id, place + ".id");
            String block = required(cidr, place + ".cidr");
            return at(place + ".", () -> new Subnet(given, block));
        }
    }

    private record PortEntry(
            @Nullable String id,
            @Nullable String loadBalancer,
            @Nullable Integer maxServices) {
        Port port(String place) {
            String given = required(id, place + ".id");
            return at(place + ".", () -> {
                Port port = Port.of(given);
                port = loadBalancer == null ? port : port.withLoadBalancer(loadBalancer);
                return maxServices == null ? port : port.withMaxServices(maxServices);
            });
        }
    }

    private record RouteTableEntry(
            @Nullable String id,
            @JsonProperty("default") @Nullable Boolean isDefault) {
        RouteTable routeTable(String place) {
            String given = required(id, place + ".id");
            return at(place + ".", () -> new RouteTable(given, Boolean.TRUE.equals(isDefault)));
        }
    }
}
