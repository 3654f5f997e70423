package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The order of the chain, and what is said when it ends. */
@Timeout(30)
class StandardCredentialsTest {
    private static final Map<String, String> KEY = Map.of("HW_ACCESS_KEY", "OfEnvironment", "HW_SECRET_KEY", "s3cret");

    private final TestClock clock = new TestClock();

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @TempDir
    Path home;

    private Credentials standard(Map<String, String> variables) {
        return StandardCredentials.of(
                variables,
                home,
                Credentials.metadata().endpoint(cloud.iam().url("/").uri()).timed(clock, clock::nanoTime));
    }

    private void writeProfile(String text) throws IOException {
        Path file = ProfileCredentials.file(Map.of(), home);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void metadataGives(Supplier<String> accessKey) {
        Cloud.answer(
                cloud.iam(),
                request -> request.getMethod().equals("PUT")
                        ? Cloud.json(404, "")
                        : Cloud.json(
                                200,
                                "{\"credential\":{\"access\":\"%s\",\"secret\":\"s3cret\",\"securitytoken\":\"st\",\"expires_at\":\"%s\"}}"
                                        .formatted(
                                                accessKey.get(), clock.instant().plus(Duration.ofHours(1)))));
    }

    private String signedBy(Credentials credentials) throws InterruptedException {
        try (Engine engine =
                cloud.builder(credentials).retry(RetryPolicy.none()).build()) {
            Cloud.read(engine, "x");
        }
        return String.valueOf(cloud.api().takeRequest().getHeaders().get("Authorization"))
                .replaceAll(".* Access=(\\w+),.*", "$1");
    }

    @Test
    void environment_goesBeforeTheFile() throws Exception {
        writeProfile("[basic]\nak=OfFile\nsk=s3cret\n");

        assertThat(signedBy(standard(KEY))).isEqualTo("OfEnvironment");
    }

    @Test
    void file_goesBeforeTheMachine() throws Exception {
        writeProfile("[basic]\nak=OfFile\nsk=s3cret\n");
        metadataGives(() -> "OfMachine");

        assertThat(signedBy(standard(Map.of()))).isEqualTo("OfFile");
        assertThat(cloud.iam().getRequestCount()).isZero();
    }

    @Test
    void machine_isAskedLast() throws Exception {
        metadataGives(() -> "OfMachine");

        assertThat(signedBy(standard(Map.of()))).isEqualTo("OfMachine");
    }

    @Test
    void machine_isNotAskedBeforeACallNeedsIt() {
        standard(Map.of());

        assertThat(cloud.iam().getRequestCount()).isZero();
    }

    @Test
    void halfAKey_isAnError_whateverComesNext() throws Exception {
        writeProfile("[basic]\nak=OfFile\nsk=s3cret\n");

        assertThatThrownBy(() -> standard(Map.of("HUAWEICLOUD_SDK_AK", "a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("HUAWEICLOUD_SDK_AK is set, but HUAWEICLOUD_SDK_SK is not: set both");
    }

    @Test
    void brokenFile_isAnError_whateverComesNext() throws Exception {
        writeProfile("s3cret");
        metadataGives(() -> "OfMachine");

        assertThatThrownBy(() -> standard(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(home + "/.huaweicloud/credentials has in line 1 neither");
    }

    @Test
    void call_whenNothingIsFound_saysWhatWasLookedAt() {
        Credentials credentials = standard(Map.of());
        int port = cloud.iam().getPort();
        cloud.iam().close();

        assertThatThrownBy(() -> signedBy(credentials))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(VpcepTransportException.class)
                .hasMessageStartingWith("There are no credentials. Looked at: the environment (HUAWEICLOUD_SDK_AK and"
                        + " HUAWEICLOUD_SDK_SK, HW_ACCESS_KEY and HW_SECRET_KEY, HW_AUTH_TOKEN, OS_AUTH_TOKEN: none is"
                        + " set), the file " + home + "/.huaweicloud/credentials (there is none), and the metadata of"
                        + " this machine (")
                .hasMessageContaining("was not reached, or did not answer [http://")
                .hasMessageContaining(":" + port);
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @Test
    void call_whenTheMachineHadAKeyOnce_tellsItsTroubleAsItIs() throws Exception {
        metadataGives(() -> "OfMachine");
        Credentials credentials = standard(Map.of());
        signedBy(credentials);
        clock.move(Duration.ofHours(2));
        cloud.iam().close();

        assertThatThrownBy(() -> signedBy(credentials)).isInstanceOf(VpcepTransportException.class);
    }

    /** A key that was taken is replaced at once when it is refused; one that never was is not, for a while. */
    @Test
    void call_whenTheMachinesKeyIsRefused_isSentOnceMoreWithANewOne() throws Exception {
        AtomicInteger keys = new AtomicInteger();
        AtomicReference<String> good = new AtomicReference<>("Access=Key2,");
        metadataGives(() -> "Key" + keys.incrementAndGet());
        Cloud.answer(
                cloud.api(),
                request -> Cloud.json(
                        String.valueOf(request.getHeaders().get("Authorization"))
                                        .contains(good.get())
                                ? 200
                                : 401,
                        "{}"));
        try (Engine engine =
                cloud.builder(standard(Map.of())).retry(RetryPolicy.none()).build()) {
            Cloud.read(engine, "x");
            good.set("Access=Key3,");
            Cloud.read(engine, "x");
            good.set("none");
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(AuthenticationFailedException.class);
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(keys).hasValue(4);
        assertThat(cloud.api().getRequestCount()).isEqualTo(2 + 2 + 2 + 1);
    }

    @Test
    void toString_hidesEverything() {
        assertThat(standard(Map.of())).hasToString("Credentials.standard(***)");
    }
}
