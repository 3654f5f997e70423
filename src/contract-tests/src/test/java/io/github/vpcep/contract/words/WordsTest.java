package io.github.vpcep.contract.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void prose_isSpelt_isAboutOneThing_andNamesAndCountsWhatIsThere() {
        Result result = new WordsCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }
}
