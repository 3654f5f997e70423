package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huaweicloud.sdk.core.HttpListener;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.vpcep.v1.VpcepClient;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsRequest;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import org.junit.jupiter.api.Test;

/** That the other tests pass says something: the SDK's signature is checked. */
class SignatureTest {
    @Test
    void call_signedWithAnotherSecret_isRefused() {
        Account demo = SandboxConfig.DEMO;
        Account impostor = demo.toBuilder()
                .accessKey(demo.accessKey(), "another-secret-key")
                .build();
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            VpcepClient client = Peer.clientOf(sandbox, impostor, HttpListener.forResponseListener(answer -> {}));

            assertThatExceptionOfType(ClientRequestException.class)
                    .isThrownBy(() -> client.listEndpoints(new ListEndpointsRequest()))
                    .satisfies(refused -> {
                        assertThat(refused.getHttpStatusCode()).isEqualTo(401);
                        assertThat(refused.getErrorCode()).isEqualTo("EndPoint.0003");
                        assertThat(refused.getErrorMsg()).doesNotContain(demo.secretKey());
                    });
        }
    }
}
