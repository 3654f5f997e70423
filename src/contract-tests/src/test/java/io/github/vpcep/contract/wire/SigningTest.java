package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.SandboxConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who calls. Prism forwards with encodings of its own, and the signature is over what was meant. */
class SigningTest {
    private static final String KEY = SandboxConfig.DEMO.accessKey();

    @RegisterExtension
    static final Wire wire = new Wire();

    /** Without what JSON may write in two ways: Prism writes bodies anew. */
    @Test
    void createEndpointService_signed_isTakenToTheLetter() {
        try (VpcepClient signing = wire.ownerWith(Credentials.accessKey(KEY, SandboxConfig.DEMO.secretKey()))) {
            assertThat(signing.endpointServices()
                            .create(Wire.newService("orders").toBuilder()
                                    .description("Bücher & \"Co\" / 订单")
                                    .build())
                            .description())
                    .isEqualTo("Bücher & \"Co\" / 订单");
        }
    }

    @Test
    void listEndpointService_signed_mayAskForAnything() {
        try (VpcepClient signing = wire.ownerWith(Credentials.accessKey(KEY, SandboxConfig.DEMO.secretKey()))) {
            assertThat(signing.endpointServices()
                            .list(q -> q.endpointServiceName("a b+c&d=订单/*~").limit(1))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void listEndpoints_signedWithAnotherSecret_isRefused() {
        try (VpcepClient signing = wire.ownerWith(Credentials.accessKey(KEY, "another-secret-key"))) {
            wire.refuses(
                    ErrorCode.AUTHENTICATION_FAILED, () -> signing.endpoints().list());
        }
    }

    @Test
    void listEndpoints_withATokenOfNobody_isRefused() {
        try (VpcepClient nobody = wire.ownerWith(Credentials.token("nobody"))) {
            wire.refuses(
                    ErrorCode.AUTHENTICATION_FAILED, () -> nobody.endpoints().list());
        }
    }
}
