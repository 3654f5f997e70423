package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpcep.model.ApiVersion;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.error.VpcepServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the service speaks. */
class VersionsTest {
    @RegisterExtension
    static final Wire wire = new Wire();

    @Test
    void listVersionDetails_namesTheOne() {
        assertThat(wire.owner().versions().list().versions())
                .extracting(ApiVersion::id)
                .containsExactly("v1");
    }

    /** The documents have no code for the status 406. */
    @Test
    void listVersionDetails_whenNoJsonIsTaken_isRefused() {
        wire.announceObjections();
        assertThatExceptionOfType(VpcepServiceException.class)
                .isThrownBy(() -> wire.owner()
                        .with(o -> o.header("Accept", "text/csv"))
                        .versions()
                        .list())
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(406));
    }

    @Test
    void listSpecifiedVersionDetails_ofTheOne_isIt() {
        assertThat(wire.owner().versions().get("v1").version())
                .isEqualTo(wire.owner().versions().list().versions().get(0));
    }

    @Test
    void listSpecifiedVersionDetails_ofOneToCome_isRefused() {
        wire.refuses(ErrorCode.RESOURCE_NOT_FOUND, () -> wire.owner().versions().get("v2"));
    }
}
