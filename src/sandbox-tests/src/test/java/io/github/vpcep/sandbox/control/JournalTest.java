package io.github.vpcep.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.control.model.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    private static final String LARGE = "x".repeat(1024 * 1024);

    private final Journal journal = new Journal();

    @Test
    void aThousandLargestRequests_takeABoundedAmountOfMemory_andTheLatestAreThere() {
        for (int i = 0; i < 1000; i++) {
            journal.add(request("/" + i, LARGE, Map.of("x-large", LARGE), LARGE));
        }

        List<RecordedRequest> kept = journal.requests("ListEndpoints");
        assertThat(characters(kept)).isBetween((long) Journal.TOTAL_LENGTH / 2, (long) Journal.TOTAL_LENGTH);
        assertThat(kept).last().satisfies(each -> {
            assertThat(each.path()).isEqualTo("/999");
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
        for (int i = 0; i < 20; i++) {
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

    @Test
    void journalOfNoRequests_keepsNone_andOneOfFewerCannotBe() {
        Journal none = new Journal(0);
        List<Long> told = new ArrayList<>();
        none.read(0, reader(each -> told.add(each.number()), () -> {}));
        none.add(request("/", null, Map.of(), ""));

        assertThat(none.size()).isZero();
        assertThat(told).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Journal(-1)).withMessageContaining("-1");
    }

    /** Each text has its place, one character too long. */
    @Test
    void eachText_isCutWhereItIsTooLong_andNotBefore() {
        String just = "x".repeat(Journal.TEXT_LENGTH);
        String longer = just + "y";
        journal.add(request("/", "q", Map.of("h", just), just)
                .path(just)
                .query(just)
                .answer(just));
        journal.add(request("/", longer, Map.of(), ""));
        journal.add(request(longer, null, Map.of(), ""));
        journal.add(request("/", null, Map.of(longer, "v"), ""));
        journal.add(request("/", null, Map.of("h", longer), ""));
        journal.add(request("/", null, Map.of(), longer));
        journal.add(request("/", null, Map.of(), "").answer(longer));

        List<RecordedRequest> kept = journal.requests("ListEndpoints");
        assertThat(kept).extracting(RecordedRequest::query).startsWith(just, just, null);
        assertThat(kept).extracting(RecordedRequest::path).startsWith(just, "/", just, "/");
        assertThat(kept).extracting(RecordedRequest::body).containsExactly(just, "", "", "", "", just, "");
        assertThat(kept).extracting(RecordedRequest::answer).containsExactly(just, "", "", "", "", "", just);
        assertThat(kept)
                .extracting(RecordedRequest::headers)
                .containsExactly(
                        Map.of("h", just),
                        Map.of(),
                        Map.of(),
                        Map.of(just, "v"),
                        Map.of("h", just),
                        Map.of(),
                        Map.of());
    }

    @Test
    void size_isThatOfAllTexts() {
        RecordedRequest request = request("12", "123", Map.of("k", "vv", "kk", ""), "1234")
                .unknown(List.of("u", "uu"))
                .answer("12345")
                .number(1L)
                .build();

        assertThat(Journal.size(request)).isEqualTo(2 + 3 + 4 + 5 + 3 + 5 + 2 * 100);
        assertThat(Journal.size(request.toBuilder().query(null).build())).isEqualTo(219);
    }

    @Test
    void await_countsTheRequestsThatAreMeant() throws Exception {
        Predicate<RecordedRequest> second = each -> each.path().equals("/2");
        journal.add(request("/1", null, Map.of(), ""));
        journal.add(request("/2", null, Map.of(), ""));

        assertThat(journal.await(each -> true, 2, Duration.ZERO))
                .map(RecordedRequest::path)
                .contains("/2");
        assertThat(journal.await(second, 1, Duration.ofMinutes(1)))
                .map(RecordedRequest::number)
                .contains(2L);
        assertThat(journal.await(second, 2, Duration.ofNanos(1))).isEmpty();
        assertThat(journal.await(second, 1000, Duration.ZERO)).isEmpty();
        assertThat(journal.timeUp(second, 2, Duration.ZERO)).isEqualTo("After PT0S there were 1 of 2 requests.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT1S, n is 0",
        "1001, PT1S, n is 1001",
        "1, PT-0.000000001S, timeout",
        "1, PT1M0.000000001S, timeout"
    })
    void await_ofWhatCannotBe_isRefused(int n, Duration patience, String why) {
        journal.add(request("/", null, Map.of(), ""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.await(each -> true, n, patience))
                .withMessageContaining(why);
    }

    @Test
    void reader_isToldOfThoseAfterANumber_thenOfAllThatCome_untilItLeaves() {
        List<String> told = new ArrayList<>();
        Journal.Reader reader = reader(each -> told.add(each.number() + each.path()), () -> told.add("cleared"));
        journal.add(request("/a", null, Map.of(), ""));
        journal.add(request("/b", null, Map.of(), ""));
        journal.read(1, reader);
        journal.add(request("/c", null, Map.of(), ""));
        journal.clear();
        assertThat(journal.size()).isZero();
        journal.add(request("/d", null, Map.of(), ""));
        journal.leave(reader);
        journal.add(request("/e", null, Map.of(), ""));

        assertThat(told).containsExactly("2/b", "3/c", "cleared", "4/d");
        assertThat(journal.requests("ListEndpoints")).hasSize(2);
        assertThat(journal.requests("CreateEndpoint")).isEmpty();
    }

    @Test
    void requests_areKeptToTheirTotalLength_alsoAfterAllAreForgotten() {
        String text = "x".repeat(Journal.TEXT_LENGTH);
        int most = Journal.TOTAL_LENGTH / Journal.TEXT_LENGTH;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < most; i++) {
                journal.add(request("", null, Map.of(), text));
            }
            assertThat(journal.size()).isEqualTo(most);
            journal.add(request("1", null, Map.of(), ""));
            assertThat(journal.size()).isEqualTo(most);
            journal.clear();
        }
    }

    /** It is asked for the first request while nobody can add another: from then on it waits. */
    @Test
    void await_endsWithTheRequestThatComes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        journal.add(request("/1", null, Map.of(), ""));
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return journal.await(
                        each -> {
                            asked.countDown();
                            return each.path().equals("/2");
                        },
                        1,
                        Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        asked.await();
        journal.add(request("/2", null, Map.of(), ""));

        assertThat(waiting.get(2, TimeUnit.MINUTES)).map(RecordedRequest::path).contains("/2");
    }

    private static Journal.Reader reader(Consumer<RecordedRequest> came, Runnable cleared) {
        return new Journal.Reader() {
            @Override
            public void came(RecordedRequest request) {
                came.accept(request);
            }

            @Override
            public void cleared() {
                cleared.run();
            }
        };
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
