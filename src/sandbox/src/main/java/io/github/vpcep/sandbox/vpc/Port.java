package io.github.vpcep.sandbox.vpc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A network interface of a VPC, behind which a backend may be. Immutable. */
public final class Port {
    private final String id;
    private final @Nullable String loadBalancer;
    private final @Nullable Integer maxServices;

    private Port(String id, @Nullable String loadBalancer, @Nullable Integer maxServices) {
        this.id = id;
        this.loadBalancer = loadBalancer;
        this.maxServices = maxServices;
    }

    /**
     * One that belongs to no load balancer, for any number of services.
     *
     * @throws IllegalArgumentException if no network interface can have the id
     */
    public static Port of(String id) {
        Ids.check(id);
        return new Port(id, null, null);
    }

    /** This one, of a load balancer of that kind, such as shared or dedicated. */
    public Port withLoadBalancer(String kind) {
        return new Port(id, Objects.requireNonNull(kind, "loadBalancer"), maxServices);
    }

    /**
     * This one, as the backend of at most so many endpoint services.
     *
     * @throws IllegalArgumentException if negative
     */
    public Port withMaxServices(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("max_services is " + most + "; allowed is 0 and more");
        }
        return new Port(id, loadBalancer, most);
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The kind of load balancer that it belongs to; null for none. */
    public @Nullable String loadBalancer() {
        return loadBalancer;
    }

    /** How many endpoint services may have it as their backend; null for any number. */
    public @Nullable Integer maxServices() {
        return maxServices;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Port that
                && id.equals(that.id)
                && Objects.equals(loadBalancer, that.loadBalancer)
                && Objects.equals(maxServices, that.maxServices);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Port[id=" + id + ", loadBalancer=" + loadBalancer + ", maxServices=" + maxServices + "]";
    }
}
