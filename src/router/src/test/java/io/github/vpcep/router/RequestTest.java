package io.github.vpcep.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request tells of itself beside any operation. */
class RequestTest {
    @ParameterizedTest
    @CsvSource({
        "/a?b=c, c",
        "/a?x=y&b=c%20d+e, c d e",
        "/a?b=c&b=d, c",
        "/a?b, ''",
        "/a?b=, ''",
        "/a?%62=c, c",
        "/a?bb=c,",
        "/a,"
    })
    void parameter_isTheFirstOfItsName_decoded(String target, @Nullable String value) {
        assertThat(new Sent("GET", target).request().parameter("b")).isEqualTo(value);
    }

    @Test
    void parameter_ofAQueryThatIsNotPercentEncoded_isRefused() {
        assertThatThrownBy(() -> new Sent("GET", "/a?x=%zz&b=c").request().parameter("b"))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "Application/JSON; charset=utf-8, true",
        "text/json, false",
        "application/jsonl, false"
    })
    void body_isJson_whenItsTypeSaysSo(String type, boolean isJson) {
        assertThat(new Sent("POST", "/a").header("content-type", type).request().isJson())
                .isEqualTo(isJson);
    }

    @Test
    void body_withoutType_isNoJson_andWithABadOneRefused() {
        Request bad = new Sent("POST", "/a").header("content-type", "json").request();
        assertThat(new Sent("POST", "/a").request().isJson()).isFalse();
        assertThatThrownBy(bad::isJson).isInstanceOf(RefusedException.class);
    }
}
