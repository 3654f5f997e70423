package io.github.vpcep.contract.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import org.junit.jupiter.api.Test;

class TranscriptionTest {
    @Test
    void contract_comparedWithEveryDocumentedFact_deviatesOnlyWhereErrataSaySo() {
        Result result = new TranscriptionCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }
}
