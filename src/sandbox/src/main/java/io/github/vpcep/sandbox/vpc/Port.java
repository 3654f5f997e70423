package io.github.vpcep.sandbox.vpc;

import org.jspecify.annotations.Nullable;

/**
 * A network interface of a VPC, behind which a backend may be.
 *
 * @param id its id
 * @param loadBalancer the kind of load balancer that it belongs to, such as shared or dedicated; null for none
 * @param maxServices how many endpoint services may have it as their backend; null for any number
 */
public record Port(
        String id, @Nullable String loadBalancer, @Nullable Integer maxServices) {
    /** Refuses what no network interface can be. */
    public Port {
        Ids.check(id);
        if (maxServices != null && maxServices < 0) {
            throw new IllegalArgumentException("max_services is " + maxServices + "; allowed is 0 and more");
        }
    }

    /** One that belongs to no load balancer, for any number of services. */
    public Port(String id) {
        this(id, null, null);
    }
}
