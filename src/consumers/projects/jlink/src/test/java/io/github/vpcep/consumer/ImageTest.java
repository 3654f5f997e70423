package io.github.vpcep.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImageTest {
    @Test
    void imageCallsTheSandbox() throws Exception {
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            Account account = sandbox.account();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("image"), "bin", "consumer").toString(),
                            sandbox.uri().toString(),
                            account.projectId(),
                            account.accessKey(),
                            account.secretKey())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, process.waitFor());
            assertEquals("listed true\nrefused 404\n", printed);
            assertEquals(1, sandbox.requests("CreateEndpoint").size());
        }
    }
}
