package io.github.vpcep.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryRootTest {
    private final String named = System.getProperty("vpcep.root", "");

    @AfterEach
    void restoreName() {
        System.setProperty("vpcep.root", named);
    }

    @Test
    void find_whenNothingIsNamed_walksUpFromTheWorkingDirectory() {
        Path root = RepositoryRoot.find();
        System.clearProperty("vpcep.root");
        assertThat(RepositoryRoot.find()).isEqualTo(root);
    }

    @Test
    void find_whenTheNamedFolderHasNoSpec_namesTheFolder(@TempDir Path empty) {
        System.setProperty("vpcep.root", empty.toString());
        assertThatThrownBy(RepositoryRoot::find)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(empty.toString());
    }
}
