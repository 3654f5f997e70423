package io.github.vpcep.contract.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.examples.SchemaValidator;
import io.github.vpcep.contract.spec.SpecFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract of the sandbox's control API, as it is packed: examples everywhere, each of them valid. */
class ControlExamplesTest {
    private final JsonNode contract = SpecFolder.readJson(packed());

    private static String packed() {
        try (InputStream json = ControlExamplesTest.class.getResourceAsStream("/vpcep/sandbox/openapi.json")) {
            return new String(Objects.requireNonNull(json, "the bundle").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Where the bodies of operations, and of the answers that they share, are described. */
    private List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String at = "/paths/" + escaped(path.getKey()) + "/" + operation.getKey();
                    add(bodies, at + "/requestBody");
                    operation
                            .getValue()
                            .path("responses")
                            .fieldNames()
                            .forEachRemaining(status -> add(bodies, at + "/responses/" + status));
                }));
        contract.at("/components/responses")
                .fieldNames()
                .forEachRemaining(name -> add(bodies, "/components/responses/" + name));
        return bodies;
    }

    private void add(List<String> bodies, String at) {
        if (contract.at(at).has("content")) {
            bodies.add(at + "/content/application~1json");
        }
    }

    @Test
    void examples_validatedIndependently_areOneAtLeastForEachBody_andValid() {
        SchemaValidator validator = SchemaValidator.of(contract);
        Set<String> used = new TreeSet<>();
        List<String> findings = new ArrayList<>();
        for (String body : bodies()) {
            JsonNode examples = contract.at(body + "/examples");
            if (examples.isEmpty()) {
                findings.add(body + " has no example");
            }
            for (JsonNode each : examples) {
                String reference = each.path("$ref").asText().substring(1);
                used.add(reference);
                validator
                        .faults(body + "/schema", contract.at(reference).path("value"))
                        .forEach(fault -> findings.add(reference + " in " + body + ": " + fault));
            }
        }

        assertThat(findings).isEmpty();
        assertThat(used)
                .hasSizeGreaterThan(20)
                .hasSize(contract.at("/components/examples").size());
    }
}
