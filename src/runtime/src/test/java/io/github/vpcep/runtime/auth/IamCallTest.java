package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.ground.Redactor;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IAM's refusals mean, and where IAM may be. */
class IamCallTest {
    private static final Map<String, Class<? extends VpcepServiceException>> MEANING = Map.of(
            "throttled", ThrottledException.class,
            "failed", ServerFailureException.class,
            "unknown", AuthenticationFailedException.class,
            "denied", PermissionDeniedException.class,
            "other", VpcepServiceException.class);

    @ParameterizedTest
    @CsvSource({
        "399,other,other",
        "400,unknown,unknown",
        "401,unknown,unknown",
        "403,unknown,denied",
        "404,unknown,unknown",
        "429,throttled,throttled",
        "499,unknown,unknown",
        "500,failed,failed",
        "503,failed,failed"
    })
    void refusal_goesByItsStatus(int status, String meaning, String ofGoodCredentials) {
        RawAnswer answer = RawAnswer.of("A", status, "");
        var body = IamCall.parse("{\"error\":{\"code\":\"c\",\"message\":\"m\"}}");
        Redactor redactor = new Redactor();
        assertThat(IamCall.refusal(answer, body, redactor).getClass()).isEqualTo(MEANING.get(meaning));
        assertThat(IamCall.refusalOrDenial(answer, body, redactor))
                .isInstanceOfSatisfying(VpcepServiceException.class, refusal -> {
                    assertThat(refusal.getClass()).isEqualTo(MEANING.get(ofGoodCredentials));
                    assertThat(refusal.code()).isEqualTo("c");
                    assertThat(refusal.serverMessage()).isEqualTo("m");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"c\",\"message\":\"m\"},\"error_code\":\"x\",\"error_msg\":\"x\"}|c|m",
                "{\"error_code\":\"c\",\"error_msg\":\"m\"}|c|m",
                "{\"error\":{\"code\":401,\"message\":\"bad s3cret\"}}|401|bad ***",
                "{\"error\":{\"code\":null,\"message\":\" \"}}||",
                "{\"error\":{\"code\":{},\"message\":[]}}||",
                "<html>||",
                "``||"
            })
    void refusal_repeatsCodeAndWords_withoutSecrets(String text, @Nullable String code, @Nullable String message) {
        Redactor redactor = new Redactor();
        redactor.learn("s3cret");
        assertThat(IamCall.refusal(RawAnswer.of("A", 401, ""), IamCall.parse(text), redactor))
                .isInstanceOfSatisfying(VpcepServiceException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.serverMessage()).isEqualTo(message);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://iam.example.com",
                "https://me@iam.example.com",
                "https://me:pw@iam.example.com",
                "https://:pw@iam.example.com",
                "https://iam.example.com?a=1",
                "https://iam.example.com#a",
                "iam.example.com"
            })
    void address_thatIsNone_orHoldsALogin_isRefused_andNotRepeated(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.of(URI.create(address)))
                .withMessage("iamEndpoint must be an address that starts with http:// or https://, has a"
                        + " host, and has no user information, query or fragment")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.example.com/base",
                "http://localhost:1",
                "http://iam.localhost",
                "http://127.9.9.9",
                "http://[::1]:80"
            })
    void address_ofHttps_orOfThisMachine_isTaken(String address) {
        assertThat(IamAddress.of(URI.create(address)).toString()).startsWith(address.replace(":80", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam.example.com", "128.0.0.1", "127.example.com", "localhost.example.com", "[::2]"})
    void address_ofHttpElsewhere_isRefused(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.of(URI.create("http://" + host)))
                .withMessageStartingWith("iamEndpoint is \"http://")
                .withMessageEndingWith("must be https unless it is on this machine: IAM is told secrets");
    }

    @Test
    void text_thatIsNoAddress_isRefused_andNotRepeated() {
        assertThat(IamAddress.uri("https://iam.example.com")).hasToString("https://iam.example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.uri("https://me:s3cret@[host"))
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }
}
