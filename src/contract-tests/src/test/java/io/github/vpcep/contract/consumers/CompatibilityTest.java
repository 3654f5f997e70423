package io.github.vpcep.contract.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.prism.RepositoryRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code compatibility.csv} names each application of src/consumers, with the version that it declares. */
class CompatibilityTest {
    private static final Path CONSUMERS = RepositoryRoot.find().resolve("src/consumers");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(.*)}");
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private record Row(String what, String version, String artifact, String consumer) {}

    static List<Row> rows() throws Exception {
        return Files.readAllLines(CONSUMERS.resolve("compatibility.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void version_isThatOfTheConsumer(Row row) throws Exception {
        Document consumer =
                parse(CONSUMERS.resolve("projects").resolve(row.consumer).resolve("pom.xml"));
        Document ours = parse(RepositoryRoot.find().resolve("pom.xml"));

        String declared = version(row.artifact, consumer);

        // What a consumer does not declare comes along with ours.
        String version = declared.isEmpty() ? version(row.artifact, ours) : declared;
        assertThat(resolve(version, consumer, ours)).isEqualTo(row.version);
    }

    @Test
    void everyConsumer_isInTheTable() throws Exception {
        NodeList modules = (NodeList)
                XPATH.evaluate("//module", parse(CONSUMERS.resolve("projects/pom.xml")), XPathConstants.NODESET);

        assertThat(rows().stream().map(Row::consumer).distinct())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, modules.getLength())
                        .mapToObj(index -> modules.item(index).getTextContent())
                        .toList());
    }

    /** Of an artifact; without a colon it is a property. */
    private static String version(String artifact, Document pom) throws Exception {
        if (!artifact.contains(":")) {
            return XPATH.evaluate("/project/properties/*[name()='" + artifact + "']", pom);
        }
        String[] name = artifact.split(":", -1);
        NodeList versions = (NodeList) XPATH.evaluate(
                "//*[(groupId='%s') and (artifactId='%s')]/version".formatted(name[0], name[1]),
                pom,
                XPathConstants.NODESET);
        return versions.getLength() == 0 ? "" : ((Element) versions.item(0)).getTextContent();
    }

    /** A property is the consumer's, or one of ours that .ci/consumers hands over. */
    private static String resolve(String version, Document consumer, Document ours) throws Exception {
        Matcher property = PROPERTY.matcher(version);
        if (!property.matches()) {
            return version;
        }
        String name = property.group(1);
        String own = XPATH.evaluate("/project/properties/*[name()='" + name + "']", consumer);
        return own.isEmpty() ? XPATH.evaluate("/project/properties/*[name()='" + handedOver(name) + "']", ours) : own;
    }

    private static String handedOver(String name) {
        return switch (name) {
            case "okhttp.newest" -> "okhttp.newest.version";
            case "jackson.newest" -> "jackson.version";
            default -> name;
        };
    }

    private static Document parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }
}
