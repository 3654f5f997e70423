package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.runtime.auth.Credentials;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A list of 7 cars, read page by page from a server on the loopback. */
public final class Uses {
    private Uses() {}

    private interface Reading {
        Object with(VpcepClient client) throws Exception;
    }

    /** Answers with the pages that the calls ask for, checks what was read, and gives back what was asked. */
    private static List<String> asked(List<String> pages, Object read, Reading reading) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            pages.forEach(page -> server.enqueue(new MockResponse.Builder().body(page).build()));
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(server.url("/").uri())
                    .projectId("p")
                    .credentials(Credentials.token("t"))
                    .build()) {
                assertThat(reading.with(client)).isEqualTo(read);
            }
            List<String> targets = new java.util.ArrayList<>();
            while (targets.size() < server.getRequestCount()) {
                targets.add(server.takeRequest().getTarget());
            }
            return targets;
        }
    }

    private static String page(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                .collect(java.util.stream.Collectors.joining(",", "{\"cars\":[", "],\"total_count\":7}"));
    }

    public static void streamFetchesThePagesThatFollow() throws Exception {
        List<String> all = List.of("0", "1", "2", "3", "4", "5", "6");

        assertThat(asked(List.of(page(0, 3), page(2, 5), page(4, 7)), all, client -> client.cars().list("g", q -> q.limit(3)).stream().map(Car::id).toList()))
                .containsExactly(
                        "/v1/p/garages/g/cars?limit=3&sort_key=create_at",
                        "/v1/p/garages/g/cars?limit=3&offset=2&sort_key=create_at",
                        "/v1/p/garages/g/cars?limit=3&offset=4&sort_key=create_at");
    }

    public static void toListFetchesThePagesThatFollow() throws Exception {
        List<String> all = List.of("0", "1", "2", "3", "4", "5", "6");

        assertThat(asked(List.of(page(0, 3), page(2, 5), page(4, 7)), all, client -> client.async().cars().list("g").join().toList().join().stream().map(Car::id).toList()))
                .containsExactly(
                        "/v1/p/garages/g/cars?sort_key=create_at",
                        "/v1/p/garages/g/cars?limit=3&offset=2&sort_key=create_at",
                        "/v1/p/garages/g/cars?limit=3&offset=4&sort_key=create_at");
    }

    public static void onePageIsOneCall() throws Exception {
        assertThat(asked(List.of(page(4, 7)), List.of("4", "5", "6"), client -> client.cars()
                        .list("g", q -> q.offset(4).sortKey(SortKey.NAME))
                        .items()
                        .stream()
                        .map(Car::id)
                        .toList()))
                .containsExactly("/v1/p/garages/g/cars?offset=4&sort_key=name");
    }

    public static void totalCountIsOfTheWholeList() throws Exception {
        assertThat(asked(List.of(page(0, 3)), 7, client -> client.cars().list("g").totalCount())).hasSize(1);
    }

    public static void listWithoutOrderIsPagedAsWell() throws Exception {
        String first = "{\"keys\":[{\"id\":\"0\"},{\"id\":\"1\"}],\"total_count\":3}";
        String second = "{\"keys\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"total_count\":3}";

        assertThat(asked(List.of(first, second), 3L, client -> client.cars().listKeys(q -> q.limit(2)).stream()
                        .count()))
                .containsExactly("/v1/p/keys?limit=2", "/v1/p/keys?limit=2&offset=1");
    }
}
