package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.ProfileCredentialProvider;
import io.github.vpcep.runtime.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import mockwebserver3.RecordedRequest;
import mockwebserver3.okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a credentials file, as the vendor's tools write it. */
@Timeout(30)
class ProfileCredentialsTest {
    private static final String WHOLE = """
            # written by hand
            [global]
            ak = other
            sk = other
            domain_id = d-1

            [basic]
            ak = AK7
            sk = s3cret=/+
            security_token = st7
            project_id = p-7
            iam_endpoint = https://iam.example.com
            """;

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @TempDir
    Path home;

    private Path write(String text) throws IOException {
        Path file = ProfileCredentials.file(Map.of(), home);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Headers sent(Credentials credentials) throws Exception {
        try (Engine engine = cloud.builder(credentials).build()) {
            Cloud.read(engine, "x");
        }
        return cloud.api().takeRequest().getHeaders();
    }

    @Test
    void file_givesWhatTheVendorsSdkReadsOfIt() throws Exception {
        Path file = write(WHOLE);
        BasicCredentials vendors = vendors();

        ProfileCredentials ours = ProfileCredentials.of(file);

        assertThat(vendors.getSk()).isEqualTo("s3cret=/+");
        assertThat(ours.projectId()).isEqualTo(vendors.getProjectId()).isEqualTo("p-7");
        Headers headers = sent(ours);
        assertThat(headers.get("Authorization")).startsWith("SDK-HMAC-SHA256 Access=" + vendors.getAk() + ", ");
        assertThat(headers.get("X-Security-Token"))
                .isEqualTo(vendors.getSecurityToken())
                .isEqualTo("st7");
    }

    /** What the vendor's SDK finds in this home. */
    private BasicCredentials vendors() {
        return atHome(() -> (BasicCredentials)
                ProfileCredentialProvider.getBasicCredentialProfileProvider().getCredentials());
    }

    private <T> T atHome(Supplier<T> asked) {
        String before = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        try {
            return asked.get();
        } finally {
            System.setProperty("user.home", before);
        }
    }

    @Test
    void file_ofTheHome_isFound() throws IOException {
        Path file = write(WHOLE);

        assertThat(Credentials.fromProfile(file).projectId()).isEqualTo("p-7");
        assertThat(atHome(Credentials::fromProfile).projectId()).isEqualTo("p-7");
        assertThat(atHome(Credentials::standard).projectId()).isEqualTo("p-7");
    }

    @Test
    void file_ofAVariable_goesBeforeThatOfTheHome() {
        assertThat(ProfileCredentials.file(Map.of("HUAWEICLOUD_SDK_CREDENTIALS_FILE", "/k/keys.ini"), home))
                .isEqualTo(Path.of("/k/keys.ini"));
        assertThat(ProfileCredentials.file(Map.of("HUAWEICLOUD_SDK_CREDENTIALS_FILE", " "), home))
                .isEqualTo(home.resolve(".huaweicloud/credentials"));
    }

    @Test
    void file_withoutTokenAndProject_isAPermanentKey() throws Exception {
        ProfileCredentials credentials = ProfileCredentials.of(write("[basic]\nak=AK7\nsk=s3cret\nproject_id=\n"));

        assertThat(credentials.projectId()).isNull();
        assertThat(sent(credentials).get("X-Security-Token")).isNull();
    }

    @Test
    void file_inAnOddHand_isReadAsWell() throws Exception {
        ProfileCredentials credentials = ProfileCredentials.of(write("""
                \uFEFF[ basic ]\s

                # a
                ; b
                #c = d
                ak = AK8
                a=b
                [c = d
                project_id = p-8
                 [basic]
                  sk = s3cret] \s
                 project_id =
                security_token = gone
                [other]
                ak = other
                [basic]
                security_token =
                """));

        assertThat(credentials.projectId()).isNull();
        try (Engine engine = cloud.builder(credentials).build()) {
            Cloud.read(engine, "x");
        }
        RecordedRequest sent = cloud.api().takeRequest();
        assertThat(SignatureCheck.fault(sent, "s3cret]")).isNull();
        assertThat(sent.getHeaders().get("Authorization")).startsWith("SDK-HMAC-SHA256 Access=AK8, ");
        assertThat(sent.getHeaders().get("X-Security-Token")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a=s3cret;[basic] | has in line 1 a value before the first [section]",
                "# a;\uFEFF[basic] | has in line 2 neither a [section] nor name = value",
                "[basic];ak = AK7;ak =;sk = s3cret | has no ak in section [basic]",
                "[basic];ak = AK7;s3cret | has in line 3 neither a [section] nor name = value",
                "ak = s3cret;[basic] | has in line 1 a value before the first [section]",
                "[basic];=s3cret | has in line 2 neither a [section] nor name = value",
                "[global];ak = a;sk = s3cret | has no section [basic]",
                "[basic];ak = AK7;[global];sk = s3cret | has no sk in section [basic]",
                "[basic];sk = s3cret | has no ak in section [basic]",
                "[basic];ak = AK7;sk = s3cret x | cannot be used: sk cannot be used: character 7 of 8 is white space or a"
                        + " control character",
                "[basic];ak = AK7;sk = s3cret;project_id = a b | cannot be used: project_id must be an id without white space"
            })
    void brokenFile_isNamedInASentence_andNotRepeated(String lines, String expected) throws IOException {
        Path file = write(lines.replace(';', '\n'));

        assertThatThrownBy(() -> ProfileCredentials.of(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The credentials file " + file + " " + expected)
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void file_thatIsNoText_isNamedInASentence() throws IOException {
        Path file = write("");
        Files.write(file, new byte[] {'[', (byte) 0xc3, (byte) 0x28});

        assertThatThrownBy(() -> Credentials.fromProfile(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The credentials file " + file + " is not text in UTF-8")
                .hasNoCause();
    }

    @Test
    void missingFile_isNamedInASentence() {
        Path file = home.resolve("none");

        assertThatThrownBy(() -> Credentials.fromProfile(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The credentials file " + file + " does not exist");
    }

    @Test
    void directory_inPlaceOfTheFile_isNamedInASentence() {
        assertThatThrownBy(() -> Credentials.fromProfile(home))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The credentials file " + home + " cannot be read: ");
    }

    @Test
    void toString_hidesEverything() throws IOException {
        assertThat(ProfileCredentials.of(write(WHOLE))).hasToString("Credentials.fromProfile(***)");
    }
}
