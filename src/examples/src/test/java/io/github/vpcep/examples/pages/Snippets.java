package io.github.vpcep.examples.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What pages show is a part of what the build compiles and runs. */
final class Snippets {
    private static final List<String> PLACES =
            List.of("src/examples/src", "src/peer-tests/src", "src/consumers/projects");

    /** The languages of fences that are shown as they stand in a file, with how its name ends. */
    private static final Map<String, String> AS_THEY_ARE =
            Map.of("bash", ".sh", "python", ".py", "javascript", ".mjs", "go", ".go", "hcl", ".tf");

    private final List<String> java =
            texts(PLACES, ".java").map(Snippets::plain).toList();
    private final List<String> xml = Stream.concat(texts(PLACES, ".xml").map(Snippets::plain), Stream.of(client()))
            .toList();

    /** Each snippet of the page that is a part of nothing. */
    List<String> findings(DocPage page) {
        Stream<String> ofJava = Stream.concat(
                findings(page, "java", java, Snippets::plain), findings(page, "xml", xml, Snippets::plain));
        Stream<String> ofOthers = AS_THEY_ARE.entrySet().stream()
                .filter(each -> !page.fences(each.getKey()).isEmpty())
                .flatMap(each -> findings(
                        page,
                        each.getKey(),
                        texts(List.of("src/examples"), each.getValue()).toList(),
                        UnaryOperator.identity()));
        return Stream.concat(ofJava, ofOthers).toList();
    }

    private static Stream<String> findings(
            DocPage page, String language, List<String> sources, UnaryOperator<String> form) {
        return page.fences(language).stream()
                .filter(snippet -> sources.stream().noneMatch(source -> source.contains(form.apply(snippet))))
                .map(snippet -> page.name() + ": no source has this:\n" + snippet);
    }

    private static Stream<String> texts(List<String> places, String end) {
        return places.stream().flatMap(place -> files(place, end)).map(DocPage::read);
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
