package io.github.vpcep.examples.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages for users. */
final class Pages {
    private static final String CHINESE = ".zh-CN.md";
    private static final List<String> GUIDED = List.of("README.md", "src/sandbox/README.md");

    private Pages() {}

    /** All of them in English. */
    static List<DocPage> english() {
        return Stream.concat(GUIDED.stream(), guides()).map(DocPage::of).toList();
    }

    /** Those that are there in Chinese as well, by their names in English. */
    static List<String> translated() {
        return GUIDED;
    }

    static DocPage chinese(String english) {
        return DocPage.of(english.replaceFirst("\\.md$", CHINESE));
    }

    /** What the sandbox decides where the documents are silent. */
    static DocPage choices() {
        return DocPage.of("src/docs/sandbox-choices.md");
    }

    /** Those for who works on the project. */
    static List<DocPage> ofWork() {
        return Stream.of(
                        "src/docs/CONTRIBUTING.md",
                        "src/docs/sandbox-rooms.md",
                        "src/benchmarks/README.md",
                        "spec/README.md",
                        "templates/README.md")
                .map(DocPage::of)
                .toList();
    }

    /** All of them. */
    static List<DocPage> all() {
        return Stream.concat(english().stream(), translated().stream().map(Pages::chinese))
                .toList();
    }

    /** Where a link of a page in English leads to from the one in Chinese: to the page in Chinese if there is one. */
    static String inChinese(String link) {
        String name = link.endsWith("sandbox/README.md") ? link.replaceFirst("\\.md$", CHINESE) : link;
        return name.equals("README" + CHINESE) ? "README.md" : name;
    }

    private static Stream<String> guides() {
        try (Stream<Path> files = Files.list(DocPage.ROOT.resolve("src/docs/guides"))) {
            return files
                    .map(file -> "src/docs/guides/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
