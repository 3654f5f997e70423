package io.github.vpcep.sandbox.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What clients send for a field that nobody has set, because their language has no "absent": an empty text, 0, false,
 * null, an empty list. The answer to each is in a file, and every one that is not simply what the contract says has its
 * reason here. With {@code -Dvpcep.unset=write} the file is written anew.
 */
class UnsetTest {
    private static final Path FILE = Path.of("../docs/unset.md");

    @RegisterExtension
    static final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard());

    private final Set<String> reasonsGiven = new HashSet<>();
    private final List<String> withoutReason = new ArrayList<>();

    @Test
    void everyFieldThatNobodySet_hasItsAnswer() throws IOException {
        Map<String, Set<String>> operations = new LinkedHashMap<>();
        for (Field field : new Contract().fields()) {
            for (JsonNode nothing : nothings(field)) {
                String row = "| `" + field.path().replace("query:", "?").replace("body.", "") + "` | `" + nothing
                        + "` | " + answer(field, nothing) + " |";
                operations
                        .computeIfAbsent(row, each -> new java.util.LinkedHashSet<>())
                        .add(field.operation().id());
            }
        }
        String rows = operations.entrySet().stream()
                .map(each -> each.getKey() + " " + String.join(", ", each.getValue()) + " |")
                .sorted()
                .collect(Collectors.joining("\n"));

        assertThat(withoutReason).as("no reason is given").isEmpty();
        assertThat(reasonsGiven).as("the reasons that apply").isEqualTo(Unset.REASONS.keySet());
        if ("write".equals(System.getProperty("vpcep.unset"))) {
            Files.writeString(FILE, Unset.HEAD + rows + "\n");
        }
        assertThat(Unset.HEAD + rows + "\n").isEqualTo(Files.readString(FILE));
    }

    private static List<JsonNode> nothings(Field field) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        boolean isBody = field.isBody();
        List<JsonNode> all = new ArrayList<>();
        switch (field.type()) {
            case "string" -> all.add(TextNode.valueOf(""));
            case "integer" ->
                all.addAll(isBody ? List.of(IntNode.valueOf(0)) : List.of(TextNode.valueOf(""), TextNode.valueOf("0")));
            case "boolean" -> all.add(BooleanNode.FALSE);
            case "array" -> all.add(json.arrayNode());
            case "object" -> all.add(json.objectNode());
            default -> throw new IllegalStateException("No value stands for nothing in " + field.path());
        }
        if (isBody) {
            all.add(NullNode.instance);
        }
        return all;
    }

    private String answer(Field field, JsonNode nothing) {
        World world = new World(sandbox, SandboxConfig.DEMO);
        world.begin();
        Call call = world.call(field);
        call.set(field, nothing);
        World.Answer answer = world.send(call);
        boolean taken = answer.isGood();
        String broken = broken(field, nothing);
        String reason = reason(field, nothing);
        if (reason == null && taken == (broken == null)) {
            reason = broken == null ? "it is a value like others" : broken;
        } else if (reason == null) {
            withoutReason.add(field.operation().id() + " " + field.path() + " " + nothing + ": " + answer.status() + " "
                    + answer.body() + ", which breaks " + broken);
        }
        return (taken ? "taken" : answer.status() + " `" + World.code(answer) + "`") + " | " + reason;
    }

    private @Nullable String reason(Field field, JsonNode nothing) {
        for (String key :
                List.of(field.operation().id() + " " + field.path() + " " + nothing, field.path() + " " + nothing)) {
            String reason = Unset.REASONS.get(key);
            if (reason != null) {
                reasonsGiven.add(key);
                return reason;
            }
        }
        return null;
    }

    /** What of the contract the value breaks; null for nothing. */
    private static @Nullable String broken(Field field, JsonNode nothing) {
        JsonNode schema = field.schema();
        if (nothing.isNull()) {
            return "null is none of its values";
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .noneMatch(each -> each.asText().equals(nothing.asText()))) {
            return "it is one of few texts";
        }
        if (nothing.isTextual()
                && field.type().equals("integer")
                && nothing.asText().isEmpty()) {
            return "it is a number";
        }
        if (field.type().equals("integer")
                && nothing.asInt() < schema.path("minimum").asInt(0)) {
            return "the smallest is " + schema.path("minimum").asInt();
        }
        if (nothing.isArray() && schema.path("minItems").asInt(0) > 0) {
            return "it has " + schema.path("minItems").asInt() + " item or more";
        }
        if (nothing.isTextual() && field.type().equals("string")) {
            if (schema.path("minLength").asInt(0) > 0) {
                return "it has " + schema.path("minLength").asInt() + " character or more";
            }
            if (schema.has("pattern")
                    && !Pattern.compile(schema.path("pattern").asText())
                            .matcher("")
                            .find()) {
                return "it has a form";
            }
        }
        return null;
    }
}
