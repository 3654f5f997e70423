package io.github.vpcep.contract.control;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.RepositoryRoot;
import io.github.vpcep.sandbox.control.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contract of the sandbox's control API: what it states is what the code does, and what it says is of something.
 */
class ControlDocumentTest {
    private static final Path ROOT = RepositoryRoot.find();
    private static final Path SPEC = ROOT.resolve("spec/sandbox");

    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "default");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern FIGURE =
            Pattern.compile("\\b(?:\\d[\\d,]*|an?|one) (?:second|minute|hour|day)s?\\b|\\b\\d[\\d,]*\\b");

    /** Between back-ticks, but of HTTP, or a value as it is sent. */
    private static final Set<String> ELSEWHERE = Set.of(
            "?colour",
            "Connection",
            "Content-Length",
            "Content-Type: application/json",
            "Date",
            "GET /_sandbox/requests/stream",
            "Host",
            "Last-Event-ID",
            "PT1H30M",
            "X-Request-Id",
            "ports[0].colour",
            "request");

    /** What the texts of each file state in figures; who changes one changes the code that it tells of. */
    private static final Map<String, List<String>> FIGURES = Map.ofEntries(
            entry("openapi.yaml", List.of("8601", "15 seconds")),
            entry("parameters/Nth.yaml", List.of("1")),
            entry("parameters/Patience.yaml", List.of("a minute")),
            entry("paths/clock.yaml", List.of("401", "15 minutes")),
            entry("schemas/FaultOrder.yaml", List.of("0", "a day")),
            entry("schemas/FaultTrickle.yaml", List.of("a day")),
            entry(
                    "schemas/RecordedRequest.yaml",
                    List.of(String.format(Locale.ROOT, "%,d", Journal.TEXT_LENGTH), "32")));

    /** How many are shown, how long is waited: what callers get who say nothing, and where they are refused. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "AfterFilter", "minimum=0",
            "Nth", "default=1 maximum=1000 minimum=1",
            "Patience", "default=PT10S",
            "RequestLimit", "default=1000 maximum=1000 minimum=1",
            "RequestStatusFilter", "maximum=599 minimum=100",
            "StateLimit", "default=100 maximum=1000 minimum=1",
            "StateOffset", "default=0 minimum=0");

    private static Map<String, JsonNode> files(String folder) throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SPEC.resolve(folder))) {
            files.filter(each -> each.toString().endsWith(".yaml"))
                    .forEach(each ->
                            found.put(SPEC.relativize(each).toString().replace('\\', '/'), SpecFolder.read(each)));
        }
        return found;
    }

    /** Of all files but the examples, by file, what {@code description} and {@code summary} say. */
    private static void texts(BiConsumer<String, String> reader) throws IOException {
        files("").forEach((file, content) -> {
            if (!file.startsWith("examples/")) {
                Stream.of("description", "summary")
                        .flatMap(key -> content.findValues(key).stream())
                        .filter(JsonNode::isTextual)
                        .forEach(each -> reader.accept(file, each.asText().replaceAll("\\s+", " ")));
            }
        });
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isValueNode()) {
            names.add(node.asText());
        }
        node.properties().forEach(each -> names.add(each.getKey()));
        node.forEach(each -> collect(each, names));
    }

    @Test
    void version_contactAndLicence_areThoseOfTheVendorsContract() {
        JsonNode info = SpecFolder.read(SPEC.resolve("openapi.yaml")).path("info");
        JsonNode vendors = SpecFolder.read(ROOT.resolve("spec/openapi.yaml")).path("info");

        assertThat(List.of("version", "contact", "license"))
                .allSatisfy(each -> assertThat(info.path(each)).as(each).isEqualTo(vendors.path(each)));
    }

    /** As the sandbox's page says, which is held to the program. */
    @Test
    void server_isWhereTheProgramListens() throws IOException {
        String url = SpecFolder.read(SPEC.resolve("openapi.yaml"))
                .at("/servers/0/url")
                .asText();

        assertThat(url).isEqualTo("http://127.0.0.1:8280");
        assertThat(Files.readString(ROOT.resolve("src/sandbox/README.md"))).contains(url);
    }

    @Test
    void boundsAndDefaults_ofParameters_areThoseOfTheSandbox() throws IOException {
        Map<String, String> stated = new TreeMap<>();
        files("parameters").forEach((file, parameter) -> {
            List<String> bounds = new ArrayList<>();
            parameter.path("schema").properties().forEach(each -> {
                if (BOUNDS.contains(each.getKey())) {
                    bounds.add(each.getKey() + "=" + each.getValue().asText());
                }
            });
            if (!bounds.isEmpty()) {
                stated.put(
                        file.replaceAll(".*/|\\.yaml", ""),
                        String.join(" ", bounds.stream().sorted().toList()));
            }
        });
        assertThat(stated).isEqualTo(new TreeMap<>(PARAMETERS));
    }

    @Test
    void answers_areThoseThatTheSandboxGives() throws IOException {
        Set<String> again = new TreeSet<>();
        for (JsonNode paths : files("paths").values()) {
            for (JsonNode path : paths) {
                for (JsonNode operation : path) {
                    if (!operation.has("operationId")) {
                        continue;
                    }
                    String id = operation.path("operationId").asText();
                    Set<String> statuses = new LinkedHashSet<>();
                    operation.path("responses").fieldNames().forEachRemaining(statuses::add);
                    Set<String> expected = new HashSet<>(Set.of("400", "401", "403", "default"));
                    expected.addAll(statuses.stream()
                            .filter(each -> each.startsWith("2"))
                            .toList());
                    if (id.matches("(Show|Move|Remove|List)(Service|Endpoint|Fault)(Connections|Permissions)?")) {
                        expected.add("404");
                    }
                    if (operation.toString().contains("Patience.yaml")) {
                        expected.add("409");
                    }
                    assertThat(statuses).as(id).isEqualTo(expected);
                    if (operation.path("x-idempotent").asBoolean()) {
                        again.add(id);
                    }
                }
            }
        }
        assertThat(again)
                .as("what may be sent again though its method does not say so")
                .containsExactly("ResetSandbox");
    }

    @Test
    void names_betweenBackTicks_areOfSomething() throws IOException {
        Set<String> names = new HashSet<>();
        files("").forEach((file, content) -> {
            names.add(file.replaceAll(".*/|\\.yaml", ""));
            collect(content, names);
        });
        Set<String> unknown = new TreeSet<>();
        texts((file, text) -> CODE.matcher(text)
                .results()
                .map(each -> each.group(1))
                .filter(each -> !names.contains(each))
                .forEach(unknown::add));
        assertThat(unknown).isEqualTo(new TreeSet<>(ELSEWHERE));
    }

    @Test
    void figures_inTexts_areThoseThatAreKnown() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        texts((file, text) -> FIGURE.matcher(CODE.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .forEach(each ->
                        found.computeIfAbsent(file, key -> new ArrayList<>()).add(each)));
        found.values().forEach(each -> each.sort(null));
        Map<String, List<String>> known = new TreeMap<>();
        FIGURES.forEach(
                (file, figures) -> known.put(file, figures.stream().sorted().toList()));

        assertThat(found).isEqualTo(known);
    }
}
