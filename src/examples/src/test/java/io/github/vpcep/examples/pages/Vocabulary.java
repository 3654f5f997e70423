package io.github.vpcep.examples.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand between back-ticks: names that are there, in Java, in the contract, in the build, in the program. */
final class Vocabulary {
    private static final Pattern CODE = Pattern.compile("(?<![\\w.])(\\d{3}) `(End[pP]oint\\.\\d{4})`");
    private static final Pattern PROGRAM = Pattern.compile("(?:java -jar (\\S+)\\.jar|vpcep-sandbox(?:\\.jar)?)( .*)?");
    private static final Set<String> PHASES =
            Set.of("clean", "compile", "test", "package", "verify", "deploy", "spotless:apply");
    private static final Set<String> SWITCHES = Set.of("mvn", "-q", "-pl", "-am", "-T1", "--builder", "singlethreaded");

    private static final Set<String> NOT_WRITTEN = Set.of("target", "node_modules", ".git");

    private final JavaNames java;
    private final String help;
    private final Set<String> others;
    private final Set<String> named = new HashSet<>();
    private final Set<String> operations = new HashSet<>();
    private final Map<String, Integer> statuses = new HashMap<>();
    private final Set<String> javaFiles = new HashSet<>();
    private final StringBuilder sources = new StringBuilder();
    private final StringBuilder tests = new StringBuilder();
    private final StringBuilder poms = new StringBuilder();

    /**
     * All that is there.
     *
     * @param help what the program and its launcher tell of their options
     * @param others names of the world outside
     */
    Vocabulary(JavaNames java, String help, Set<String> others) {
        this.java = java;
        this.help = help;
        this.others = others;
        learn(contract());
        readWhatIsWritten();
    }

    /** Takes the names of properties of a file of JSON for known. */
    Vocabulary withKeysOf(String json) {
        learnKeys(tree(json));
        return this;
    }

    /** Each name on the page that is nowhere, and each status that is not that of its code. */
    List<String> findings(DocPage page) {
        return findings(page, span -> true);
    }

    /** The same of those names that are looked for. */
    List<String> findings(DocPage page, Predicate<String> looked) {
        return page.told()
                .flatMap(block -> Stream.concat(
                        block.spans().stream()
                                .filter(span -> looked.test(span) && !isKnown(page, span))
                                .map(span -> page.name() + ":" + block.line() + ": `" + span + "` is not there"),
                        CODE.matcher(block.text())
                                .results()
                                .filter(found ->
                                        !Objects.equals(statuses.get(found.group(2)), Integer.valueOf(found.group(1))))
                                .map(found -> page.name() + ":" + block.line() + ": " + found.group()
                                        + ", but its status is " + statuses.get(found.group(2)))))
                .toList();
    }

    int operations() {
        return operations.size();
    }

    private boolean isKnown(DocPage page, String span) {
        return others.contains(span)
                || java.has(span)
                || named.contains(span)
                || operations.contains(span)
                || isOption(span)
                || isCommand(page, span)
                || isFile(page, span)
                || isAddress(span)
                || (span.matches("[\\w-]+\\.\\w+") && help.contains(span))
                || isArtifact(span)
                || isIn(sources, "\"" + span.replaceFirst("^(GET|POST) ", "") + "\"")
                || javaFiles.contains(span + ".java");
    }

    /** That of the program, unless it is told otherwise. */
    private boolean isAddress(String span) {
        Matcher address = Pattern.compile("http://([\\w.]+):(\\d+)").matcher(span);
        return address.matches()
                && help.contains("(default " + address.group(1) + ")")
                && help.contains("(default " + address.group(2) + ")");
    }

    private boolean isOption(String span) {
        String option = span.split("[ =]", 2)[0];
        return span.startsWith("--")
                && Pattern.compile("(?m)^[ #]+" + Pattern.quote(option) + "(?= |$)")
                        .matcher(help)
                        .find();
    }

    private boolean isCommand(DocPage page, String span) {
        if (span.matches("(mvn |-[PD]).*")) {
            return Stream.of(span.split(" ")).allMatch(word -> isWordOfMaven(page, word));
        }
        Matcher program = PROGRAM.matcher(span);
        return program.matches()
                && (program.group(1) == null || isProgram(program.group(1)))
                && (program.group(2) == null
                        || Stream.of(program.group(2).strip().split(" (?=--)")).allMatch(this::isOption));
    }

    /** What the build makes is not there before it is packed; its name is. */
    private boolean isProgram(String jar) {
        Path file = Path.of(jar);
        return file.getParent() == null
                || (isIn(poms, "/" + file.getFileName() + ".jar</outputFile>")
                        && Files.exists(DocPage.ROOT
                                .resolve(jar)
                                .resolveSibling("../pom.xml")
                                .normalize()));
    }

    private boolean isWordOfMaven(DocPage page, String word) {
        if (word.startsWith("-P")) {
            return Stream.of(word.substring(2).split(",")).allMatch(each -> isIn(poms, "<id>" + each + "</id>"));
        }
        if (word.startsWith("-D")) {
            String property = word.substring(2).replaceFirst("=.*", "");
            return Stream.of("${" + property + "}", "<name>" + property + "</name>")
                            .anyMatch(each -> isIn(poms, each))
                    || isIn(sources, "\"" + property + "\"")
                    || isIn(tests, "\"" + property + "\"")
                    || others.contains(property);
        }
        return SWITCHES.contains(word)
                || PHASES.contains(word)
                || Stream.of(word.split(",")).allMatch(each -> isFile(page, each));
    }

    private boolean isFile(DocPage page, String span) {
        String path = span.replaceFirst("/$", "");
        return span.matches("[\\w.@~/-]*[\\w/]")
                && span.matches(".*[./].*")
                && (Stream.of(DocPage.ROOT, DocPage.ROOT.resolve(page.name()).resolveSibling(""))
                                .anyMatch(folder -> Files.exists(folder.resolve(path.replaceFirst("^/", "")))
                                        && !path.startsWith("/"))
                        || Vocabulary.class.getResource("/" + path) != null);
    }

    private boolean isArtifact(String span) {
        String[] parts = span.split(":");
        return parts.length <= 2
                && span.matches("[A-Za-z0-9.:-]+")
                && Stream.of(parts).allMatch(each -> isIn(poms, ">" + each + "<"));
    }

    private void learn(JsonNode contract) {
        contract.findValues("properties").forEach(each -> each.fieldNames().forEachRemaining(named::add));
        contract.findValues("enum").forEach(each -> each.forEach(value -> named.add(value.asText())));
        contract.findValues("operationId").forEach(each -> operations.add(each.asText()));
        contract.findParents("in").forEach(each -> named.add(each.path("name").asText()));
        contract.fieldNames().forEachRemaining(named::add);
        learnCodes(contract);
    }

    private void learnKeys(JsonNode json) {
        json.fieldNames().forEachRemaining(named::add);
        json.forEach(this::learnKeys);
    }

    private void learnCodes(JsonNode json) {
        if (json.path("code").isTextual() && json.path("status").isInt()) {
            named.add(json.get("code").asText());
            statuses.put(json.get("code").asText(), json.get("status").asInt());
        }
        json.forEach(this::learnCodes);
    }

    private static JsonNode contract() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/vpcep/openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(StringBuilder text, String part) {
        return text.indexOf(part) >= 0;
    }

    /** All that is written by hand; these tests would find in themselves the faults that they put in. */
    private void readWhatIsWritten() {
        try {
            Files.walkFileTree(DocPage.ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_WRITTEN.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    read(file, String.valueOf(file.getFileName()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path file, String name) {
        if (name.endsWith(".xml")) {
            poms.append(DocPage.read(file));
        } else if (name.endsWith(".java")) {
            javaFiles.add(name);
            if (!file.startsWith(DocPage.ROOT.resolve("src/examples/src/test"))) {
                (file.toString().contains("/src/test/") ? tests : sources).append(DocPage.read(file));
            }
        }
    }
}
