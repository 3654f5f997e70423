package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the health check of the image finds. */
class HealthTest {
    private static List<String> eitherWay(int port) {
        return List.of("http://127.0.0.1:" + port, "https://127.0.0.1:" + port);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sandbox_thatRuns_isWell_alsoWithACertificateThatNobodyKnows(boolean tls) {
        SandboxConfig config = SandboxConfig.standard();
        try (VpcepSandbox sandbox = VpcepSandbox.start(tls ? config.withTls() : config)) {
            assertThat(Health.problem(eitherWay(sandbox.uri().getPort()))).isNull();
        }
    }

    @Test
    void sandbox_thatHasEnded_isNotWell() {
        VpcepSandbox sandbox = VpcepSandbox.start();
        int port = sandbox.uri().getPort();
        sandbox.close();

        assertThat(Health.problem(eitherWay(port))).startsWith("http://127.0.0.1:" + port + ": ");
    }

    @Test
    void whateverElseAnswers_isToldWithItsStatus_andNobodyElseIsAsked() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/healthz") ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThat(Health.problem(List.of(url + "/other", url))).isEqualTo(url + "/other: answered 503");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void addressThatIsNone_isTold_theFirstOfThem() {
        assertThat(Health.problem(List.of("no address", "none either"))).startsWith("no address: ");
    }
}
