package io.github.vpcep.contract.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void eachFile_hasTheKeysOfItsKind_andNoOthers() {
        Result result = new ShapeCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }
}
