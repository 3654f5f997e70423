package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an answer is made of. */
class HttpAnswerTest {
    private static final byte[] BODY = {'a', 'b'};

    private final HttpAnswer error = HttpAnswer.error(404, ErrorCode.RESOURCE_NOT_FOUND, BODY);

    @Test
    void error_isJson_andHasItsCode() {
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
        assertThat(error.contentType()).isEqualTo("application/json");
        assertThat(error.body()).isEqualTo(BODY);
    }

    @Test
    void answer_thatIsNoError_hasNoCode() {
        assertThat(HttpAnswer.of(200, "text/plain", BODY).code()).isNull();
    }

    @Test
    void headers_areAdded_oneAndSeveral() {
        assertThat(error.with("a", "1").with(Map.of("b", "2")).with("c", "3").headers())
                .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c", "3"));
    }

    @Test
    void header_thatIsThere_isReplaced() {
        assertThat(error.with("a", "1").with("a", "2").with(Map.of("a", "3")).headers())
                .containsExactly(Map.entry("a", "3"));
    }

    @Test
    void headers_changeNothingElse_andNotTheAnswerBefore() {
        HttpAnswer more = error.with("a", "1").with(Map.of("b", "2"));

        assertThat(more).usingRecursiveComparison().ignoringFields("headers").isEqualTo(error);
        assertThat(error.headers()).isEmpty();
    }
}
