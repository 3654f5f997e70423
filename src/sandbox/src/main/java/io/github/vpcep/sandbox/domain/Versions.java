package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ApiVersion;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Link;
import io.github.vpcep.model.LinkType;
import io.github.vpcep.model.VersionDetails;
import io.github.vpcep.model.VersionList;
import io.github.vpcep.model.VersionStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The versions of the API, of which there is one. */
public final class Versions {
    private static final String ID = "v1";
    private static final Instant RELEASED = Instant.parse("2018-09-30T00:00:00Z");

    /** The same on any state. */
    public Versions(DomainContext context) {}

    /** All versions, below that address. */
    public VersionList list(URI base) {
        return VersionList.builder().versions(List.of(version(base))).build();
    }

    /** One version, below that address. */
    public VersionDetails get(String version, URI base) {
        if (!version.equals(ID)) {
            throw refusal(ErrorCode.RESOURCE_NOT_FOUND, "The version is " + ID + ".");
        }
        return VersionDetails.builder().version(version(base)).build();
    }

    private static ApiVersion version(URI base) {
        String address = base.toString();
        Link self = Link.builder()
                .href(address + (address.endsWith("/") ? "" : "/") + ID)
                .type(LinkType.APPLICATION_JSON)
                .rel("self")
                .build();
        return ApiVersion.builder()
                .status(VersionStatus.CURRENT)
                .id(ID)
                .updatedAt(RELEASED)
                .version("1")
                .minVersion("")
                .links(List.of(self))
                .build();
    }
}
