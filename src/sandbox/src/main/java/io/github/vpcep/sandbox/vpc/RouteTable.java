package io.github.vpcep.sandbox.vpc;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A route table of a VPC.
 *
 * @param id its id
 * @param isDefault whether it is the one of the VPC that is meant when none is named
 */
public record RouteTable(String id, boolean isDefault) {
    /** Refuses what no route table can be. */
    public RouteTable {
        Ids.check(id);
    }

    /** The default route table of a VPC of which no other is known; its id follows from that of the VPC. */
    public static RouteTable defaultOf(String vpcId) {
        byte[] name = ("routetable." + vpcId).getBytes(StandardCharsets.UTF_8);
        return new RouteTable(UUID.nameUUIDFromBytes(name).toString(), true);
    }
}
