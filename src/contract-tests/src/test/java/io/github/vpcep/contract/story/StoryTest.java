package io.github.vpcep.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

    @RegisterExtension
    static final VpcepSandbox SANDBOX = VpcepSandbox.inMemory();

    @TempDir
    private Path folder;

    @Test
    void story_ledThroughAgainstTheSandbox_holdsInEachStep() throws IOException {
        layOut();
        Result result = respect();
        int steps =
                SpecFolder.read(folder.resolve(STORY)).at("/workflows/0/steps").size();
        System.out.println("Story: " + steps + " steps by Redocly Respect");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("Steps: " + steps + " passed, " + steps + " total");
    }

    @Test
    void story_whenAStepExpectsAnotherAnswer_fails() throws IOException {
        layOut();
        String story = Files.readString(folder.resolve(STORY));
        Files.writeString(folder.resolve(STORY), story.replaceFirst("statusCode == 200", "statusCode == 204"));
        assertThat(respect().exitCode()).isNotZero();
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

    /** What the spec jar holds, in the same places. */
    private void layOut() throws IOException {
        for (String file : List.of("openapi.yaml", STORY)) {
            try (InputStream packed = StoryTest.class.getResourceAsStream("/vpcep/" + file)) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(Objects.requireNonNull(packed, file), folder.resolve(file));
            }
        }
    }

    private Result respect() {
        boolean node = NodeTools.isNodeAvailable();
        if (!node) {
            System.out.println("Story: SKIPPED, because Node 18.20 or newer is not on the path");
        }
        assumeThat(node).as("Node is on the path").isTrue();
        return NodeTools.installed()
                .run(REDOCLY, folder, "respect", STORY, "--server", "vpcep=" + SANDBOX.uri(), "--input", input());
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
