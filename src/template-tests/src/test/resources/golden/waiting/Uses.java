package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.Cars;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.CarStatus;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Waits whose first call decides, and one whose second does. */
public final class Uses {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final String GONE = "{\"error_code\":\"Garage.1\",\"error_msg\":\"None.\"}";

    private Uses() {}

    private interface Exchange {
        void with(VpcepClient client) throws Exception;
    }

    private static String car(String status) {
        return "{\"id\":\"a\",\"status\":\"" + status + "\",\"faults\":[\"f1\",\"f2\"]}";
    }

    /** Answers the calls in turn and gives back how many came. */
    private static int asked(Exchange exchange, String... answers) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (String answer : answers) {
                server.enqueue(new MockResponse.Builder()
                        .code(answer.equals(GONE) ? 400 : 200)
                        .body(answer)
                        .build());
            }
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(server.url("/").uri())
                    .projectId("p")
                    .credentials(Credentials.token("t"))
                    .build()) {
                exchange.with(client);
            }
            return server.getRequestCount();
        }
    }

    public static void givenStateIsWaitedFor() throws Exception {
        assertThat(asked(
                        client -> assertThat(client.cars()
                                        .awaitStatus("a", CarStatus.READY, LONG)
                                        .id())
                                .isEqualTo("a"),
                        car("building"),
                        car("READY")))
                .isEqualTo(2);
    }

    public static void fixedStateIsWaitedFor() throws Exception {
        assertThat(asked(
                        client -> {
                            assertThat(client.cars().awaitReady("a", LONG).id()).isEqualTo("a");
                            assertThat(client.async()
                                            .cars()
                                            .awaitReady("a", LONG)
                                            .get()
                                            .id())
                                    .isEqualTo("a");
                        },
                        car("ready"),
                        car("ready")))
                .isEqualTo(2);
    }

    public static void endIsWaitedFor() throws Exception {
        assertThat(asked(
                        client -> {
                            client.cars().awaitGone("a", LONG);
                            assertThat(client.async().cars().awaitGone("a", LONG).get())
                                    .isNull();
                        },
                        GONE,
                        GONE))
                .isEqualTo(2);
    }

    public static void failedStateEndsTheWait() throws Exception {
        asked(
                client -> {
                    assertThatThrownBy(() -> client.cars().awaitStatus("a", CarStatus.READY, LONG))
                            .isInstanceOfSatisfying(WaitFailedException.class, e -> {
                                assertThat(e.state()).isEqualTo("broken");
                                assertThat(e.resource()).isEqualTo("a");
                                assertThat(e.errors()).containsExactly("f1", "f2");
                                assertThat(e.operation()).isEqualTo("ShowCar");
                            });
                    assertThatThrownBy(() -> client.async()
                                    .cars()
                                    .awaitGone("a", LONG)
                                    .get())
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(WaitFailedException.class);
                },
                car("broken"),
                car("broken"));
    }

    public static void stateThatIsWaitedForIsNoFailure() throws Exception {
        assertThat(asked(client -> client.cars().awaitStatus("a", CarStatus.SCRAPPED, LONG), car("scrapped")))
                .isOne();
    }

    public static void timeoutNamesTheLastState() throws Exception {
        asked(
                client -> assertThatThrownBy(() -> client.cars().awaitReady("a", SHORT))
                        .isInstanceOfSatisfying(
                                WaitTimeoutException.class,
                                e -> assertThat(e.lastState()).isEqualTo("building")),
                car("building"),
                car("building"));
    }

    public static void callOfAWaitMayTakeNoLongerThanTheWaitLeavesIt() throws Exception {
        List<Long> seconds = new CopyOnWriteArrayList<>();
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int call = 0; call < 2; call++) {
                server.enqueue(new MockResponse.Builder().body(car("ready")).build());
            }
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(server.url("/").uri())
                    .projectId("p")
                    .credentials(Credentials.token("t"))
                    .http(HttpStack.customized(http -> http.addInterceptor(chain -> {
                        seconds.add(TimeUnit.NANOSECONDS.toSeconds(
                                chain.call().timeout().timeoutNanos()));
                        return chain.proceed(chain.request());
                    })))
                    .build()) {
                client.cars().awaitReady("a", SHORT);
                client.async().cars().awaitReady("a", SHORT).get();
            }
        }
        assertThat(seconds).containsExactly(2L, 2L);
    }

    public static void endOfWhatIsWaitedForIsAnError() throws Exception {
        asked(
                client -> assertThatThrownBy(() -> client.cars().awaitReady("a", LONG))
                        .isInstanceOf(NotFoundException.class),
                GONE);
    }

    public static void badArgumentsAreNotSent() throws Exception {
        assertThat(asked(client -> {
                    Cars cars = client.cars();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.awaitReady(" ", LONG))
                            .withMessageContaining("carId");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.awaitStatus("a", null, LONG))
                            .withMessageContaining("status");
                    for (Duration wrong : new Duration[] {null, Duration.ZERO, Duration.ofSeconds(-1)}) {
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> cars.awaitReady("a", wrong))
                                .withMessageContaining("timeout");
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> client.async().cars().awaitGone("a", wrong))
                                .withMessageContaining("timeout");
                    }
                }))
                .isZero();
    }
}
