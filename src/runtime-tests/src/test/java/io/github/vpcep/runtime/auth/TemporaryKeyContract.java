package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is true of temporary keys whoever gives them; the cloud's second server gives them here. */
@Timeout(30)
abstract class TemporaryKeyContract {
    final TestClock clock = new TestClock();
    final AtomicInteger keys = new AtomicInteger();

    @RegisterExtension
    final Cloud cloud = new Cloud();

    abstract RenewingCredentials credentials();

    /** Has the second server answer with {@link #key}. */
    abstract void serverGivesKeys();

    /** How failures call the second server. */
    abstract String serverName();

    /** The method of {@link Credentials} that makes them. */
    abstract String method();

    /** Each key is another, of an hour. */
    final MockResponse key() {
        int number = keys.incrementAndGet();
        return Cloud.json(
                201,
                "{\"credential\":{\"access\":\"AK%d\",\"secret\":\"s3cret\",\"securitytoken\":\"st%d\",\"expires_at\":\"%s\"}}"
                        .formatted(number, number, clock.instant().plus(Duration.ofHours(1))));
    }

    final String signedBy() throws InterruptedException {
        return signer(cloud.api().takeRequest());
    }

    static String signer(RecordedRequest request) {
        Headers headers = request.getHeaders();
        return String.valueOf(headers.get("Authorization")).replaceAll(".* Access=(\\w+),.*", "$1") + " "
                + headers.get("X-Security-Token");
    }

    @Test
    void key_isRenewedInTheBackgroundFiveMinutesBeforeItsEnd() throws Exception {
        serverGivesKeys();
        RenewingCredentials credentials = credentials();
        try (Engine engine = cloud.builder(credentials).build()) {
            Cloud.read(engine, "x");
            clock.move(Duration.ofMinutes(55).minusMillis(1));
            Cloud.read(engine, "x");
            assertThat(keys).hasValue(1);
            clock.move(Duration.ofMillis(1));
            Cloud.read(engine, "x");
            Cloud.awaitFetched(credentials);
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(signedBy()).isEqualTo("AK2 st2");
    }

    @Test
    void call_whenTheKeyIsRefused_isSentOnceMoreWithANewOne() throws Exception {
        serverGivesKeys();
        Cloud.answer(
                cloud.api(),
                request -> "st1".equals(request.getHeaders().get("X-Security-Token"))
                        ? Cloud.json(401, "{}")
                        : Cloud.json(200, "{}"));
        try (Engine engine = cloud.builder(credentials()).build()) {
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(signedBy()).isEqualTo("AK2 st2");
    }

    @Test
    void server_thatIsNotThere_isNamed() {
        RenewingCredentials credentials = credentials();
        int port = cloud.iam().getPort();
        cloud.iam().close();
        try (Engine engine =
                cloud.builder(credentials).retry(RetryPolicy.none()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining(serverName() + " was not reached, or did not answer [http://")
                    .hasMessageContaining(":" + port);
        }
    }

    /** As of an application that asks its credentials for headers by itself. */
    private static OutgoingRequest foreign() {
        ClassLoader loader = OutgoingRequest.class.getClassLoader();
        return (OutgoingRequest)
                Proxy.newProxyInstance(loader, new Class<?>[] {OutgoingRequest.class}, (p, m, a) -> Map.of());
    }

    @Test
    void request_thatIsNotTheClientsOwn_isRefused() {
        RenewingCredentials credentials = credentials();
        String name = "Credentials." + method();
        assertThat(credentials).hasToString(name + "(***)");
        assertThatThrownBy(() -> credentials.headers(foreign()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " needs the client's own request, to send another, and not a class ");
    }

    @Test
    void request_thatCarriedNoKey_wasNotRefusedForIt() {
        RenewingCredentials credentials = credentials();
        credentials.accepted(foreign());
        assertThat(credentials.rejected(foreign())).isFalse();
    }
}
