package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class EditionPageTest {
    private static final Contract NOW =
            new Contract("the current edition", Project.contract().text());

    static List<String> editions() throws IOException {
        try (Stream<Path> folders = Files.list(Project.root().resolve("spec/editions"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void page_ofAnEdition_isTheOneThatIsMadeNow(String edition) throws IOException {
        Path file = Project.root().resolve(EditionPage.FILE.formatted(edition));
        Contract base = new Contracts(Project.root(), List.of()).base(edition);
        String now = EditionPage.of(edition, SpecDiff.between(base, NOW));
        if ("write".equals(System.getProperty(EditionPage.PROPERTY))) {
            Files.writeString(file, now);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("if this is meant, build with -D%s=write and commit %s", EditionPage.PROPERTY, file.getFileName())
                .isEqualTo(now);
    }
}
