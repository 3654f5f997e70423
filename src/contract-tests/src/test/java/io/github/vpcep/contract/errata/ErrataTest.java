package io.github.vpcep.contract.errata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import org.junit.jupiter.api.Test;

class ErrataTest {
    @Test
    void errata_comparedWithTheContract_areWholeAndNameEveryTolerance() {
        Result result = new ErrataCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }
}
