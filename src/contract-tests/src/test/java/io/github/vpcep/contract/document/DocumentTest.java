package io.github.vpcep.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "openapi.json"})
    void bundle_readBySwaggerParser_givesNoMessage(String name, @TempDir Path folder) throws IOException {
        Path bundle = bundle(name, folder);
        assertThat(SpecFolder.parse(bundle.toString()).getMessages()).isNullOrEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "openapi.json"})
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
    void bundle_comparedWithTheFolder_statesTheSame(@TempDir Path folder) throws IOException {
        JsonNode bundle = SpecFolder.read(bundle("openapi.json", folder));
        JsonNode document = SpecFolder.ofRepository().document();
        for (String part : List.of("servers", "security", "paths")) {
            assertThat(inlined(bundle.path(part), bundle)).as(part).isEqualTo(inlined(document.path(part), document));
        }
        assertThat(bundle.path("components").path("schemas"))
                .isEqualTo(document.path("components").path("schemas"));
    }

    /** With its references put in place, for the two differ in what they refer to and what they hold. */
    private static JsonNode inlined(JsonNode node, JsonNode document) {
        if (node.has("$ref")) {
            return inlined(document.at(node.get("$ref").asText().substring(1)), document);
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            node.properties().forEach(entry -> object.set(entry.getKey(), inlined(entry.getValue(), document)));
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
            Files.copy(bundle, copy);
        }
        return copy;
    }
}
