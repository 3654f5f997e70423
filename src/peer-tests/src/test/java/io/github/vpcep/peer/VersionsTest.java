package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.vpcep.v1.model.ListSpecifiedVersionDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.ListVersionDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.VersionObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The versions of the API through the SDK. */
class VersionsTest {
    @RegisterExtension
    static final Peer peer = new Peer();

    @Test
    void listVersionDetails() {
        assertThat(peer.whole(peer.owner().listVersionDetails(new ListVersionDetailsRequest()))
                        .getVersions())
                .singleElement()
                .satisfies(VersionsTest::isCurrent);
    }

    @Test
    void listSpecifiedVersionDetails() {
        isCurrent(peer.whole(peer.owner()
                        .listSpecifiedVersionDetails(new ListSpecifiedVersionDetailsRequest().withVersion("v1")))
                .getVersion());
    }

    private static void isCurrent(VersionObject version) {
        assertThat(version.getId()).isEqualTo("v1");
        assertThat(version.getStatus()).isEqualTo("CURRENT");
        assertThat(version.getVersion()).isEqualTo("1");
        assertThat(version.getMinVersion()).isEmpty();
        assertThat(version.getUpdated()).isNotNull();
        assertThat(version.getLinks())
                .singleElement()
                .satisfies(link ->
                        assertThat(link.getHref()).isEqualTo(peer.sandbox().uri() + "/v1"));
    }
}
