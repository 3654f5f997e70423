package io.github.vpcep.runtime.contract;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A region of the cloud, with the addresses that follow from it. Those that the contract names are constants of the
 * generated {@code VpcepRegion}, which also has {@code of(…)} for others. Immutable.
 */
public final class Region {
    private final String id;
    private final URI endpoint;
    private final @Nullable URI iamEndpoint;

    Region(String id, URI endpoint, @Nullable URI iamEndpoint) {
        this.id = id;
        this.endpoint = endpoint;
        this.iamEndpoint = iamEndpoint;
    }

    /** The id, such as {@code cn-north-4}. */
    public String id() {
        return id;
    }

    /** The address of the API in the region. */
    public URI endpoint() {
        return endpoint;
    }

    /** The address of IAM for the region, null when the contract tells none. */
    public @Nullable URI iamEndpoint() {
        return iamEndpoint;
    }

    /** Returns this region with another address of IAM. */
    public Region withIamEndpoint(URI iamEndpoint) {
        return new Region(id, endpoint, iamEndpoint);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Region that
                && id.equals(that.id)
                && endpoint.equals(that.endpoint)
                && Objects.equals(iamEndpoint, that.iamEndpoint);
    }

    @Override
    public int hashCode() {
        return endpoint.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }
}
