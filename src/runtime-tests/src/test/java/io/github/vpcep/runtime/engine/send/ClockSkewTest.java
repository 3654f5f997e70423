package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose clock is not that of this machine: it refuses what is dated 15 minutes from its own, and says so. */
@Timeout(30)
class ClockSkewTest {
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";
    private static final String STALE = "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication"
            + " information: x-sdk-date is invalid\"}";
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private Client client(Credentials credentials) {
        return shelf.builder().credentials(credentials).build();
    }

    private static Credentials key() {
        return Credentials.accessKey("AK7", "s3cret");
    }

    private void serverIsAheadBy(Duration ahead) {
        Instant now = FakeTime.NOW.plus(ahead);
        shelf.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Instant dated = SIGNED.parse(String.valueOf(request.getHeaders().get("X-Sdk-Date")), Instant::from);
                boolean isFresh = Duration.between(dated, now).abs().compareTo(Duration.ofMinutes(15)) <= 0;
                return isFresh ? answer(200, BOOK, now) : answer(401, STALE, now);
            }
        });
    }

    private static MockResponse answer(int status, String body, @Nullable Instant date) {
        MockResponse.Builder answer = new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
        if (date != null) {
            answer.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        }
        return answer.build();
    }

    @ParameterizedTest
    @CsvSource({"SYNC,PT16M", "SYNC,PT-16M", "ASYNC,PT26298H"})
    void call_thatIsRefusedForItsDate_isDatedByTheServersClock(Face face, Duration ahead) {
        serverIsAheadBy(ahead);
        try (Client client = client(key())) {
            assertThat(face.send(client.add(new Book("b", 1)))).isEqualTo(new Book("t", 1));
            assertThat(shelf.server().getRequestCount()).isEqualTo(2);
            face.send(client.add(new Book("b", 1)));
            assertThat(shelf.server().getRequestCount())
                    .as("what was learnt is kept")
                    .isEqualTo(3);
        }
    }

    @Test
    void credentialsOfOnesOwn_thatMakeAKeyForEachRequest_areDatedByIt() {
        serverIsAheadBy(Duration.ofHours(1));
        try (Client client = client(request -> key().headers(request))) {
            client.add(new Book("b", 1)).execute();
            client.add(new Book("b", 1)).execute();
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void serverWhoseClockChangesAgain_isFollowed() {
        serverIsAheadBy(Duration.ofHours(1));
        try (Client client = client(key())) {
            client.add(new Book("b", 1)).execute();
            serverIsAheadBy(Duration.ZERO);
            client.add(new Book("b", 1)).execute();
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(4);
    }

    @Test
    void credentialsWithAClockOfTheirOwn_areLeftToIt() {
        serverIsAheadBy(Duration.ofHours(1));
        Clock clock = Clock.fixed(FakeTime.NOW, ZoneOffset.UTC);
        try (Client client = client(AccessKeyCredentials.of("AK7", "s3cret").clock(clock))) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusal_thatTellsNoTime_orNearlyOurs_isTheResult() {
        try (Client client = client(key())) {
            shelf.server().enqueue(answer(401, STALE, null));
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(AuthenticationFailedException.class);
            shelf.server().enqueue(answer(401, STALE, FakeTime.NOW.plusSeconds(299)));
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void refusal_ofTheCorrectedRequest_isTheResult(Face face) {
        Instant late = FakeTime.NOW.plus(Duration.ofDays(1));
        shelf.server().enqueue(answer(401, STALE, late));
        shelf.server().enqueue(answer(401, STALE, late.plus(Duration.ofDays(1))));
        try (Client client = client(key())) {
            assertThatThrownBy(() -> face.send(client.add(new Book("b", 1))))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    /** Signs, and has something else to send after a refusal. */
    private static Credentials replaceable() {
        return new Credentials() {
            @Override
            public Map<String, String> headers(OutgoingRequest request) {
                return key().headers(request);
            }

            @Override
            public boolean rejected(OutgoingRequest request) {
                return true;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusals_forTheDateAndForTheKey_areFollowedOnceEach(boolean isDateFirst) {
        Instant late = FakeTime.NOW.plus(Duration.ofDays(1));
        for (int i = 0; i < 4; i++) {
            shelf.server().enqueue(answer(401, STALE, (i == 0) == isDateFirst ? late : null));
        }
        try (Client client = client(replaceable())) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
    }
}
