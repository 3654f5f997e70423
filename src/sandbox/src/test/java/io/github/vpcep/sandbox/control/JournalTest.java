package io.github.vpcep.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.control.model.RecordedRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final String LARGE = "x".repeat(1024 * 1024);

    private final Journal journal = new Journal();

    @Test
    void tenThousandLargestRequests_takeABoundedAmountOfMemory_andTheLatestAreThere() {
        for (int i = 0; i < 10_000; i++) {
            journal.add(request("/" + i, LARGE, Map.of("x-large", LARGE), LARGE));
        }

        List<RecordedRequest> kept = journal.requests("ListEndpoints");
        assertThat(characters(kept)).isBetween((long) Journal.TOTAL_LENGTH / 2, (long) Journal.TOTAL_LENGTH);
        assertThat(kept).last().satisfies(each -> {
            assertThat(each.path()).isEqualTo("/9999");
            assertThat(each.query()).hasSize(Journal.TEXT_LENGTH);
            assertThat(each.headers().get("x-large")).hasSize(Journal.TEXT_LENGTH);
            assertThat(each.body()).hasSize(Journal.TEXT_LENGTH);
        });
    }

    @Test
    void requestsWithManyHeaders_takeABoundedAmountOfMemory() {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            headers.put("x-" + i, "");
        }
        for (int i = 0; i < 1000; i++) {
            journal.add(request("/", null, headers, ""));
        }

        assertThat(journal.requests("ListEndpoints")).hasSizeBetween(1, 10);
    }

    @Test
    void smallRequests_areKeptToTheirNumber_unchanged() {
        for (int i = 0; i < 1001; i++) {
            journal.add(request("/" + i, "q=" + i, Map.of("h", "v"), "body"));
        }

        assertThat(journal.requests("ListEndpoints"))
                .hasSize(1000)
                .first()
                .isEqualTo(request("/1", "q=1", Map.of("h", "v"), "body")
                        .number(2L)
                        .build());
    }

    private static long characters(List<RecordedRequest> requests) {
        return requests.stream().mapToLong(Journal::size).sum();
    }

    private static RecordedRequest.Builder request(
            String path, @Nullable String query, Map<String, String> headers, String body) {
        return RecordedRequest.builder()
                .operationId("ListEndpoints")
                .requestId("id")
                .answeredAt(Instant.EPOCH)
                .method("GET")
                .path(path)
                .query(query)
                .headers(headers)
                .body(body)
                .unknown(List.of())
                .status(200)
                .answer("");
    }
}
