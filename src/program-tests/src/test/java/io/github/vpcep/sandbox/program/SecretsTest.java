package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each place of a URL in which somebody may write a password. */
class SecretsTest {
    private static final String BASE = "jdbc:postgresql://h:5432/d";

    @ParameterizedTest
    @CsvSource({
        "?password=top, ?password=***",
        "?PASSWORD=top, ?PASSWORD=***",
        "?Password=top, ?Password=***",
        "?user=u&password=top&ssl=true, ?user=u&password=***&ssl=true",
        "?password=top&sslpassword=top, ?password=***&sslpassword=***",
        "?sslPassword=top, ?sslPassword=***",
        "?trustStorePassword=top, ?trustStorePassword=***",
        "?password=to%26p, ?password=***",
        "?password=, ?password=***",
        "?user=u, ?user=u"
    })
    void passwordInAUrl_isMasked(String written, String shown) {
        assertThat(Secrets.maskedUrl(BASE + written)).isEqualTo(BASE + shown);
        assertThat(Secrets.masked("Of " + BASE + written + " nothing")).isEqualTo("Of " + BASE + shown + " nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:top@h/d, postgres://u:***@h/d",
        "jdbc:postgresql://u:top@h:5432/d?password=top, jdbc:postgresql://u:***@h:5432/d?password=***",
        "jdbc:postgresql://:top@h/d, jdbc:postgresql://:***@h/d",
        "jdbc:postgresql://h:5432/d?user=a@b, jdbc:postgresql://h:5432/d?user=a@b",
        "jdbc:postgresql://u@h:5432/d, jdbc:postgresql://u@h:5432/d"
    })
    void passwordInFrontOfTheHost_isMasked(String written, String shown) {
        assertThat(Secrets.maskedUrl(written)).isEqualTo(shown);
        assertThat(Secrets.masked(written)).isEqualTo(shown);
    }

    @Test
    void text_isOneLine() {
        assertThat(Secrets.masked(" Not\n of  password=top\n")).isEqualTo("Not of password=***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql:x?password=top",
                "mysql:x?PASSWORD=top secret of top",
                "postgres://u:top@h/d",
                "postgres://u:to p top@h/d",
            })
    void badStore_isSaidWithoutItsPassword(String url) {
        assertThatThrownBy(() -> Options.of("--store", url))
                .isInstanceOf(BadOptionException.class)
                .hasMessageContaining("***")
                .hasMessageNotContaining("top");
    }
}
