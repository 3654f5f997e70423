package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sandbox of this JVM, by its own methods. */
class LocalControlTest extends SandboxControlContract {
    @RegisterExtension
    final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard());

    @Override
    SandboxControl control() {
        return sandbox;
    }

    @Test
    void waitOfAThreadThatIsInterrupted_ends_andTheThreadStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sandbox.awaitRequest("ListEndpoints", 1, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
