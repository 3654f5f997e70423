package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files below a folder.
 *
 * @param folder the folder
 */
record Tree(Path folder) {
    /** The files whose names end so, in order. */
    List<Path> files(String ending) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private List<String> names() throws IOException {
        return files("").stream()
                .map(each -> folder.relativize(each).toString())
                .toList();
    }

    /** Fails unless the other has the same files with the same text. */
    void assertSameAs(Tree expected) throws IOException {
        assertThat(names()).isNotEmpty().isEqualTo(expected.names());
        for (String name : names()) {
            assertThat(folder.resolve(name)).hasSameTextualContentAs(expected.folder.resolve(name));
        }
    }

    /** Deletes the files. */
    void delete() throws IOException {
        for (Path each : files("")) {
            Files.delete(each);
        }
    }

    /** Makes the other the same as this. */
    void writeTo(Tree other) throws IOException {
        other.delete();
        for (String name : names()) {
            Path copy = other.folder.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(folder.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
