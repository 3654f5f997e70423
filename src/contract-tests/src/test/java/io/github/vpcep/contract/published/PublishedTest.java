package io.github.vpcep.contract.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.AcceptedText;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What goes to a repository: which modules, what each brings along, and under which terms. */
class PublishedTest {
    private static final String ACCEPTED = "src/contract-tests/src/test/resources/published.txt";
    private static final String BOM = "vpcep-bom";
    private static final List<String> LEGAL = List.of("LICENSE", "NOTICE", "spec/reference/redoc-notice.txt");

    private static final Path ROOT = RepositoryRoot.find();

    private static Element pom(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** The elements of a name right below another. */
    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(each -> each.getTextContent().strip())
                .collect(Collectors.joining());
    }

    private static List<Element> inLists(Element parent, String list, String name) {
        return children(parent, list).stream()
                .flatMap(each -> children(each, name).stream())
                .toList();
    }

    /** By its artifact, the pom of each module that is published. */
    private static Map<String, Element> published() throws IOException {
        Map<String, Element> poms = new TreeMap<>();
        try (Stream<Path> files = Files.find(
                ROOT,
                3,
                (file, attributes) ->
                        file.endsWith("pom.xml") && !file.toString().contains("target"))) {
            files.map(PublishedTest::pom)
                    .filter(each -> children(each, "properties").stream()
                            .anyMatch(own -> text(own, "maven.deploy.skip").equals("false")))
                    .forEach(each -> poms.put(text(each, "artifactId"), each));
        }
        return poms;
    }

    private static String dependency(Element element) {
        return Stream.of(
                        text(element, "groupId").replace("${project.groupId}", "io.github.vpcep") + ":"
                                + text(element, "artifactId"),
                        text(element, "scope"),
                        text(element, "optional").equals("true") ? "optional" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" ", "    ", "\n"));
    }

    private static String sha256(String file) {
        try {
            byte[] text =
                    Files.readString(ROOT.resolve(file)).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (Exception e) {
            throw new IllegalStateException(file, e);
        }
    }

    /**
     * A dependency more, or one that is no longer optional, is one more of each user; a legal text is nobody's to mend
     * in passing.
     */
    @Test
    void dependenciesAndLegalTexts_areTheAcceptedOnes() throws IOException {
        StringBuilder now = new StringBuilder();
        published().forEach((artifact, pom) -> {
            now.append(artifact).append('\n');
            inLists(pom, "dependencies", "dependency").stream()
                    .map(PublishedTest::dependency)
                    .filter(each -> !each.contains(" test"))
                    .sorted()
                    .forEach(now::append);
        });
        LEGAL.forEach(each -> now.append(each).append(' ').append(sha256(each)).append('\n'));

        new AcceptedText(ACCEPTED, "vpcep.api").mustBe("What is published", now.toString(), AcceptedText::firstLines);
    }

    @Test
    void bom_hasAllThatIsPublished() throws IOException {
        Map<String, Element> published = published();
        Element bom = Objects.requireNonNull(published.remove(BOM), BOM);
        Set<String> managed = inLists(bom, "dependencyManagement", "dependencies").stream()
                .flatMap(each -> children(each, "dependency").stream())
                .map(each -> text(each, "artifactId"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(managed).isEqualTo(published.keySet());
    }

    @Test
    void licence_isThatOfTheContract_andOfTheFile() throws IOException {
        JsonNode contract = SpecFolder.ofRepository().file("openapi.yaml").at("/info/license");
        Element licence =
                inLists(pom(ROOT.resolve("pom.xml")), "licenses", "license").get(0);

        assertThat(text(licence, "name")).isEqualTo(contract.path("name").asText());
        assertThat(Files.readString(ROOT.resolve("LICENSE"))).contains("Apache License", "Version 2.0, January 2004");
    }
}
