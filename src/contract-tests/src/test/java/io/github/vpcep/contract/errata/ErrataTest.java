package io.github.vpcep.contract.errata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.sandbox.domain.Settings;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrataTest {
    @Test
    void errata_comparedWithTheContract_areWholeAndNameEveryTolerance() {
        Result result = new ErrataCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    /** The figures that no place of the contract states are those that the sandbox begins with. */
    static Stream<Arguments> figures() {
        Settings standard = Settings.standard();
        return Stream.of(
                Arguments.of("N33", "Grants " + standard.serviceQuota() + " services and " + standard.endpointQuota()),
                Arguments.of("N29", "to more than " + standard.endpointWhitelist()),
                Arguments.of("N04", "to more than " + standard.portMappings()),
                Arguments.of("P50", "to more than " + standard.descriptionLength()),
                Arguments.of("P21", "to more than " + standard.whitelistBatch()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void decision_thatNamesAFigureOfTheSandbox_namesItsOwn(String id, String words) {
        assertThat(Errata.of(SpecFolder.ofRepository()))
                .filteredOn(each -> each.id().equals(id))
                .singleElement()
                .extracting(each -> each.node().at("/decision/server").asText())
                .asString()
                .containsPattern(Pattern.quote(words) + "\\b");
    }
}
