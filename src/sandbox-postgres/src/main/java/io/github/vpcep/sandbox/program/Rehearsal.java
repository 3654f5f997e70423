package io.github.vpcep.sandbox.program;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Starts a sandbox, has it answer what is asked most, and ends: the classes of it are what an archive should hold. */
final class Rehearsal {
    private static final String SERVICE = """
        {"vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4", "port_id": "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
         "server_type": "LB", "ports": [{"client_port": 443, "server_port": 8443}]}\
        """;

    private static final String ENDPOINT = """
        {"endpoint_service_id": "obs", "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4"}\
        """;

    private Rehearsal() {}

    /** Runs it. */
    public static void main(String[] words) throws IOException {
        // As the program would, so that the same is loaded.
        Options options = Options.of("--port", "0");
        Account account = SandboxConfig.DEMO;
        String project = "/v1/" + account.projectId();
        try (VpcepSandbox sandbox = VpcepSandbox.start(
                SandboxConfig.standard().withHost(options.host()).withPort(options.port()))) {
            send(sandbox.uri(), "GET", "/", "");
            send(sandbox.uri(), "GET", "/healthz", "");
            send(sandbox.uri(), "GET", "/nowhere/at/all", "");
            send(sandbox.uri(), "POST", project + "/vpc-endpoint-services", SERVICE);
            send(sandbox.uri(), "POST", project + "/vpc-endpoints", ENDPOINT);
            send(sandbox.uri(), "GET", project + "/vpc-endpoints?limit=10", "");
            send(sandbox.uri(), "GET", project + "/vpc-endpoint-services?limit=10", "");
            send(sandbox.uri(), "GET", project + "/quotas", "");
        }
    }

    private static void send(URI uri, String method, String path, String body) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nConnection: close\r\n"
                + "X-Auth-Token: " + SandboxConfig.DEMO.token() + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }
}
