package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests that have to be refused, each with an error of the catalogue and its status. */
final class BadRequests {
    private static final Pattern CODE = Pattern.compile("\"(?:error_)?code\"\\s*:\\s*\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** No JSON, cut off, of another type, nothing, null, not UTF-8, nested deeply, over 1 MB. */
    private static final List<byte[]> BODIES = List.of(
            text("service"),
            text("{\"endpoint_service_id\": \"4189d3c2"),
            text("[1, 2, 3]"),
            text(""),
            text("null"),
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            text("[".repeat(50_000)),
            text("{\"description\": \"" + "x".repeat(1_100_000) + "\"}"));

    private final URI server;
    private final Account account;

    BadRequests(URI server, Account account) {
        this.server = server;
        this.account = account;
    }

    /** One that the client sends as it is told. */
    void badCall(VpcepClient client, Calls calls) {
        String unknown = new UUID(random().nextLong(), random().nextLong()).toString();
        switch (random().nextInt(5)) {
            case 0 -> calls.refused(() -> client.endpoints().get(unknown), ErrorCode.ENDPOINT_NOT_FOUND);
            case 1 -> calls.refused(() -> client.endpoints().list(q -> q.limit(0)), ErrorCode.INVALID_LIMIT);
            case 2 -> calls.refused(() -> client.endpointServices().get(unknown), ErrorCode.RESOURCE_NOT_FOUND);
            case 3 ->
                calls.refused(
                        () -> client.endpoints()
                                .create(e -> e.endpointServiceId(unknown).vpcId("vpc")),
                        ErrorCode.ENDPOINT_SERVICE_NOT_FOUND);
            default ->
                calls.refused(() -> client.endpoints().list(q -> q.vpcId("v".repeat(65))), ErrorCode.INVALID_VPC_ID);
        }
    }

    /** One that no client would send. */
    void faultyRequest(Calls calls) {
        boolean hasToken = random().nextInt(5) > 0;
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/" + account.projectId() + "/vpc-endpoints"))
                .header("Content-Type", "application/json")
                .header("X-Auth-Token", hasToken ? account.token() : "no-token")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(BODIES.get(random().nextInt(BODIES.size()))))
                .build();
        try {
            long begin = System.nanoTime();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            calls.tally().answered(System.nanoTime() - begin);
            judge(answer, calls);
        } catch (IOException e) {
            calls.failed("A faulty request got no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void judge(HttpResponse<String> answer, Calls calls) {
        Matcher code = CODE.matcher(answer.body());
        ErrorCode documented = code.find() ? ErrorCode.find(code.group(1)) : null;
        // Of all that is wrong with a body, the catalogue blames the server for one that is not there.
        boolean isServerFailure = answer.statusCode() >= 500 && documented != ErrorCode.BODY_IS_NULL;
        if (documented == null || documented.status() != answer.statusCode() || isServerFailure) {
            calls.failed("A faulty request was answered " + answer.statusCode() + " " + answer.body());
        } else {
            calls.tally().refused(documented.code());
        }
    }

    private static ThreadLocalRandom random() {
        return ThreadLocalRandom.current();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
