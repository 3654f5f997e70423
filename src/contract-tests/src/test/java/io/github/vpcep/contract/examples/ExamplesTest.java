package io.github.vpcep.contract.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void examples_validatedIndependently_breakTheContractOnlyWhereErrataSaySo() {
        Result result = new ExamplesCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }
}
