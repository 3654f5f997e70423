package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.VersionDetails;
import io.github.vpcep.model.VersionList;
import io.github.vpcep.sandbox.domain.Versions;
import io.github.vpcep.server.VersionsApi;

/** Hands requests about the versions of the API to their rules. */
final class VersionsResource implements VersionsApi {
    @Override
    public VersionDetails get(String version) {
        return versions().get(version, Exchange.current().base());
    }

    @Override
    public VersionList list() {
        return versions().list(Exchange.current().base());
    }

    private static Versions versions() {
        return Exchange.current().domain().versions();
    }
}
