package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void reason_isASentence_ofEachItsOwn() {
        assertThat(Refusal.values())
                .extracting(Refusal::reason)
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(each).matches("[A-Z].+\\."));
    }
}
