package io.github.vpcep.templates;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What these tests make is what the build makes; else they would prove nothing about it. */
class BuildTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void sameFilesAsTheBuild(Layer layer) throws Exception {
        Generation made = Generation.of(layer.contract(), directory, layer);

        made.tree(layer).assertSameAs(layer.built());
    }
}
