package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the key of an agency is fetched, signed with and renewed. */
class AgencyCredentialsTest extends TemporaryKeyContract {
    private static final String TARGET = "/v3.0/OS-CREDENTIAL/securitytokens";
    private static final Credentials SOURCE = Credentials.accessKey("SOURCE", "s0urce-s3cret");

    private AgencyCredentials credentials(Credentials source) {
        return Credentials.agency(source, "acme", "ops")
                .iamEndpoint(cloud.iamUrl())
                .timed(clock, clock::nanoTime);
    }

    @Override
    RenewingCredentials credentials() {
        return credentials(SOURCE);
    }

    @Override
    void serverGivesKeys() {
        Cloud.answer(cloud.iam(), request -> request.getTarget().equals(TARGET) ? key() : Cloud.json(404, "{}"));
    }

    @Override
    String serverName() {
        return "IAM";
    }

    @Override
    String method() {
        return "agency";
    }

    @Test
    void iam_isAskedAsDocumented_inTheNameOfTheSource() throws Exception {
        serverGivesKeys();
        try (Engine engine = cloud.builder(credentials(SOURCE)).build()) {
            Cloud.read(engine, "x");
            Cloud.read(engine, "x");
        }
        RecordedRequest asked = cloud.iam().takeRequest();
        assertThat(asked.getRequestLine()).isEqualTo("POST " + TARGET + " HTTP/1.1");
        assertThat(SignatureCheck.fault(asked, "s0urce-s3cret")).isNull();
        assertThat(signer(asked)).isEqualTo("SOURCE null");
        assertThat(asked.getHeaders().get("X-Project-Id")).isNull();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(String.valueOf(
                        asked.getBody() == null ? null : asked.getBody().utf8())))
                .isEqualTo(json.readTree("{\"auth\":{\"identity\":{\"methods\":[\"assume_role\"],\"assume_role\":{"
                        + "\"agency_name\":\"ops\",\"domain_name\":\"acme\",\"duration_seconds\":3600}}}}"));
        RecordedRequest call = cloud.api().takeRequest();
        assertThat(SignatureCheck.fault(call, "s3cret")).isNull();
        assertThat(signer(call)).isEqualTo("AK1 st1");
        assertThat(call.getHeaders().get("X-Project-Id")).isEqualTo(Cloud.PROJECT_ID);
        assertThat(signedBy()).isEqualTo("AK1 st1");
        assertThat(cloud.iam().getRequestCount()).isEqualTo(1);
    }

    @Test
    void source_mayBeAToken() throws Exception {
        serverGivesKeys();
        try (Engine engine =
                cloud.builder(credentials(Credentials.token("of-source"))).build()) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.iam().takeRequest().getHeaders().get("X-Auth-Token")).isEqualTo("of-source");
        assertThat(signedBy()).isEqualTo("AK1 st1");
    }

    @Test
    void key_livesAsLongAsItIsAskedFor() throws Exception {
        serverGivesKeys();
        try (Engine engine = cloud.builder(credentials(SOURCE).duration(Duration.ofMinutes(15)))
                .build()) {
            Cloud.read(engine, "x");
        }
        RecordedRequest asked = cloud.iam().takeRequest();
        assertThat(asked.getBody()).isNotNull();
        assertThat(asked.getBody().utf8()).contains("\"duration_seconds\":900");
    }

    @Test
    void iam_thatIsBusy_isAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Cloud.answer(cloud.iam(), request -> asked.incrementAndGet() == 1 ? Cloud.json(503, "{}") : key());
        try (Engine engine = cloud.builder(credentials(SOURCE))
                .retry(RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1)))
                .build()) {
            Cloud.read(engine, "x");
        }
        assertThat(signedBy()).isEqualTo("AK1 st1");
    }

    @ParameterizedTest
    @CsvSource({"' ',ops,domain must not be blank", "acme,' ',agency must not be blank"})
    void agency_withoutAName_isRefused(String domain, String agency, String message) {
        assertThatThrownBy(() -> Credentials.agency(SOURCE, domain, agency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void agency_ofNothing_isRefused() {
        assertThatThrownBy(() -> Credentials.agency(null, "acme", "ops"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source must not be null");
        assertThatThrownBy(() -> credentials(SOURCE).duration(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration must not be null");
    }

    @Test
    void project_isOneOfTheOtherAccount_askedForWithItsKey() throws Exception {
        Cloud.answer(
                cloud.iam(),
                request -> request.getTarget().equals(TARGET)
                        ? key()
                        : Cloud.json(
                                200,
                                "{\"projects\":[{\"name\":\"north-1\",\"id\":\"of-%s\"}]}"
                                        .formatted(request.getHeaders().get("X-Security-Token"))));
        try (Engine engine = cloud.builderWithoutProject(Credentials.agency(SOURCE, "acme", "ops"))
                .build()) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo("/v1/of-st1/things/x");
    }

    @Test
    void iam_thatRefusesTheSourcesClock_setsItRight() throws Exception {
        String anHourAhead = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
        AtomicInteger asked = new AtomicInteger();
        Cloud.answer(
                cloud.iam(),
                request -> asked.incrementAndGet() > 1
                        ? key()
                        : Cloud.json(401, "{}")
                                .newBuilder()
                                .setHeader("Date", anHourAhead)
                                .build());
        try (Engine engine = cloud.builder(credentials(SOURCE)).build()) {
            Cloud.read(engine, "x");
        }
        String first = cloud.iam().takeRequest().getHeaders().get("X-Sdk-Date");
        String second = cloud.iam().takeRequest().getHeaders().get("X-Sdk-Date");
        String call = cloud.api().takeRequest().getHeaders().get("X-Sdk-Date");
        assertThat(second).isGreaterThan(first);
        assertThat(call).isGreaterThanOrEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"error\":{\"code\":401,\"message\":\"not SOURCE\"}} | AuthenticationFailedException",
                "403 | {\"error\":{\"code\":403,\"message\":\"may not\"}} | PermissionDeniedException",
                "404 | {\"error\":{\"code\":404,\"message\":\"no agency\"}} | AuthenticationFailedException",
                "429 | {} | ThrottledException",
                "500 | {} | ServerFailureException",
                "201 | s3cret | VpcepDecodeException",
                "201 | {\"credential\":{\"access\":\"s3cret\"}} | VpcepDecodeException"
            })
    void iam_thatGivesNoKey_isNamedByItsAddress(int status, String body, String thrown) throws Exception {
        Cloud.answer(cloud.iam(), request -> Cloud.json(status, body));
        Class<? extends Throwable> type =
                Class.forName("io.github.vpcep.runtime.error." + thrown).asSubclass(Throwable.class);
        try (Engine engine =
                cloud.builder(credentials(SOURCE)).retry(RetryPolicy.none()).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(type)
                    .hasMessageStartingWith("IAM POST " + cloud.iamUrl() + TARGET.substring(1) + " ")
                    .hasMessageNotContaining("s3cret")
                    .satisfies(e -> assertThat(e instanceof VpcepDecodeException unread ? unread.rawBody() : "")
                            .as("it may be a key whatever is wrong with it")
                            .isEmpty());
        }
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @Test
    void iam_whoseAddressIsNotKnown_isAskedFor() {
        try (Engine engine =
                cloud.builder(Credentials.agency(SOURCE, "acme", "ops")).build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Credentials.agency(…).iamEndpoint(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT14M59S", "PT24H1S", "PT0S"})
    void duration_thatIamDoesNotGrant_isRefused(Duration duration) {
        assertThatThrownBy(() -> Credentials.agency(SOURCE, "acme", "ops").duration(duration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration is \"" + duration + "\", but must be from 15 minutes to 24 hours");
    }
}
