package io.github.vpcep.consumer;

import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.runtime.auth.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What every application does with the client: list, try again, call without waiting, wait for a state. */
public final class Consumer {
    private static final String ENDPOINT = "{\"id\":\"e-1\",\"status\":\"%s\",\"created_at\":\"2026-01-31T08:00:00Z\"}";

    private Consumer() {}

    /**
     * Runs all of it.
     *
     * @param args how many jars with OkHttp there are to be, and the version of Jackson
     */
    public static void main(String[] args) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int number = requests.incrementAndGet();
            boolean one = exchange.getRequestURI().getPath().endsWith("/e-1");
            // Every second request finds the server away for a moment.
            int status = number % 2 == 1 ? 503 : 200;
            String endpoint = String.format(ENDPOINT, number < 8 ? "creating" : "accepted");
            byte[] body = (one ? endpoint : "{\"endpoints\":[" + endpoint + "],\"total_count\":1}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort();
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(address)
                .projectId("p")
                .credentials(Credentials.accessKey("ak", "sk"))
                .build()) {
            same("listed, at the second try", 1, vpcep.endpoints().list().items().size());
            same("requests so far", 2, requests.get());
            same(
                    "listed without waiting",
                    "e-1",
                    vpcep.async().endpoints().list().get(30, TimeUnit.SECONDS).items().get(0).id());
            same("requests so far", 4, requests.get());
            same(
                    "waited for",
                    EndpointStatus.ACCEPTED,
                    vpcep.endpoints()
                            .awaitStatus("e-1", EndpointStatus.ACCEPTED, Duration.ofMinutes(1))
                            .status());
            Vendor.list(address);
        } finally {
            server.stop(0);
        }
        List<URL> found = Collections.list(Consumer.class.getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        same("jars with OkHttp " + found, Integer.parseInt(args[0]), found.size());
        for (String part : List.of("core.JsonFactory", "databind.ObjectMapper")) {
            Package jackson = Class.forName("com.fasterxml.jackson." + part).getPackage();
            same(jackson.getName(), args[1], jackson.getImplementationVersion());
        }
        System.out.println("ok: OkHttp from " + found.get(0));
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", but was " + actual);
        }
    }
}
