package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlerTest {
    @Test
    void bundle_ofThisSpec_isThatOfTheBuild(@TempDir Path target) {
        assertThat(Bundler.bundle(Project.root().resolve("spec"), target)).isEqualTo(Project.bundle());
    }

    @Test
    void bundle_ofAFolderWithoutSpec_saysSo(@TempDir Path folder) {
        assertThatThrownBy(() -> Bundler.bundle(folder, folder.resolve("target")))
                .isInstanceOf(SpecDiffException.class)
                .hasMessageContaining(folder.toString());
    }
}
