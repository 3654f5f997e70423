package io.github.vpcep.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prism starts, answers from the contract, and says plainly why when it cannot. */
class PrismServerTest {
    @SuppressWarnings("NullAway.Init")
    private static PrismServer mock;

    private final String mode = System.getProperty("vpcep.prism", "");

    @BeforeAll
    static void start() {
        mock = PrismServer.mock();
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @AfterEach
    void restoreMode() {
        System.setProperty("vpcep.prism", mode);
    }

    @Test
    void mock_whenStarted_answersFromTheContract() throws Exception {
        URI rename = URI.create(mock.uri() + "/v1/p/vpc-endpoint-services/s/name");
        HttpRequest request = HttpRequest.newBuilder(rename)
                .header("X-Auth-Token", "t")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"endpoint_service_name\":\"orders\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("{\"endpoint_service_name\":\"orders\"}");
    }

    /**
     * Where all of 127 is this machine's it would be reached by any of it; a container's port is its engine's affair.
     */
    @Test
    void mock_startedByNode_listensOnOneAddressOfThisMachine() {
        String host = mock.startedFrom().startsWith("npm") ? "127.0.0.2" : "0.0.0.1";

        assertThatThrownBy(() -> new Socket(host, mock.uri().getPort()).close()).isInstanceOf(IOException.class);
    }

    @Test
    void contract_givenToPrism_hasNoExtensions_andAllElse() {
        assertThat(PrismServer.withoutExtensions("""
                        paths:
                          /cars:
                            x-known-from: 2026
                            get:
                              x-rows:
                                - a: 1

                                  b: 2
                              description: |
                                One line.

                                And one more.
                        x-last:
                          c: 3
                        """)).isEqualTo("""
                        paths:
                          /cars:
                            get:
                              description: |
                                One line.

                                And one more.
                        """);
    }

    @Test
    void upstream_ofAMock_isRefused() {
        assertThatThrownBy(mock::upstream)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A mock has no upstream");
    }

    @Test
    void mock_whenModeIsUnknown_namesTheModes() {
        System.setProperty("vpcep.prism", "podman");
        assertThatThrownBy(PrismServer::mock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("vpcep.prism is \"podman\", but must be auto, docker or node");
    }
}
