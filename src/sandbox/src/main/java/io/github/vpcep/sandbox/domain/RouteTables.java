package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The route tables of a VPC, each of which leads to one endpoint; without a VPC, any that are named. */
final class RouteTables {
    private final Optional<Vpc> vpc;

    RouteTables(Optional<Vpc> vpc) {
        this.vpc = vpc;
    }

    /** The ids of route tables, each once. */
    static List<String> ids(List<String> ids) {
        return ids.stream()
                .map(id -> Checks.id(id, ErrorCode.INVALID_ROUTE_TABLE_ID))
                .distinct()
                .toList();
    }

    /** The default route table. */
    String defaultOf(String vpcId) {
        return vpc.map(Vpc::defaultRouteTable)
                .orElseGet(() -> RouteTable.defaultOf(vpcId))
                .id();
    }

    /** Refuses route tables that are not there. */
    void refuseUnknown(List<String> ids) {
        if (!ids.stream().allMatch(this::isKnown)) {
            throw new Problem(ErrorCode.ROUTE_TABLE_NOT_FOUND);
        }
    }

    /** Refuses route tables none of which is there. */
    void refuseUnlessAnyIsKnown(List<String> ids) {
        if (ids.stream().noneMatch(this::isKnown)) {
            throw new Problem(ErrorCode.ROUTE_TABLE_NOT_FOUND);
        }
    }

    /** Refuses route tables that lead to another endpoint of the project. */
    void refuseTaken(Unit unit, String projectId, String endpointId, List<String> ids) {
        Collection<ErrorCode> obstacles =
                obstacles(unit, projectId, endpointId, ids).values();
        if (!obstacles.isEmpty()) {
            throw new Problem(obstacles.iterator().next());
        }
    }

    /** Why some of these cannot lead to the endpoint of a project, by their ids, in their order. */
    Map<String, ErrorCode> obstacles(Unit unit, String projectId, String endpointId, List<String> ids) {
        Map<String, ErrorCode> obstacles = new LinkedHashMap<>();
        Set<String> taken = taken(unit, projectId, endpointId);
        for (String id : ids) {
            if (!isKnown(id)) {
                obstacles.put(id, ErrorCode.ROUTE_TABLE_NOT_FOUND);
            } else if (taken.contains(id)) {
                obstacles.put(id, ErrorCode.ROUTE_TABLE_IN_USE);
            }
        }
        return obstacles;
    }

    private boolean isKnown(String id) {
        return vpc.isEmpty() || vpc.get().hasRouteTable(id);
    }

    /** Those that lead to another endpoint. A project has few endpoints in one VPC, which an index finds. */
    private Set<String> taken(Unit unit, String projectId, String endpointId) {
        return vpc
                .map(each -> Filter.by(EndpointField.PROJECT_ID, projectId).and(EndpointField.VPC_ID, each.id()))
                .map(filter -> unit.endpoints(filter, Slice.ALL).items())
                .orElse(List.of())
                .stream()
                .filter(other -> !other.id().equals(endpointId))
                .flatMap(other -> other.document().routeTables().stream())
                .collect(Collectors.toSet());
    }
}
