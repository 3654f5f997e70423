package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.facade.Listing.Query;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.TaggedResource;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.paging.AsyncPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists over real pages: what is asked for, and what comes out while the list changes. */
class PagingTest {
    @RegisterExtension
    final ListServer server = new ListServer();

    /** Each way to read, of each list. */
    static Stream<Arguments> lists() {
        return Stream.of(Reading.values())
                .flatMap(reading -> Stream.of(Listing.values()).map(listing -> Arguments.of(reading, listing)));
    }

    private List<String> read(Reading reading, Listing listing, Query query) {
        return listing.ids(reading, server.client(), query);
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_overThreePages_givesEachItemOnceAndOverlapsByOne(Reading reading, Listing listing) {
        server.holds(25);

        assertThat(read(reading, listing, Query.TEN)).containsExactlyElementsOf(numbers(0, 25));
        assertThat(server.sent("offset")).containsExactly(null, "9", "18");
        assertThat(server.sent("limit")).containsExactly("10", "10", "10");
        assertThat(server.asked).extracting(ListServer.Asked::path).allMatch(path -> path.endsWith(listing.pathEnd()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_withoutOrder_asksForTheOrderOfCreation(Reading reading, Listing listing) {
        server.holds(25);
        read(reading, listing, Query.TEN);

        assertThat(server.sent("sort_key")).containsExactly("create_at", "create_at", "create_at");
        assertThat(server.sent("sort_dir")).containsExactly("asc", "asc", "asc");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_whenAnItemIsCreatedBetweenPages_givesItOnceAtTheEnd(Reading reading, Listing listing) {
        server.holds(25);
        server.beforeAnswer(number -> {
            if (number == 2) {
                server.ids.add("25");
            }
        });

        assertThat(read(reading, listing, Query.TEN)).containsExactlyElementsOf(numbers(0, 26));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_whenItemsAreDeletedBetweenPages_losesNoOther(Reading reading, Listing listing) {
        server.holds(25);
        server.beforeAnswer(number -> {
            if (number == 2) {
                server.ids.removeAll(numbers(0, 5));
            }
        });

        assertThat(read(reading, listing, Query.TEN)).containsExactlyElementsOf(numbers(0, 25));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_whenTheItemThatPagesShareIsDeleted_losesNoOther(Reading reading, Listing listing) {
        server.holds(25);
        server.beforeAnswer(number -> {
            if (number == 2) {
                server.ids.remove("9");
            }
        });

        assertThat(read(reading, listing, Query.TEN)).containsExactlyElementsOf(numbers(0, 25));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_withAnOrder_keepsItOnEachPage(Reading reading, Listing listing) {
        server.holds(25);
        List<String> newestFirst = new ArrayList<>(numbers(0, 25));
        Collections.reverse(newestFirst);

        assertThat(read(reading, listing, new Query(10, SortKey.UPDATED_AT, SortDirection.DESCENDING)))
                .containsExactlyElementsOf(newestFirst);
        assertThat(server.sent("sort_key")).containsExactly("update_at", "update_at", "update_at");
        assertThat(server.sent("sort_dir")).containsExactly("desc", "desc", "desc");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_withHalfAnOrder_addsNothingToIt(Reading reading, Listing listing) {
        server.holds(11);
        read(reading, listing, new Query(10, null, SortDirection.ASCENDING));

        assertThat(server.sent("sort_key")).containsExactly(null, null);
        assertThat(server.sent("sort_dir")).containsExactly("asc", "asc");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_withTheGreatestLimit_sendsItAsItIs(Reading reading, Listing listing) {
        server.holds(1001);

        assertThat(read(reading, listing, new Query(1000, null, null))).hasSize(1001);
        assertThat(server.sent("limit")).containsExactly("1000", "1000");
        assertThat(server.sent("offset")).containsExactly(null, "999");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_withoutLimit_takesTheServersFirstPageAndLargerOnesAfterIt(Reading reading, Listing listing) {
        server.holds(109);

        assertThat(read(reading, listing, new Query(null, null, null))).containsExactlyElementsOf(numbers(0, 109));
        assertThat(server.sent("limit")).containsExactly(null, "100");
        assertThat(server.sent("offset")).containsExactly(null, "9");
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void list_ofNothing_asksOnce(Reading reading) {
        assertThat(read(reading, Listing.ENDPOINTS, Query.TEN)).isEmpty();
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void stream_asksForNoPageThatIsNotReached() {
        server.holds(25);

        assertThat(server.client().endpoints().list(q -> q.limit(10)).stream().limit(10))
                .hasSize(10);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void forEachWhile_whenTheVisitorHasEnough_asksForNoOtherPage() {
        server.holds(25);
        List<String> visited = new ArrayList<>();
        server.client()
                .async()
                .endpoints()
                .list(q -> q.limit(10))
                .thenCompose(page -> page.forEachWhile(each -> {
                    visited.add(each.id());
                    return visited.size() < 12;
                }))
                .join();

        assertThat(visited).containsExactlyElementsOf(numbers(0, 12));
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void stream_fromAnOffset_beginsThere() {
        server.holds(25);

        assertThat(server.client().endpoints().list(q -> q.offset(20).limit(3)).stream()
                        .map(Endpoint::id))
                .containsExactlyElementsOf(numbers(20, 25));
        assertThat(server.sent("offset")).containsExactly("20", "22");
    }

    @Test
    void stream_ofAClientWithOptions_asksForEachPageWithThem() {
        server.holds(25);
        var client = server.client().with(o -> o.header("X-Trace", "t").retry(quick()));
        server.beforeAnswer(number -> {
            if (number == 2) {
                server.refuses(503, "");
            }
        });

        assertThat(client.endpoints().list(q -> q.limit(10)).stream()).hasSize(25);
        assertThat(server.asked)
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.headers()).containsEntry("x-trace", "t"));
    }

    @Test
    void resources_overThreePages_givesEachOnceAndPagesInTheBody() {
        server.holds(25);

        assertThat(server.client().tags().listResources(ResourceType.ENDPOINT, query -> query.limit(10)).stream()
                        .map(TaggedResource::id))
                .containsExactlyElementsOf(numbers(0, 25));
        assertThat(server.sent("action")).containsExactly("filter", "filter", "filter");
        assertThat(server.sent("offset")).containsExactly(null, "9", "18");
        assertThat(server.sent("limit")).containsExactly("10", "10", "10");
    }

    @Test
    void resourcesAsync_withoutLimit_takeAThousandAtOnce() {
        server.holds(1001);

        assertThat(server.client()
                        .async()
                        .tags()
                        .listResources(ResourceType.ENDPOINT)
                        .thenCompose(AsyncPage::toList)
                        .join())
                .hasSize(1001);
        assertThat(server.sent("offset")).containsExactly(null, "999");
    }

    @Test
    void countResources_asksForTheNumberAlone() {
        server.holds(7);

        assertThat(server.client().tags().countResources(ResourceType.ENDPOINT)).isEqualTo(7);
        assertThat(server.client()
                        .tags()
                        .countResources(
                                ResourceType.ENDPOINT, query -> query.limit(5).offset("5")))
                .isEqualTo(7);
        assertThat(server.sent("action")).containsExactly("count", "count");
        assertThat(server.sent("limit")).containsOnlyNulls();
        assertThat(server.sent("offset")).containsOnlyNulls();
    }

    private static RetryPolicy quick() {
        return RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1));
    }
}
