package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of names in the docs is that of the contract; {@code -Dvpcep.golden=write} writes it anew. */
class NamesTest {
    private static final Path TABLE = Project.ROOT.resolve("src/docs/names.md");

    @TempDir
    private Path directory;

    @Test
    void table_inTheDocs_isThatOfTheContract() throws Exception {
        Generation.of(Project.SPEC.resolve("openapi.yaml"), directory, Layer.CLIENT);
        Path made = directory.resolve(Layer.CLIENT.name()).resolve("names.md");
        if ("write".equals(System.getProperty("vpcep.golden"))) {
            Files.copy(made, TABLE, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(TABLE).hasSameTextualContentAs(made);
    }
}
