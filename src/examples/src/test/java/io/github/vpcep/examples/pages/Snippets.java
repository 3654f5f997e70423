package io.github.vpcep.examples.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What pages show is a part of what the build compiles and runs. */
final class Snippets {
    private static final List<String> PLACES =
            List.of("src/examples/src", "src/peer-tests/src", "src/consumers/projects");

    private final List<String> java = texts(".java");
    private final List<String> xml =
            Stream.concat(texts(".xml").stream(), Stream.of(client())).toList();

    /** Each snippet of the page that is a part of nothing. */
    List<String> findings(DocPage page) {
        return Stream.concat(findings(page, "java", java), findings(page, "xml", xml))
                .toList();
    }

    private static Stream<String> findings(DocPage page, String language, List<String> sources) {
        return page.fences(language).stream()
                .filter(snippet -> sources.stream().noneMatch(source -> source.contains(plain(snippet))))
                .map(snippet -> page.name() + ": no source has this:\n" + snippet);
    }

    private static List<String> texts(String end) {
        return PLACES.stream()
                .flatMap(place -> files(place, end))
                .map(DocPage::read)
                .map(Snippets::plain)
                .toList();
    }

    private static Stream<Path> files(String place, String end) {
        try (Stream<Path> files = Files.walk(DocPage.ROOT.resolve(place))) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to get the client, and with a scope the sandbox. */
    private static String client() {
        String dependency = """
                <dependency>
                  <groupId>io.github.vpcep</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                %s</dependency>
                """;
        String version = System.getProperty("vpcep.version");
        return plain(dependency.formatted("vpcep-client", version, "")
                + dependency.formatted("vpcep-sandbox", version, "<scope>test</scope>\n"));
    }

    private static String plain(String text) {
        return text.replaceAll("(?m)^\\s+", "");
    }
}
