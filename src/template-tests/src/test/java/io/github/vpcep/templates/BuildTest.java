package io.github.vpcep.templates;

import static io.github.vpcep.templates.Layer.SERVER;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

        made.raw(layer).assertSameAs(layer.staged());
    }

    /** One layer stands for all, for one formatter formats them. */
    @Test
    void formattedAsByTheBuild() throws Exception {
        Generation made = Generation.of(SERVER.contract(), directory, SERVER);

        made.tree(SERVER).assertSameAs(SERVER.built());
    }
}
