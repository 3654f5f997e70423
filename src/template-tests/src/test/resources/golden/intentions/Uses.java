package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.client.Cars;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Label;
import io.github.vpcep.model.DriverAction;
import io.github.vpcep.model.DriverRequest;
import io.github.vpcep.model.LabelRequest;
import io.github.vpcep.model.SearchAction;
import io.github.vpcep.model.SearchRequest;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** One operation on the wire, several calls in Java. */
public final class Uses {
    private static final String DRIVERS = "{\"drivers\":[\"d\"]}";
    private static final List<Label> LABELS =
            List.of(Label.builder().key("k").build());

    private Uses() {}

    private interface Exchange {
        void with(VpcepClient client) throws Exception;
    }

    /** Answers the calls in turn and gives back the method, the path and the body of each. */
    private static List<String> sent(Exchange exchange, String... answers) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (String answer : answers) {
                server.enqueue(new MockResponse.Builder()
                        .code(answer.isEmpty() ? 204 : 200)
                        .body(answer)
                        .build());
            }
            try (VpcepClient client = client(server)) {
                exchange.with(client);
            }
            List<String> requests = new java.util.ArrayList<>();
            while (requests.size() < server.getRequestCount()) {
                var request = server.takeRequest();
                requests.add(request.getMethod() + " " + request.getTarget() + " "
                        + request.getBody().utf8());
            }
            return requests;
        }
    }

    private static VpcepClient client(MockWebServer server) {
        return VpcepClient.builder()
                .endpoint(server.url("/").uri())
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build();
    }

    public static void callSendsItsValueAndTheSingleItem() throws Exception {
        assertThat(sent(
                        client -> {
                            assertThat(client.cars().let("a", "d").drivers()).containsExactly("d");
                            assertThat(client.async().cars().ban("a", "d").get().drivers())
                                    .containsExactly("d");
                        },
                        DRIVERS,
                        DRIVERS))
                .containsExactly(
                        "POST /v1/p/cars/a/drivers {\"drivers\":[\"d\"],\"action\":\"let\"}",
                        "POST /v1/p/cars/a/drivers {\"drivers\":[\"d\"],\"action\":\"ban\"}");
    }

    public static void callSendsItsValueAndTheList() throws Exception {
        assertThat(sent(
                        client -> {
                            client.cars().label(Colour.RED, "a", LABELS);
                            assertThat(client.async()
                                            .cars()
                                            .unlabel(Colour.RED, "a", LABELS)
                                            .get())
                                    .isNull();
                        },
                        "",
                        ""))
                .containsExactly(
                        "POST /v1/p/cars/red/a/labels {\"action\":\"create\",\"labels\":[{\"key\":\"k\"}]}",
                        "POST /v1/p/cars/red/a/labels {\"action\":\"delete\",\"labels\":[{\"key\":\"k\"}]}");
    }

    public static void callTakesTheItemsOneByOneOrOfAMap() throws Exception {
        assertThat(sent(
                        client -> {
                            client.cars().label(Colour.RED, "a", Label.of("k", "v"), Label.of("l", "w"));
                            client.async()
                                    .cars()
                                    .unlabel(Colour.RED, "a", Map.of("k", "v"))
                                    .get();
                        },
                        "",
                        ""))
                .containsExactly(
                        "POST /v1/p/cars/red/a/labels {\"action\":\"create\",\"labels\":[{\"key\":\"k\",\"value\":\"v\"},"
                                + "{\"key\":\"l\",\"value\":\"w\"}]}",
                        "POST /v1/p/cars/red/a/labels {\"action\":\"delete\",\"labels\":[{\"key\":\"k\",\"value\":\"v\"}]}");
    }

    public static void callTakesAWholeBodyAndSetsWhatItStandsFor() throws Exception {
        SearchRequest found =
                SearchRequest.builder().action(SearchAction.FILTER).word("w").limit(2).build();
        assertThat(sent(
                        client -> {
                            assertThat(client.cars().count(Colour.RED, found)).isEqualTo(7);
                            client.async().cars().dryRun(Colour.RED, found).get();
                            client.cars()
                                    .ban(
                                            "a",
                                            DriverRequest.builder()
                                                    .action(DriverAction.LET)
                                                    .drivers("d", "e")
                                                    .build());
                            client.cars().ban("a", body -> body.drivers("d"));
                        },
                        "{\"total_count\":7}",
                        "{\"total_count\":7}",
                        DRIVERS,
                        DRIVERS))
                .containsExactly(
                        "POST /v1/p/cars/red/search {\"action\":\"count\",\"word\":\"w\"}",
                        "POST /v1/p/cars/red/search {\"limit\":\"2\",\"action\":\"test\",\"word\":\"w\"}",
                        "POST /v1/p/cars/a/drivers {\"drivers\":[\"d\",\"e\"],\"action\":\"ban\"}",
                        "POST /v1/p/cars/a/drivers {\"drivers\":[\"d\"],\"action\":\"ban\"}");
    }

    public static void callOfALargeBodyBuildsItInPlace() throws Exception {
        assertThat(sent(
                        client -> {
                            assertThat(client.cars().count(Colour.RED, body -> body.word("w")))
                                    .isEqualTo(7);
                            assertThat(client.async().cars().count(Colour.RED).get())
                                    .isEqualTo(7);
                            assertThat(client.cars().dryRun(Colour.RED).totalCount())
                                    .isEqualTo(7);
                        },
                        "{\"total_count\":7}",
                        "{\"total_count\":7}",
                        "{\"total_count\":7}"))
                .containsExactly(
                        "POST /v1/p/cars/red/search {\"action\":\"count\",\"word\":\"w\"}",
                        "POST /v1/p/cars/red/search {\"action\":\"count\"}",
                        "POST /v1/p/cars/red/search {\"action\":\"test\"}");
    }

    public static void callLeavesOutWhatItNeverSends() throws Exception {
        assertThat(sent(
                        client -> {
                            client.cars()
                                    .count(Colour.RED, body -> body.limit(2)
                                            .offset("1")
                                            .word("w"));
                            client.async()
                                    .cars()
                                    .count(Colour.RED, body -> body.limit("2"))
                                    .get();
                        },
                        "{\"total_count\":7}",
                        "{\"total_count\":7}"))
                .containsExactly(
                        "POST /v1/p/cars/red/search {\"action\":\"count\",\"word\":\"w\"}",
                        "POST /v1/p/cars/red/search {\"action\":\"count\"}");
    }

    public static void callDecidesWhatItsBodyAsksFor() throws Exception {
        assertThat(sent(
                        client -> client.cars().count(Colour.RED, body -> body.action(SearchAction.FILTER)),
                        "{\"total_count\":7}"))
                .containsExactly("POST /v1/p/cars/red/search {\"action\":\"count\"}");
    }

    private static String page(String... ids) {
        return "{\"cars\":["
                + Arrays.stream(ids)
                        .map(id -> "{\"id\":\"" + id + "\"}")
                        .collect(java.util.stream.Collectors.joining(","))
                + "],\"total_count\":3}";
    }

    public static void pagesAreAskedForInTheBody() throws Exception {
        String first = "POST /v1/p/cars/red/search {\"limit\":\"2\",\"action\":\"filter\",\"word\":\"w\"}";
        String second =
                "POST /v1/p/cars/red/search {\"offset\":\"1\",\"limit\":\"2\",\"action\":\"filter\",\"word\":\"w\"}";

        assertThat(sent(
                        client -> assertThat(client.cars()
                                        .search(Colour.RED, body -> body.word("w").limit(2)).stream().map(Car::id))
                                .containsExactly("a", "b", "c"),
                        page("a", "b"),
                        page("b", "c")))
                .containsExactly(first, second);
        assertThat(sent(
                        client -> assertThat(client.async()
                                        .cars()
                                        .search(Colour.RED, body -> body.word("w").limit("2"))
                                        .get()
                                        .toList()
                                        .get())
                                .hasSize(3),
                        page("a", "b"),
                        page("b", "c")))
                .containsExactly(first, second);
    }

    public static void pageIsAsLargeAsTheContractSays() throws Exception {
        assertThat(sent(
                        client -> assertThat(client.cars().search(Colour.RED)).hasSize(3),
                        page("a"),
                        page("a", "b", "c")))
                .containsExactly(
                        "POST /v1/p/cars/red/search {\"action\":\"filter\"}",
                        "POST /v1/p/cars/red/search {\"offset\":\"0\",\"limit\":\"3\",\"action\":\"filter\"}");
    }

    public static void cancellingTheFutureCancelsTheCall() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .headersDelay(1, TimeUnit.MINUTES)
                    .body("{\"total_count\":7}")
                    .build());
            CompletableFuture<Object> ended = new CompletableFuture<>();
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(server.url("/").uri())
                    .projectId("p")
                    .credentials(Credentials.token("t"))
                    .listener(call -> ended.complete(call.failure()))
                    .build()) {
                CompletableFuture<Integer> count = client.async().cars().count(Colour.RED);
                server.takeRequest();
                count.cancel(false);

                assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(VpcepTransportException.class);
            }
        }
    }

    public static void badArgumentsAreNotSent() throws Exception {
        assertThat(sent(client -> {
                    Cars cars = client.cars();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.let("a", " "))
                            .withMessageContaining("driverId");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.let("", "d"))
                            .withMessageContaining("carId");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.label(Colour.RED, "a", (List<Label>) null))
                            .withMessageContaining("labels");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.label(Colour.RED, "a", (Map<String, String>) null))
                            .withMessageContaining("AddOrRemoveLabels: map");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.label(Colour.RED, "a", (LabelRequest) null))
                            .withMessageContaining("AddOrRemoveLabels: body");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.search(Colour.RED, (Consumer<SearchRequest.Builder>) null))
                            .withMessageContaining("body");
                    Consumer<SearchRequest.Builder> many = body -> body.limit("many");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.search(Colour.RED, many))
                            .withMessageContaining("SearchCars: limit (\"limit\") is \"many\"");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> client.async().cars().search(Colour.RED, many))
                            .withMessageContaining("SearchCars: limit (\"limit\") is \"many\"");
                }))
                .isEmpty();
    }
}
