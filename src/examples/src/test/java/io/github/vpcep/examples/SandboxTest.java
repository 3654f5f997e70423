package io.github.vpcep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.VpcepSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test against the sandbox, as the README shows it. */
class SandboxTest {
    @RegisterExtension
    static final VpcepSandbox sandbox = VpcepSandbox.inMemory();

    @Test
    void list_whenThrottledOnce_isSentAgain() {
        sandbox.faults().next("ListEndpoints", 1).withError(ErrorCode.TOO_MANY_REQUESTS);

        assertThat(sandbox.client().endpoints().list().items()).isEmpty();
        assertThat(sandbox.requests("ListEndpoints")).hasSize(2);
    }
}
