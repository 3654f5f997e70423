package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Health;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What the server shows beside the API: the reference, the contract, its health. */
final class Pages {
    private static final Set<String> PATHS = Set.of("/docs", "/openapi.yaml", "/openapi.json", "/healthz");

    private final Health health;
    private final SandboxClock clock;
    private final Faults faults;

    /**
     * Shows how a sandbox is.
     *
     * @param clock the time, which a test may have moved
     * @param faults what a test may have left behind
     */
    Pages(Health health, SandboxClock clock, Faults faults) {
        this.health = health;
        this.clock = clock;
        this.faults = faults;
    }

    static boolean has(String path) {
        return PATHS.contains(path);
    }

    /** Whether the page tells of the state. */
    static boolean needsState(String path) {
        return path.equals("/healthz");
    }

    HttpAnswer answer(HttpRequest request) {
        if (!request.method().equals("GET")) {
            return Errors.notAllowed("GET");
        }
        return switch (request.path()) {
            case "/docs" -> HttpAnswer.of(200, "text/html;charset=utf-8", file("vpcep/api-reference.html"));
            case "/openapi.yaml" -> HttpAnswer.of(200, "application/yaml", file("vpcep/openapi.yaml"));
            case "/openapi.json" -> HttpAnswer.of(200, HttpAnswer.JSON, file("vpcep/openapi.json"));
            default -> health();
        };
    }

    private HttpAnswer health() {
        try {
            health.check();
            return HttpAnswer.of(
                    200, HttpAnswer.JSON, ("{\"status\":\"up\"" + unusual() + "}").getBytes(StandardCharsets.UTF_8));
        } catch (StoreUnavailableException e) {
            return Errors.unavailable();
        }
    }

    /** Why it may answer otherwise than the service: what a test did, and has not taken back. */
    private String unusual() {
        long endless =
                faults.list().stream().filter(each -> each.callsLeft() == null).count();
        return (clock.ahead().isZero() ? "" : ",\"clock_ahead\":\"" + clock.ahead() + "\"")
                + (endless == 0 ? "" : ",\"endless_faults\":" + endless);
    }

    /** Read anew each time: looked at rarely, and too large to be kept. */
    private static byte[] file(String name) {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
