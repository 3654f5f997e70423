package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlerTest {
    @Test
    void bundle_ofManyFiles_refersToNoneOfThem(@TempDir Path target) {
        assertThat(Bundler.bundle(SmallProject.spec().resolve("openapi.yaml"), target))
                .contains("$ref: \"#/components/schemas/Endpoint\"")
                .doesNotContain(".yaml");
    }

    @Test
    void bundle_ofAFolderWithoutSpec_saysSo(@TempDir Path folder) {
        assertThatThrownBy(() -> Bundler.bundle(folder.resolve("openapi.yaml"), folder.resolve("target")))
                .isInstanceOf(SpecDiffException.class)
                .hasMessageContaining(folder.toString());
    }
}
