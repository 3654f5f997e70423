package io.github.vpcep.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clients a runtime goes with. */
class RuntimeVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, true",
        "1.2.3, 1.2.4, true",
        "1.2.3, 1.10.0, true",
        "1.2.3, 1.2.2, false",
        "1.2.3, 1.1.9, false",
        "1.2.3, 2.2.3, false",
        "2.0.0, 1.9.9, false",
        "0.1.0, 0.1.5, true",
        "0.1.0, 0.2.0, false",
        "0.2.0, 0.1.0, false"
    })
    void client_goesWithARuntimeThatIsNotOlderAndOfItsMajorVersion(String built, String present, boolean expected) {
        assertThat(RuntimeVersion.goesWith(RuntimeVersion.numbers(built), RuntimeVersion.numbers(present)))
                .isEqualTo(expected);
    }

    @Test
    void require_whenTheyGoTogether_doesNothing() {
        assertThatCode(() -> RuntimeVersion.require(RuntimeVersion.VERSION)).doesNotThrowAnyException();
    }

    @Test
    void require_whenTheyDoNot_namesBothAndWhereTheRuntimeIs() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RuntimeVersion.require("99.0.1"))
                .withMessageStartingWith("The client was built with vpcep-runtime 99.0.1 and does not go with"
                        + " vpcep-runtime " + RuntimeVersion.VERSION + ", which is loaded from file:")
                .withMessageEndingWith(
                        ": use jars of one version, by the same version of vpcep-client and vpcep-runtime");
    }

    /** A constant is in the class files of its users, so it cannot be filled in by the build: it is held to it here. */
    @Test
    void version_isThatOfThePom() throws Exception {
        Matcher version = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(RuntimeVersion.VERSION).isEqualTo(version.group(1));
    }
}
