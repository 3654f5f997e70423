package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Chunk;
import io.github.vpcep.runtime.paging.Page;
import io.github.vpcep.runtime.paging.PageSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The deadlines of those who walk a list page by page: each page is a call of its own. */
@Timeout(30)
class WalkTest {
    private static final Chunk<Book> FIRST = Chunk.of(List.of(new Book("a", 1), new Book("b", 1)), 4);
    private static final Duration MOST_OF_IT = Duration.ofSeconds(50);

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private static PageSource<Book> pages(Client client) {
        return PageSource.of(
                0,
                2,
                Book::title,
                (offset, limit) -> chunk(client.list().execute()),
                (offset, limit) -> client.list().executeAsync(WalkTest::chunk));
    }

    private static Chunk<Book> chunk(Shelf.Page page) {
        return Chunk.of(page.books(), page.total());
    }

    private void answers(String... titles) {
        String books = String.join("\",\"pages\":1},{\"title\":\"", titles);
        shelf.answers(200, "{\"books\":[{\"title\":\"" + books + "\",\"pages\":1}],\"total\":4}");
    }

    @Test
    void stream_thatTakesLongerThanACallMay_comesToItsEnd() {
        answers("b", "c");
        answers("c", "d");
        List<String> titles = Page.of(pages(shelf.client()), FIRST).stream()
                .map(Book::title)
                .peek(title -> shelf.time().pass(MOST_OF_IT))
                .toList();
        assertThat(titles).containsExactly("a", "b", "c", "d");
    }

    @Test
    void asyncWalk_thatTakesLongerThanACallMay_comesToItsEnd() {
        answers("b", "c");
        answers("c", "d");
        CompletableFuture<Void> walk = AsyncPage.of(pages(shelf.client()), FIRST)
                .forEachWhile(book -> {
                    shelf.time().pass(MOST_OF_IT);
                    return true;
                });
        assertThat(walk).succeedsWithin(Duration.ofSeconds(20));
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void asyncWalk_whenOnePageTakesLongerThanACallMay_fails() throws Exception {
        answers("b", "c");
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .headersDelay(1, TimeUnit.HOURS)
                        .build());
        CompletableFuture<List<Book>> walk =
                AsyncPage.of(pages(shelf.client()), FIRST).toList();
        shelf.server().takeRequest();
        shelf.server().takeRequest();
        shelf.time().pass(Duration.ofMinutes(2));
        assertThat(walk)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(VpcepTransportException.class)
                .withMessageContaining("timed out, by callTimeout");
    }

    /** How a deadline is set over a whole walk. */
    @Test
    void asyncWalk_thatIsEndedFromOutside_cancelsTheCallUnderWay() throws Exception {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .headersDelay(1, TimeUnit.HOURS)
                        .build());
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        try (Client client =
                shelf.builder().listener(call -> ended.complete(call.failure())).build()) {
            CompletableFuture<List<Book>> walk =
                    AsyncPage.of(pages(client), FIRST).toList();
            shelf.server().takeRequest();
            walk.completeExceptionally(new CancellationException("out of time"));
            assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(VpcepTransportException.class);
        }
    }
}
