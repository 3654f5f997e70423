package io.github.vpcep.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.NodeTools;
import io.github.vpcep.prism.NodeTools.Result;
import io.github.vpcep.prism.RepositoryRoot;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's story as an Arazzo workflow, which Redocly Respect leads through against the bundle. */
class StoryTest {
    private static final String REDOCLY = "@redocly/cli/bin/cli.js";
    private static final String STORY = "workflows/quickstart.arazzo.yaml";
    private static final Pattern TITLE = Pattern.compile("title\\(\"(\\w+)\"");

    private static final String BROKEN = "workflows/broken.arazzo.yaml";

    @RegisterExtension
    static final VpcepSandbox SANDBOX = VpcepSandbox.inMemory();

    @TempDir
    private Path folder;

    /** Both in one run, for Node takes seconds to load Respect. */
    @Test
    void story_ledThroughAgainstTheSandbox_holdsInEachStep_andFailsWhereOneExpectsAnotherAnswer() throws IOException {
        layOut();
        String story = Files.readString(folder.resolve(STORY));
        Files.writeString(folder.resolve(BROKEN), story.replaceFirst("statusCode == 200", "statusCode == 204"));
        Result result = respect(STORY, BROKEN);
        int steps =
                SpecFolder.read(folder.resolve(STORY)).at("/workflows/0/steps").size();
        System.out.println("Story: " + steps + " steps by Redocly Respect");
        assertThat(summary(result, STORY)).contains("Steps: " + steps + " passed, " + steps + " total");
        assertThat(summary(result, BROKEN)).contains("Workflows: 1 failed, 1 total");
        assertThat(result.exitCode()).as(result.output()).isNotZero();
    }

    /** What a run tells at the end of a story. */
    private static String summary(Result result, String story) {
        String start = "Summary for " + story.substring(story.indexOf('/') + 1);
        assertThat(result.output()).containsOnlyOnce(start);
        String rest = result.output().substring(result.output().indexOf(start));
        return rest.substring(0, rest.indexOf("Time: "));
    }

    @Test
    void story_tellsWhatTheQuickstartDoes() throws IOException {
        Path root = RepositoryRoot.find();
        Set<String> told = new TreeSet<>(
                SpecFolder.read(root.resolve("spec").resolve(STORY)).findValuesAsText("operationId"));
        String quickstart =
                Files.readString(root.resolve("src/examples/src/main/java/io/github/vpcep/examples/Quickstart.java"));
        List<String> done =
                TITLE.matcher(quickstart).results().map(title -> title.group(1)).toList();
        assertThat(done).isNotEmpty();
        assertThat(told).containsAll(done);
    }

    @Test
    void story_hasTheVersionOfItsContract_andWaitsForNoLessThanAMinute() {
        JsonNode story = SpecFolder.read(RepositoryRoot.find().resolve("spec").resolve(STORY));
        JsonNode contract = SpecFolder.ofRepository().file("openapi.yaml");

        assertThat(story.at("/info/version")).isEqualTo(contract.at("/info/version"));
        assertThat(story.findParents("retryLimit"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.path("retryAfter").asInt()
                                * each.path("retryLimit").asInt())
                        .as(each.toString())
                        .isGreaterThanOrEqualTo(60));
    }

    /** What the spec jar holds, in the same places. */
    private void layOut() throws IOException {
        for (String file : List.of("openapi.yaml", STORY)) {
            try (InputStream packed = StoryTest.class.getResourceAsStream("/vpcep/" + file)) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(Objects.requireNonNull(packed, file), folder.resolve(file));
            }
        }
    }

    private Result respect(String... stories) {
        List<String> arguments = new ArrayList<>(List.of("respect"));
        arguments.addAll(List.of(stories));
        arguments.addAll(List.of("--server", "vpcep=" + SANDBOX.uri(), "--input", input()));
        return NodeTools.installed().run(REDOCLY, folder, arguments.toArray(String[]::new));
    }

    private static String input() {
        ObjectNode input = new ObjectMapper().createObjectNode();
        input.put("providerProject", SandboxConfig.DEMO.projectId());
        input.put("providerToken", SandboxConfig.DEMO.token());
        input.put("consumerProject", SandboxConfig.PARTNER.projectId());
        input.put("consumerToken", SandboxConfig.PARTNER.token());
        input.put("consumerAccount", SandboxConfig.PARTNER.domainId());
        input.put("gatewayName", "obs");
        return input.toString();
    }
}
