package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own contract. Nothing here knows what it holds, so that no edit of it needs an edit here. */
@Tag("slow")
class ProjectTest {
    private static final Contract CONTRACT = Project.contract();

    @Test
    void bundleOfTheBuild_comparedWithItsFiles_hasNoChanges(@TempDir Path target) {
        Contract files = new Contract("the files", Bundler.bundle(Project.root().resolve("spec/openapi.yaml"), target));
        assertThat(SpecDiff.between(CONTRACT, files)).isEmpty();
    }

    @Test
    void gate_ofTheProject_isOpen() {
        String found = new ReleaseGate(Project.root()).check();
        System.out.println(found);
        assertThat(found).startsWith("Spec gate: ");
    }

    @Test
    void contract_comparedWithItself_hasNoChanges() {
        assertThat(SpecDiff.between(CONTRACT, CONTRACT)).isEmpty();
    }

    @Test
    void everySchema_whenItGainsAProperty_isTold() throws JsonProcessingException {
        JsonNode tree = CONTRACT.tree();
        List<String> edited = new ArrayList<>();
        Contract.schemas(tree).forEach((name, schema) -> {
            if (schema.path("properties") instanceof ObjectNode properties) {
                properties.putObject("added_by_this_test").put("type", "string");
                edited.add(name);
            }
        });
        Contract now = new Contract("the edited", new YAMLMapper().writeValueAsString(tree));
        assertThat(SpecDiff.between(CONTRACT, now))
                .extracting(Change::schema)
                .isNotEmpty()
                .containsAll(edited);
    }
}
