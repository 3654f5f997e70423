// Generated from the servers of spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.runtime.contract.Region;
import java.util.List;

/**
 * The regions that the contract names, and any other by its id.
 *
 * <p>An open set: a region that is newer than this version has the addresses of the contract's first server.
 */
public final class VpcepRegion {
    private static final List<Region> VALUES = List.of(new Region[] {});

    private VpcepRegion() {}

    /**
     * The region with an id, named here or not.
     *
     * @param id the id, such as <code></code>
     * @throws IllegalArgumentException if the id does not fit in a host name: 1 to 63 letters, digits and inner hyphens
     */
    public static Region of(String id) {
        return VpcepContract.CONTRACT.region(id);
    }

    /** Every region that the contract names, in its order. */
    public static List<Region> values() {
        return VALUES;
    }
}
