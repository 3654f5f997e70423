package io.github.vpcep.contract.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    @Test
    void examples_validatedIndependently_breakTheContractOnlyWhereErrataSaySo() {
        Result result = new ExamplesCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void examples_readTogether_tellOneStory() {
        Result result = new StoryCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListSpecifiedVersionDetails.response.txt", "UpdateEndpointWhite.request.txt"})
    void malformedBody_readStrictly_isNoJson(String file) throws IOException {
        Path printed = SpecFolder.ofRepository()
                .path()
                .resolve(ExamplesCheck.AS_PRINTED)
                .resolve("malformed")
                .resolve(file);
        assertThat(SpecFolder.isJson(Files.readString(printed))).isFalse();
    }
}
