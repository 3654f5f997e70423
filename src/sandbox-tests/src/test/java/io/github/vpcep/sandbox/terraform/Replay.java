package io.github.vpcep.sandbox.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through the steps of a file, each one of:
 *
 * <ul>
 *   <li>{@code set}: what the configuration says from here on, by names that the other steps write in braces
 *   <li>{@code send}: a request, with its {@code body}, {@code headers}, the {@code answers} that the provider takes
 *       for good, what the answer {@code holds}, and what of it to {@code keep} under a name, by pointer or header
 *   <li>the same with {@code wait}: asked until the text {@code at} a pointer is the {@code target}, and
 *       {@code pending} until then; 404 is told as {@code gone}
 *   <li>{@code read}: the requests of that name among the {@code reads}, sent twice: what is read must not differ, else
 *       the next plan is not empty
 * </ul>
 */
final class Replay {
    /** The provider's own. */
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(5);

    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int AT_MOST = 20;

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Predicate<JsonNode>> KINDS = Map.of(
            "<text>", JsonNode::isTextual,
            "<nothing>", JsonNode::isMissingNode,
            "<text or nothing>", node -> node.isTextual() || node.isMissingNode() || node.isNull(),
            "<number>", JsonNode::isInt,
            "<flag>", JsonNode::isBoolean,
            "<false or nothing>", node -> !node.asBoolean(),
            "<list>", JsonNode::isArray);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VpcepSandbox sandbox;
    private final Provider provider;
    private final Map<String, JsonNode> known = new HashMap<>();

    Replay(VpcepSandbox sandbox) {
        this.sandbox = sandbox;
        this.provider = new Provider(sandbox.uri());
        known.put("domain", TextNode.valueOf(SandboxConfig.DEMO.domainId()));
    }

    void run(String name) {
        JsonNode file = file(name);
        int number = 0;
        for (JsonNode step : file.path("steps")) {
            String place = name + ", step " + ++number + ": ";
            if (step.has("set")) {
                step.path("set").properties().forEach(each -> known.put(each.getKey(), filled(each.getValue())));
            } else if (step.has("read")) {
                JsonNode reads = file.path("reads").path(step.path("read").asText());
                assertThat(reads).as(place + "has no such reads").isNotEmpty();
                assertThat(read(place, reads)).as(place + "the next plan").isEqualTo(read(place, reads));
            } else if (step.has("wait")) {
                await(place, step);
            } else {
                send(place, step);
            }
        }
        assertThat(number).as("steps of " + name).isPositive();
    }

    private List<JsonNode> read(String place, JsonNode requests) {
        List<JsonNode> read = new ArrayList<>();
        requests.forEach(each -> read.add(send(place, each).body()));
        return read;
    }

    private Provider.Answer send(String place, JsonNode step) {
        Provider.Answer answer = sent(step);
        String what = place + step.path("send").asText() + " is answered " + answer;
        assertThat(step.path("answers")).as(what).contains(JsonNodeFactory.instance.numberNode(answer.status()));
        step.path("holds").properties().forEach(each -> check(what, answer.body(), each.getKey(), each.getValue()));
        step.path("keep").properties().forEach(each -> {
            JsonNode found = answer.at(each.getValue().asText());
            assertThat(found.isTextual()).as(what + ", and " + each.getValue()).isTrue();
            known.put(each.getKey(), found);
        });
        return answer;
    }

    private void await(String place, JsonNode step) {
        JsonNode wait = step.path("wait");
        sandbox.clock().advance(BEFORE_THE_FIRST);
        for (int i = 0; i < AT_MOST; i++) {
            Provider.Answer answer = sent(step);
            TextNode state = TextNode.valueOf(
                    answer.status() == 404
                            ? "gone"
                            : answer.at(wait.path("at").asText()).asText());
            if (elements(wait.path("target")).contains(state)) {
                return;
            }
            assertThat(wait.path("pending"))
                    .as(place + "while it waits, what is answered is " + answer)
                    .contains(state);
            sandbox.clock().advance(BETWEEN);
        }
        throw new AssertionError(place + "never came to an end");
    }

    private Provider.Answer sent(JsonNode step) {
        String[] line = step.path("send").asText().split(" ", 2);
        JsonNode body = filled(step.path("body"));
        Map<String, String> headers = new HashMap<>();
        step.path("headers")
                .properties()
                .forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
        return provider.send(
                line[0],
                filled(TextNode.valueOf(line[1])).asText(),
                headers,
                // As the encoder of Go ends it.
                body.isMissingNode() ? "" : body + "\n",
                caller(step));
    }

    /** Nobody, who holds the token of that name, or who signed in. */
    private Map<String, JsonNode> caller(JsonNode step) {
        if (step.path("anonymous").asBoolean()) {
            return Map.of();
        }
        return step.has("by") ? Map.of("token", value(step.path("by").asText())) : known;
    }

    private void check(String what, JsonNode body, String pointer, JsonNode expected) {
        Predicate<JsonNode> kind = KINDS.get(expected.asText());
        if (kind != null) {
            assertThat(kind.test(body.at(pointer)))
                    .as(what + ", and " + pointer + " is no " + expected.asText())
                    .isTrue();
        } else if (pointer.contains("/*")) {
            String[] parts = pointer.split("/[*]", 2);
            assertThat(elements(body.at(parts[0])).stream().map(each -> each.at(parts[1])))
                    .as(what + ", and " + pointer)
                    .containsExactlyInAnyOrderElementsOf(elements(filled(expected)));
        } else {
            assertThat(body.at(pointer)).as(what + ", and " + pointer).isEqualTo(filled(expected));
        }
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    /** The same with the values of names in braces; what is but a name in braces becomes its value, of any kind. */
    private JsonNode filled(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.properties().forEach(each -> object.set(each.getKey(), filled(each.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(each -> array.add(filled(each)));
            return array;
        }
        if (!node.isTextual()) {
            return node;
        }
        Matcher whole = NAME.matcher(node.asText());
        return whole.matches()
                ? value(whole.group(1))
                : TextNode.valueOf(whole.replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).asText())));
    }

    private JsonNode value(String name) {
        return Objects.requireNonNull(known.get(name), () -> "nothing is known of " + name);
    }

    private static JsonNode file(String name) {
        try (InputStream in = Replay.class.getResourceAsStream(name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
