package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void noWords_areTheDefaults() {
        Options options = Options.of();
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isEqualTo(8280);
        assertThat(options.database()).isEmpty();
        assertThat(options.config()).isEmpty();
        assertThat(options.seed()).isEmpty();
        assertThat(options.tls()).isEmpty();
        assertThat(options.strict()).isFalse();
        assertThat(options.controlKey()).isEmpty();
        assertThat(options.noControl()).isFalse();
        assertThat(options.help() || options.version()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a.p12, true", "b.pfx, true", "c.jks, true", "d.pem, false"})
    void tls_isAKeyStore_orAFileToWrite(String file, boolean keyStore) {
        Options options = Options.of("--tls", file);

        assertThat(options.tls()).contains(Path.of(file));
        assertThat(options.hasKeyStore()).isEqualTo(keyStore);
    }

    @Test
    void values_followAsAWordOrAfterEquals() {
        Options options = Options.of(
                "--host=0.0.0.0",
                "--port",
                "0",
                "--store=jdbc:postgresql:x?a=b",
                "--config",
                "f",
                "--strict",
                "--seed=g");
        assertThat(options.strict()).isTrue();
        assertThat(options.host()).isEqualTo("0.0.0.0");
        assertThat(options.port()).isZero();
        assertThat(options.database()).contains("jdbc:postgresql:x?a=b");
        assertThat(options.config()).contains(Path.of("f"));
        assertThat(options.seed()).contains(Path.of("g"));
    }

    @Test
    void values_areTakenUpToTheirBounds() {
        assertThat(Options.of("--port", "65535").port()).isEqualTo(65535);
        assertThat(Options.of("--store-wait", "3600").storeWait()).isEqualTo(Duration.ofHours(1));
        assertThat(Options.of("--store-wait=0").storeWait()).isZero();
        assertThat(Options.of().storeWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Options.of("--store", "memory").database()).isEmpty();
        assertThat(Options.of("--metadata-port=65535").metadataPort()).hasValue(65535);
        assertThat(Options.of("--host=a=b").host()).isEqualTo("a=b");
        assertThat(Options.of("--config", "/").config()).contains(Path.of("/"));
        assertThat(Options.of("--version").version()).isTrue();
        assertThat(Options.of("--help").help()).isTrue();
        assertThat(Options.of("--strict", "--host", "h").host()).isEqualTo("h");
    }

    @Test
    void metadataService_isThere_whenItHasAPort() {
        assertThat(Options.of().metadataPort()).isEmpty();
        assertThat(Options.of("--metadata-port", "0").metadataPort()).hasValue(0);
    }

    @Test
    void control_hasAKey_orIsNotThere() {
        assertThat(Options.of("--control-key", "0123456789abcdef").controlKey()).contains("0123456789abcdef");
        assertThat(Options.of("--no-control").noControl()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--help --lang zh, en, 用法",
        "--help --lang=en, zh-CN, Usage",
        "--help, zh-CN, 用法",
        "--help, en-US, Usage",
        "--help, fr, Usage"
    })
    void help_isInTheLanguageThatIsAskedFor_elseInThatOfTheMachine(String words, String machine, String begin) {
        assertThat(Options.of(words.split(" ")).helpText(Locale.forLanguageTag(machine)))
                .startsWith(begin);
    }

    /** All that is no word of a language: options and their values, numbers, defaults, names of files and keys. */
    @Test
    void help_inChinese_saysTheSame() {
        for (String fact : List.of("(?m)^ +--[a-z-]+(?: [A-Z]+)?", "\\d[\\d.]*")) {
            assertThat(all(fact, Options.HELP_IN_CHINESE)).containsExactlyInAnyOrderElementsOf(all(fact, Options.HELP));
        }
        String word = "[\\w.:/?=-]{2,}";
        assertThat(all(word, Options.HELP)).containsAll(all(word, Options.HELP_IN_CHINESE));
    }

    /** Each code stands in one half of a sentence, which has another order in Chinese. */
    @Test
    void help_tellsWhatEachExitCodeMeans() {
        assertThat(Options.HELP.replaceAll("\\s+", " "))
                .contains("The exit code is 2 when an option is not understood, 1 when the sandbox cannot start");
        assertThat(Options.HELP_IN_CHINESE).contains("选项无法理解时退出码为 2，\n沙箱因其他原因无法启动时退出码为 1。");
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file|unknown option file; allowed are --host",
                "-p 1|unknown option -p; allowed are --host",
                "port=1|unknown option port=1; allowed are --host",
                "--strict file|unknown option file; allowed are --host",
                "--port|--port needs a value; allowed is a number from 0 to 65535",
                "--port --help|--port needs a value",
                "--port=|--port needs a value",
                "--port -1|--port is -1; allowed is a number",
                "--port 70000|--port is 70000; allowed is a number",
                "--port 1 --port 2|--port is given twice",
                "--store disk|--store is disk; allowed is memory, or a URL that begins with jdbc:postgresql:",
                "--host|--host needs a value",
                "--config|--config needs a value; allowed is the path of a file of JSON",
                "--seed|--seed needs a value; allowed is the path of a file of JSON",
                "--tls|--tls needs a value; allowed is the path of a key store",
                "--tls key.txt|--tls is key.txt; allowed is the path of a key store, .p12, .pfx or .jks, or of a file",
                "--help=1|--help takes no value",
                "--lang fr|--lang is fr; allowed is en or zh",
                "--control-key short-secret|--control-key is ***; allowed is 16 visible characters",
                "--port 65536|--port is 65536; allowed is a number from 0 to 65535",
                "--store-wait 3601|--store-wait is 3601; allowed is a number of seconds from 0 to 3600",
                "--store-wait -1|--store-wait is -1; allowed is a number of seconds",
                "--control-key=0123456789abcdé-|--control-key is ***; allowed is 16 visible characters",
                "--tls .p12|--tls is .p12; allowed is the path",
                "--metadata-port 65536|--metadata-port is 65536; allowed is a number from 0 to 65535",
                "--no-control=1|--no-control takes no value",
                "--config a\0b|--config is a\0b; allowed is the path of a file of JSON",
                "--tls a\0b.pem|--tls is a\0b.pem; allowed is the path of a key store",
            })
    void whatIsNotAllowed_isSaid(String words, String message) {
        assertThatThrownBy(() -> Options.of(words.split(" ")))
                .isInstanceOf(BadOptionException.class)
                .hasMessageStartingWith(message);
    }
}
