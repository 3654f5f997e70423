package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.postgres.PostgresServer;
import io.github.vpcep.sandbox.postgres.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it works on a database leaves all that it answered, and nothing half done. */
@Timeout(180)
class KilledProgramIT {
    private static final int WORKERS = 3;
    private static final int ROUNDS = 10;

    private final String database = PostgresServer.shared().newDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeEach
    void allowMany() throws IOException {
        Files.writeString(
                directory.resolve("config.json"),
                "{\"quotas\": {\"endpoint_services\": 100000, \"endpoints\": 100000}}");
    }

    @Test
    void onlyProgram_whenKilled_hasItsStateAfterANewStart() throws Exception {
        Load load = new Load();
        try (Program program = start();
                VpcepClient client = client(program)) {
            Together.callAtOnce(WORKERS + 1, i -> {
                if (i < WORKERS) {
                    assertIsCutOff(load, client);
                } else {
                    load.await(ROUNDS);
                    program.kill();
                }
                return i;
            });
        }

        try (Program again = start();
                VpcepClient client = client(again)) {
            load.check(client);
        }
        System.out.println("Killed alone: " + load.answers() + " answers kept");
    }

    @Test
    void program_whenAnotherIsKilled_goesOn_andHasTheStateOfBoth() throws Exception {
        Load lost = new Load();
        Load load = new Load();
        try (Program killed = start();
                Program program = start();
                VpcepClient cutOff = client(killed);
                VpcepClient client = client(program)) {
            Together.callAtOnce(2 * WORKERS + 1, i -> {
                if (i < WORKERS) {
                    assertIsCutOff(lost, cutOff);
                } else if (i < 2 * WORKERS) {
                    load.run(client);
                } else {
                    killBetween(lost, killed, load);
                }
                return i;
            });
            lost.check(client);
            load.check(client);
        }

        try (Program again = start();
                VpcepClient client = client(again)) {
            lost.check(client);
            load.check(client);
        }
        System.out.println("Killed beside another: " + lost.answers() + " and " + load.answers() + " answers kept");
    }

    private static void killBetween(Load lost, Program killed, Load load) {
        try {
            lost.await(ROUNDS);
            killed.kill();
            load.await(ROUNDS);
        } finally {
            load.end();
        }
    }

    private static void assertIsCutOff(Load load, VpcepClient client) {
        assertThatThrownBy(() -> load.run(client)).isInstanceOf(VpcepTransportException.class);
    }

    private Program start() {
        return Program.start(
                directory,
                "--port",
                "0",
                "--store",
                database,
                "--config",
                directory.resolve("config.json").toString());
    }

    private static VpcepClient client(Program program) {
        return Program.client(program.awaitReady(), SandboxConfig.DEMO);
    }
}
