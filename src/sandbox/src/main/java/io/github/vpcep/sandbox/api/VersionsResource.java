package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.VersionDetails;
import io.github.vpcep.model.VersionList;
import io.github.vpcep.sandbox.domain.Versions;
import io.github.vpcep.server.VersionsApi;
import java.net.URI;

/** Hands requests about the versions of the API to their rules. */
final class VersionsResource implements VersionsApi {
    private final Versions versions;
    private final URI base;

    VersionsResource(Versions versions, URI base) {
        this.versions = versions;
        this.base = base;
    }

    @Override
    public VersionDetails get(String version) {
        return versions.get(version, base);
    }

    @Override
    public VersionList list() {
        return versions.list(base);
    }
}
