package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.postgres.PostgresServer;
import io.github.vpcep.sandbox.postgres.Together;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program beside a database that comes later and goes away. */
class OutageIT {
    private static final int CALLS = 20;

    @RegisterExtension
    static final PostgresServer server = PostgresServer.start();

    @TempDir
    private Path directory;

    @Test
    void databaseThatIsNotUpYet_isWaitedFor_andItsOutageIsToldOnce() throws Exception {
        String url = server.newDatabase();
        server.stopImmediately();
        try (Program program = Program.start(directory, "--port", "0", "--store", url)) {
            // It says so after its first try.
            program.awaitError("of 60 s for it to come up");
            server.startAgain();
            VpcepClient client = Program.client(program.awaitReady(), SandboxConfig.DEMO);
            assertThat(client.endpointServices().listPublic().totalCount()).isEqualTo(2);

            server.stopImmediately();
            int before = program.errors().length();
            Together.callAtOnce(
                    CALLS,
                    i -> assertThatThrownBy(() -> client.quotas().list()).isInstanceOf(ServerFailureException.class));

            String told = program.errors().substring(before);
            assertThat(told.lines().filter(each -> each.contains("the state cannot be reached")))
                    .hasSize(CALLS);
            assertThat(told.lines().filter(each -> each.startsWith("io.github.vpcep")))
                    .hasSize(1);
            assertThat(told).doesNotContain("secret");
        }
    }
}
