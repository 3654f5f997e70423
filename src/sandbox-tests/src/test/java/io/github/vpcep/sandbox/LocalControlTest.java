package io.github.vpcep.sandbox;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The sandbox of this JVM, by its own methods. */
class LocalControlTest extends SandboxControlContract {
    @RegisterExtension
    final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard());

    @Override
    SandboxControl control() {
        return sandbox;
    }
}
