package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Route tables, which belong to VPCs: any well-formed id is taken for one. */
final class RouteTables {
    private RouteTables() {}

    /** The ids of route tables, each once. */
    static List<String> ids(List<String> ids) {
        return ids.stream()
                .map(id -> Checks.id(id, ErrorCode.INVALID_ROUTE_TABLE_ID))
                .distinct()
                .toList();
    }

    /** The default route table of a VPC, whose id follows from that of the VPC. */
    static String defaultOf(String vpcId) {
        return UUID.nameUUIDFromBytes(("routetable." + vpcId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
