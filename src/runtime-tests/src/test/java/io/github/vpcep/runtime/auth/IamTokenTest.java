package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token is fetched, what is sent for it, and how long it is used. */
@Timeout(30)
class IamTokenTest {
    private final TestClock clock = new TestClock();
    private final AtomicInteger fetched = new AtomicInteger();

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private IamTokenCredentials credentials() {
        return Credentials.password("李雷", "p\"ä ss", "acme", "cn-north-4")
                .iamEndpoint(cloud.iamUrl())
                .timed(clock, clock::nanoTime);
    }

    private Engine engine() {
        return cloud.builder(credentials()).build();
    }

    /** Lets IAM give the tokens t1, t2 and so on, each for a day from now. */
    private void iamGivesTokens() {
        Cloud.answer(
                cloud.iam(),
                request -> Cloud.token(
                        "t" + fetched.incrementAndGet(),
                        clock.instant().plus(Duration.ofDays(1)).toString()));
    }

    private String sentToken() throws InterruptedException {
        return String.valueOf(cloud.api().takeRequest().getHeaders().get("X-Auth-Token"));
    }

    @Test
    void password_asksIamAsDocumented() throws Exception {
        iamGivesTokens();
        try (Engine engine = engine()) {
            Cloud.read(engine, "x");
        }
        RecordedRequest request = cloud.iam().takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v3/auth/tokens HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("shelf-java/1.2.3");
        assertThat(request.getHeaders().get("X-Auth-Token")).isNull();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(String.valueOf(
                        request.getBody() == null ? null : request.getBody().utf8())))
                .isEqualTo(json.readTree("{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":"
                        + "{\"name\":\"李雷\",\"password\":\"p\\\"ä ss\",\"domain\":{\"name\":\"acme\"}}}},"
                        + "\"scope\":{\"project\":{\"name\":\"cn-north-4\"}}}}"));
        RecordedRequest call = cloud.api().takeRequest();
        assertThat(call.getHeaders().values("X-Auth-Token")).containsExactly("t1");
        assertThat(call.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void accessKeyToken_asksIamWithTheKey() throws Exception {
        iamGivesTokens();
        try (Engine engine = cloud.builder(Credentials.accessKeyToken("AK7", "s3cret", "cn-north-4")
                        .iamEndpoint(cloud.iam().url("/iam/").toString()))
                .build()) {
            Cloud.read(engine, "x");
        }
        RecordedRequest request = cloud.iam().takeRequest();
        assertThat(request.getTarget()).isEqualTo("/iam/v3/auth/tokens");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(String.valueOf(
                        request.getBody() == null ? null : request.getBody().utf8())))
                .isEqualTo(json.readTree("{\"auth\":{\"identity\":{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":"
                        + "{\"access\":{\"key\":\"AK7\"},\"secret\":{\"key\":\"s3cret\"}}},"
                        + "\"scope\":{\"project\":{\"name\":\"cn-north-4\"}}}}"));
        assertThat(sentToken()).isEqualTo("t1");
    }

    @Test
    void token_isUsedUntilFiveMinutesBeforeItsEnd() throws Exception {
        iamGivesTokens();
        IamTokenCredentials credentials = credentials();
        try (Engine engine = cloud.builder(credentials).build()) {
            Cloud.read(engine, "x");
            clock.move(Duration.ofDays(1).minusMinutes(5).minusMillis(1));
            Cloud.read(engine, "x");
            clock.move(Duration.ofMillis(1));
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            Cloud.read(engine, "x");
        }
        assertThat(List.of(sentToken(), sentToken(), sentToken(), sentToken())).containsExactly("t1", "t1", "t1", "t2");
        assertThat(fetched).hasValue(2);
    }

    /** They are neither told nor logged, and neither take of the retries that the client has in hand nor earn any. */
    @Test
    void callsToIam_areNoCallsOfTheClient() {
        int before = SuiteLog.lines().size();
        Set<String> told = ConcurrentHashMap.newKeySet();
        AtomicInteger status = new AtomicInteger(503);
        Cloud.answer(cloud.api(), request -> Cloud.json(status.get(), "{}"));
        Cloud.answer(
                cloud.iam(),
                request -> fetched.incrementAndGet() == 1
                        ? Cloud.json(503, "{}")
                        : Cloud.token(
                                "t" + fetched.get(),
                                clock.instant().plus(Duration.ofDays(1)).toString()));
        try (Engine engine = cloud.builder(credentials())
                .retry(RetryPolicy.standard().withMaxAttempts(2).withBaseDelay(Duration.ofMillis(1)))
                .retryBudget(1)
                .listener(new CallListener() {
                    @Override
                    public void onCall(CallEvent call) {
                        told.add(call.operation());
                    }

                    @Override
                    public void onTry(TryEvent attempt) {
                        told.add(attempt.operation());
                    }
                })
                .build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(ServerFailureException.class);
            assertThat(cloud.api().getRequestCount()).as("the one retry").isEqualTo(2);
            status.set(200);
            for (int i = 0; i < 9; i++) {
                clock.move(i == 4 ? Duration.ofDays(2) : Duration.ZERO);
                Cloud.read(engine, "x");
            }
            assertThat(fetched).hasValue(3);
            status.set(503);
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(ServerFailureException.class);
            assertThat(cloud.api().getRequestCount()).as("nine tenths are none").isEqualTo(2 + 9 + 1);
        }
        assertThat(told).containsExactly("ReadThing");
        assertThat(SuiteLog.lines().subList(before, SuiteLog.lines().size()))
                .extracting(SuiteLog.Line::text)
                .isNotEmpty()
                .allMatch(line -> line.startsWith("ReadThing "));
    }

    @Test
    void token_ofAShortLife_isUsedForNineTenthsOfIt() throws Exception {
        Cloud.answer(
                cloud.iam(),
                request -> Cloud.token(
                        "t" + fetched.incrementAndGet(),
                        // As IAM writes it, with microseconds.
                        clock.instant().plus(Duration.ofSeconds(100)).toString().replace("Z", ".000000Z")));
        IamTokenCredentials credentials = credentials();
        try (Engine engine = cloud.builder(credentials).build()) {
            Cloud.read(engine, "x");
            clock.move(Duration.ofSeconds(89));
            Cloud.read(engine, "x");
            assertThat(fetched).hasValue(1);
            clock.move(Duration.ofSeconds(1));
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            Cloud.read(engine, "x");
        }
        assertThat(List.of(sentToken(), sentToken(), sentToken(), sentToken())).containsExactly("t1", "t1", "t1", "t2");
        assertThat(fetched).hasValue(2);
    }

    @Test
    void token_whenItCannotBeRenewed_isUsedWhileItIsValid_andIamIsLeftInPeace() throws Exception {
        iamGivesTokens();
        IamTokenCredentials credentials = credentials();
        try (Engine engine =
                cloud.builder(credentials).retry(RetryPolicy.none()).build()) {
            Cloud.read(engine, "x");
            Cloud.answer(cloud.iam(), request -> Cloud.json(503, ""));
            clock.move(Duration.ofDays(1).minusMinutes(5));
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            assertThat(cloud.iam().getRequestCount()).isEqualTo(2);
            clock.move(TokenCache.PAUSE);
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            assertThat(cloud.iam().getRequestCount()).isEqualTo(3);
            assertThat(List.of(sentToken(), sentToken(), sentToken(), sentToken()))
                    .containsOnly("t1");
            clock.move(Duration.ofMinutes(5));
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .hasMessageContaining("IAM POST " + cloud.iamUrl() + "v3/auth/tokens");
            iamGivesTokens();
            Cloud.read(engine, "x");
            assertThat(sentToken()).isEqualTo("t2");
        }
    }

    @Test
    void iam_whenItFailsAndMayBeAskedAgain_isAskedAgain() {
        Queue<MockResponse> troubles = new ConcurrentLinkedQueue<>(List.of(
                Cloud.json(429, "{}"),
                Cloud.json(503, ""),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build()));
        Cloud.answer(cloud.iam(), request -> {
            fetched.incrementAndGet();
            MockResponse trouble = troubles.poll();
            return trouble == null ? Cloud.token("t1", "2999-01-01T00:00:00Z") : trouble;
        });
        try (Engine engine = cloud.builder(credentials())
                .retry(RetryPolicy.standard().withMaxAttempts(4).withMaxDelay(Duration.ofMillis(1)))
                .build()) {
            assertThat(Cloud.read(engine, "x")).containsEntry("ok", true);
        }
        assertThat(fetched).hasValue(4);
    }

    @Test
    void iam_whenTheClientTriesOnce_isAskedOnce() {
        Cloud.answer(cloud.iam(), request -> Cloud.json(429, "{}"));
        try (Engine engine =
                cloud.builder(credentials()).retry(RetryPolicy.none()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(ThrottledException.class);
        }
        assertThat(cloud.iam().getRequestCount()).isOne();
    }

    @Test
    void iam_isSentNoHeaderThatIsForTheApi() throws Exception {
        iamGivesTokens();
        try (Engine engine = cloud.builder(
                        credentials().iamEndpoint(cloud.api().url("/").uri()))
                .header("X-Tenant", "s3cret")
                .build()) {
            Cloud.answer(
                    cloud.api(),
                    request -> request.getTarget().contains("tokens")
                            ? Cloud.token("t1", "2999-01-01T00:00:00Z")
                            : Cloud.json(200, "{\"ok\":true}"));
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getHeaders().get("X-Tenant")).isNull();
        assertThat(cloud.api().takeRequest().getHeaders().get("X-Tenant")).isEqualTo("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"-P1D,true", "P1D,true", "-PT25H,true", "P365D,true", "-P1D,false", "P1D,false", "P365D,false"})
    void token_whateverThisMachinesClockSays_livesAsLongAsIamSays(Duration ahead, boolean isInBody) {
        Instant iamsNow = clock.instant().minus(ahead);
        String times = "\"expires_at\":\"" + iamsNow.plus(Duration.ofDays(1)) + "\""
                + (isInBody ? ",\"issued_at\":\"" + iamsNow + "\"" : "");
        String date = String.valueOf(new Headers.Builder().set("Date", iamsNow).get("Date"));
        Cloud.answer(cloud.iam(), request -> {
            fetched.incrementAndGet();
            MockResponse.Builder answer =
                    Cloud.json(201, "{\"token\":{" + times + "}}").newBuilder().setHeader("X-Subject-Token", "t");
            return (isInBody ? answer : answer.setHeader("Date", date)).build();
        });
        IamTokenCredentials credentials = credentials();
        try (Engine engine = cloud.builder(credentials).build()) {
            Cloud.read(engine, "x");
            clock.move(Duration.ofDays(1).minusMinutes(5).minusSeconds(1));
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            assertThat(fetched).hasValue(1);
            clock.move(Duration.ofSeconds(1));
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            assertThat(fetched).as("renewed five minutes before its end").hasValue(2);
        }
    }

    @Test
    void token_thatHasExpiredByEveryClock_isUsedForAWhile() {
        Cloud.answer(cloud.iam(), request -> {
            fetched.incrementAndGet();
            return Cloud.token("t", "2001-01-01T00:00:00Z");
        });
        try (Engine engine = engine()) {
            Cloud.read(engine, "x");
            Cloud.read(engine, "x");
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void call_whenAnsweredWith401_isSentOnceMoreWithANewToken() throws Exception {
        iamGivesTokens();
        refuse("t1");
        try (Engine engine = engine()) {
            assertThat(Cloud.read(engine, "x")).containsEntry("ok", true);
        }
        assertThat(List.of(sentToken(), sentToken())).containsExactly("t1", "t2");
        assertThat(fetched).hasValue(2);
    }

    @Test
    void call_whenTheNewTokenIsRefusedToo_fails() {
        iamGivesTokens();
        Cloud.answer(cloud.api(), request -> Cloud.json(401, "{}"));
        try (Engine engine = engine()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("ReadThing failed with HTTP 401");
        }
        assertThat(cloud.api().getRequestCount()).isEqualTo(2);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void calls_whenEveryTokenIsRefused_fetchNoMoreThanOneInAWhile() {
        iamGivesTokens();
        Cloud.answer(cloud.api(), request -> Cloud.json(401, "{}"));
        try (Engine engine = engine()) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(AuthenticationFailedException.class);
            }
            assertThat(fetched).as("the first and the one that replaced it").hasValue(2);
            assertThat(cloud.api().getRequestCount()).isEqualTo(21);
            clock.move(TokenCache.PAUSE);
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(AuthenticationFailedException.class);
            }
            assertThat(fetched).hasValue(3);
        }
    }

    @Test
    void call_whenOneTokenAfterTheOtherIsRevoked_hasEachReplacedAtOnce() {
        iamGivesTokens();
        try (Engine engine = engine()) {
            for (int i = 1; i <= 5; i++) {
                assertThat(Cloud.read(engine, "x")).containsEntry("ok", true);
                assertThat(fetched).hasValue(i);
                refuse("t" + i);
            }
            assertThat(Cloud.read(engine, "x")).containsEntry("ok", true);
        }
        assertThat(fetched).hasValue(6);
    }

    @Test
    void clients_ofOneObject_shareItsToken() {
        iamGivesTokens();
        IamTokenCredentials credentials = Credentials.password("u", "p", "d", "cn-north-4")
                .iamEndpoint(cloud.iamUrl())
                .timed(clock, clock::nanoTime);
        try (Engine one = cloud.builder(credentials).build();
                Engine other = cloud.builder(credentials).build()) {
            Cloud.read(one, "x");
            Cloud.read(other, "x");
        }
        assertThat(fetched).hasValue(1);
    }

    private void refuse(String token) {
        Cloud.answer(
                cloud.api(),
                request -> token.equals(request.getHeaders().get("X-Auth-Token"))
                        ? Cloud.json(401, "{}")
                        : Cloud.json(200, "{\"ok\":true}"));
    }

    @Test
    void inRegion_unlessIamsAddressIsSet_isTheRegionsIam() {
        IamTokenCredentials credentials = Credentials.password("u", "p", "d", "cn-north-4");
        Region region = Shelf.CONTRACT.region("west-1");
        assertThat(credentials.inRegion(region).endpoint()).hasToString("https://iam.west-1.example.eu/");
        IamTokenCredentials set = credentials.iamEndpoint("https://iam.north-1.example.com");
        assertThat(set.inRegion(region)).isSameAs(set);
    }

    @Test
    void call_whenTheClientHasNoRegionAndIamNoAddress_namesTheSetting() {
        try (Engine engine = cloud.builder(Credentials.password("u", "s3cret", "d", "cn-north-4"))
                .build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("IAM's address is not known: a client that is built with endpoint(…) has no region, so"
                            + " set Credentials.password(…).iamEndpoint(\"https://iam.…\")");
        }
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iam.example.com",
                "ftp://iam.example.com",
                "https://",
                "https://me:s3cret@iam.example.com",
                "https://me:s3cret@iam exa",
                "https://iam.example.com?a=s3cret",
                "https://iam.example.com#s3cret"
            })
    void iamEndpoint_whenItIsNoAddress_saysWhatIsAllowedAndNotWhatWasGiven(String address) {
        IamTokenCredentials credentials = Credentials.password("u", "p", "d", "cn-north-4");
        assertThatThrownBy(() -> credentials.iamEndpoint(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("iamEndpoint must be an address that starts with http:// or https://")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }
}
