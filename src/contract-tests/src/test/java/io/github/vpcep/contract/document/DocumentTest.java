package io.github.vpcep.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @Test
    void contract_readAsOneDocument_isSound() {
        Result result = new DocumentCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void regions_areThoseOfTheSdkThatTheTestsAreRunAgainst() throws IOException {
        Path root = RepositoryRoot.find();
        String version = Pattern.compile("<huaweicloud.sdk.version>(.*)</")
                .matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(Files.readString(root.resolve("spec/openapi.yaml")))
                .contains("# Regions: those that the vendor's SDK for Java " + version + " lists");
    }

    @Test
    void extensions_comparedWithTheirTable_areTheSame() throws IOException {
        Set<String> described = Pattern.compile("^\\| (`x-.*?)\\|", Pattern.MULTILINE)
                .matcher(Files.readString(RepositoryRoot.find().resolve("spec/README.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replaceAll("[`\\s]", "").split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Keywords.extensions()).isEqualTo(described);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi.yaml",
                "openapi.json",
                "openapi-java.yaml",
                "sandbox/openapi.yaml",
                "sandbox/openapi.json"
            })
    void bundle_readBySwaggerParser_givesNoMessage(String name, @TempDir Path folder) throws IOException {
        Path bundle = bundle(name, folder);
        assertThat(SpecFolder.parse(bundle.toString()).getMessages()).isNullOrEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi.yaml",
                "openapi.json",
                "openapi-java.yaml",
                "sandbox/openapi.yaml",
                "sandbox/openapi.json"
            })
    void bundle_whenSearchedForReferences_hasOnlyInnerOnes(String name, @TempDir Path folder) throws IOException {
        assertThat(SpecFolder.read(bundle(name, folder)).findValuesAsText("$ref"))
                .isNotEmpty()
                .allMatch(reference -> reference.startsWith("#/components/"));
    }

    @Test
    void bundles_comparedAsTrees_areEqual(@TempDir Path folder) throws IOException {
        JsonNode yaml = SpecFolder.read(bundle("openapi.yaml", folder));
        assertThat(yaml).isEqualTo(SpecFolder.read(bundle("openapi.json", folder)));
    }

    @Test
    void bundle_holdsWhatIsReferredToOnce_andNothingElse(@TempDir Path folder) throws IOException {
        JsonNode bundle = SpecFolder.read(bundle("openapi.json", folder));
        Set<String> referred = new TreeSet<>(bundle.findValuesAsText("$ref"));
        Set<String> held = new TreeSet<>();
        for (String kind : List.of("schemas", "responses", "parameters", "headers", "examples")) {
            bundle.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name -> held.add("#/components/" + kind + "/" + name));
        }
        assertThat(referred).isEqualTo(held);
        assertThat(SpecFolder.ofRepository().files("responses"))
                .as("one answer for each error status")
                .hasSize(bundle.at("/components/responses").size());
    }

    @Test
    void bundle_forEveryone_isTheOneForJavaWithoutNamesThatOnlyJavaNeeds(@TempDir Path folder) throws IOException {
        JsonNode open = SpecFolder.read(bundle("openapi.json", folder));
        JsonNode java = SpecFolder.read(bundle("openapi-java.yaml", folder));
        assertThat(open.toString()).doesNotContain("\"x-java-");
        assertThat(java.findValuesAsText("x-java-name")).isNotEmpty();
        assertThat(open).isEqualTo(withoutJava(java.deepCopy()));
    }

    private static JsonNode withoutJava(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(each -> each.getKey().startsWith("x-java-")
                            || (each.getKey().equals("x-enum-varnames")
                                    && each.getValue()
                                            .toString()
                                            .equals(object.path("enum")
                                                    .toString()
                                                    .toUpperCase(Locale.ROOT))));
        }
        node.forEach(DocumentTest::withoutJava);
        return node;
    }

    @Test
    void bundle_comparedWithTheFolder_statesTheSame(@TempDir Path folder) throws IOException {
        JsonNode bundle = SpecFolder.document(bundle("openapi-java.yaml", folder));
        JsonNode document = SpecFolder.ofRepository().document();
        for (String part : List.of("servers", "security")) {
            assertThat(bundle.path(part)).as(part).isEqualTo(document.path(part));
        }
        assertThat(names(bundle.path("paths"))).isEqualTo(names(document.path("paths")));
        document.path("paths")
                .properties()
                .forEach(path -> assertThat(inlined(bundle.path("paths").path(path.getKey()), bundle))
                        .as(path.getKey())
                        .isEqualTo(inlined(path.getValue(), document)));
        assertThat(bundle.path("components").path("schemas"))
                .isEqualTo(document.path("components").path("schemas"));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * With its references put in place, for the two differ in what they refer to and what they hold, and without the
     * defaults that Swagger Parser adds to a parameter where it follows a reference to it.
     */
    private static JsonNode inlined(JsonNode node, JsonNode document) {
        if (node.has("$ref")) {
            return inlined(document.at(node.get("$ref").asText().substring(1)), document);
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            node.properties().forEach(entry -> object.set(entry.getKey(), inlined(entry.getValue(), document)));
            object.remove(List.of("style", "explode"));
            if (object.path("required").isBoolean() && !object.path("required").asBoolean()) {
                object.remove("required");
            }
        } else if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, inlined(array.get(i), document));
            }
        }
        return copy;
    }

    private static Path bundle(String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream bundle = DocumentTest.class.getResourceAsStream("/vpcep/" + name)) {
            assertThat(bundle).as("vpcep/%s of the spec jar", name).isNotNull();
            Files.createDirectories(copy.getParent());
            Files.copy(bundle, copy);
        }
        return copy;
    }
}
