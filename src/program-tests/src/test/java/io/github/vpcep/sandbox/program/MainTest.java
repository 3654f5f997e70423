package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest
    @CsvSource({"US-ASCII, UTF-8", "ISO-8859-1, UTF-8", "GBK, GBK", "UTF-8, UTF-8"})
    void helpInChinese_isWrittenAsTheConsoleWantsIt_elseInUtf8(Charset console, Charset written) {
        assertThat(new String(Main.encoded(Options.HELP_IN_CHINESE, console), written))
                .isEqualTo(Options.HELP_IN_CHINESE);
    }
}
