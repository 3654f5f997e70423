package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.sandbox.SandboxControl;
import io.github.vpcep.sandbox.auth.Account;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * One thread of the soak that steers: moves the clock, orders faults for an account that nobody else uses and takes
 * them back, looks at journal, state and settings, and has a second thread read the stream of requests.
 */
final class Steering implements Runnable {
    private static final String LIST = "ListEndpoints";
    private static final Duration STEP = Duration.ofSeconds(40);

    private final SandboxControl control;
    private final Account victim;
    private final VpcepClient client;
    private final Calls calls;
    private final BooleanSupplier isOver;
    private final Random random = new Random(0);
    private long steps;
    private final AtomicLong streamed = new AtomicLong();

    Steering(SandboxControl control, Account victim, Calls calls, BooleanSupplier isOver) {
        this.control = control;
        this.victim = victim;
        this.client = control.clientOf(victim).with(o -> o.retry(RetryPolicy.none()));
        this.calls = calls;
        this.isOver = isOver;
    }

    @Override
    public void run() {
        Thread reader = new Thread(this::read, "soak-stream");
        reader.setDaemon(true);
        reader.start();
        // The workers sign by the real time.
        calls.run(() -> control.clock().takeSignaturesOfRealTime());
        while (!isOver.getAsBoolean()) {
            step();
            steps++;
        }
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0 -> calls.run(() -> control.clock().advance(STEP));
            case 1 -> suffer();
            case 2 -> takeBack();
            case 3 -> journal();
            case 4 -> calls.of(() -> control.requests(LIST));
            case 5 -> calls.of(() -> control.endpoints());
            case 6 -> calls.of(() -> control.services());
            default -> health();
        }
    }

    /** A fault is met once, by the one whom it is for. */
    private void suffer() {
        calls.run(() -> control.faults()
                .next(LIST, 1)
                .whenPath("/" + victim.projectId() + "/")
                .withError(ErrorCode.TOO_MANY_REQUESTS));
        calls.refused(() -> client.endpoints().list(), ErrorCode.TOO_MANY_REQUESTS);
        calls.of(() -> client.endpoints().list());
    }

    /** One for ever is seen, and taken back. */
    private void takeBack() {
        calls.run(() -> control.faults()
                .alwaysOfAny()
                .whenPath("/" + victim.projectId() + "/")
                .after(Duration.ofMillis(1))
                .withAnswer(503, Map.of(), ""));
        Health health = calls.of(() -> control.health());
        if (health != null && health.endlessFaults() != 1) {
            calls.failed("A fault for ever is not seen: " + health);
        }
        calls.run(() -> control.faults().clear());
        calls.of(() -> client.endpoints().list());
    }

    private void journal() {
        RecordedRequest latest = calls.of(() -> control.awaitRequest(LIST, 1, Duration.ofMinutes(1)));
        if (latest != null && !latest.operationId().equals(LIST)) {
            calls.failed("The journal shows another operation: " + latest.operationId());
        }
    }

    private void health() {
        Health health = calls.of(() -> control.health());
        if (health != null && health.requests() > 1000) {
            calls.failed("The journal keeps " + health.requests() + " requests");
        }
    }

    /** The numbers of the stream go up by one, however fast they come. */
    private void read() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control.uri() + "/_sandbox/requests/stream"))
                .build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            long last = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    long number = Long.parseLong(line.substring("id: ".length()));
                    if (last != 0 && number != last + 1) {
                        calls.failed("The stream goes from " + last + " to " + number);
                    }
                    last = number;
                    streamed.incrementAndGet();
                }
            }
        } catch (IOException e) {
            if (!isOver.getAsBoolean()) {
                calls.failed("The stream ended: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins anew, after which nothing is left of all that; for when all others have ended. */
    void reset() {
        calls.run(() -> control.faults().alwaysOfAny().withDroppedConnection());
        calls.run(() -> control.clock().advance(Duration.ofDays(365)));
        calls.run(control::reset);
        Health health = control.health();
        if (health.faults() != 0
                || !control.clock().ahead().isZero()
                || health.requests() != 0
                || !control.endpoints().isEmpty()) {
            calls.failed("After the reset there is something left: " + health);
        }
        calls.of(() -> client.endpoints().list());
        client.close();
    }

    @Override
    public String toString() {
        return "%,d steps of steering, %,d requests read from the stream".formatted(steps, streamed.get());
    }
}
