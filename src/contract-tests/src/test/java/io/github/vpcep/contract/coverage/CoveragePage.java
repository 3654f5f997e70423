package io.github.vpcep.contract.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.errata.Errata;
import io.github.vpcep.contract.errata.Erratum;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.Printed;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page: what each operation has, and who proves it. */
final class CoveragePage {
    /** Where it lies; its links start there. */
    static final String FILE = "src/docs/coverage.md";

    /** The system property that writes it anew. */
    static final String PROPERTY = "vpcep.coverage";

    private static final String SPEC = "../../spec/";
    private static final String TESTS = "../contract-tests/src/test/java/";
    private static final String NOTHING = "–";

    private final SpecFolder spec;
    private final List<Suite> suites;
    private final JavaCalls calls;
    private final Map<String, List<Operation>> groups = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private CoveragePage(SpecFolder spec, List<Suite> suites, JavaCalls calls) {
        this.spec = spec;
        this.suites = suites;
        this.calls = calls;
        spec.document().path("tags").forEach(tag -> groups.put(tag.path("name").asText(), new ArrayList<>()));
        spec.operations()
                .forEach(operation -> groups.computeIfAbsent(tag(operation), tag -> new ArrayList<>())
                        .add(operation));
    }

    static String of(SpecFolder spec, List<Suite> suites, JavaCalls calls) {
        CoveragePage page = new CoveragePage(spec, suites, calls);
        page.head();
        page.suites();
        page.operations();
        page.legend();
        page.groups.forEach(page::group);
        page.news();
        return page.page.toString();
    }

    private static String tag(Operation operation) {
        return operation.node().path("tags").path(0).asText();
    }

    private void head() {
        page.append("""
                # Coverage

                What the contract says of each operation, and how many cases of each suite prove it. The contract tests
                make this page from `spec/`, from the generated client and from the cases that the suites run, and fail
                when it is out of date, when a suite has forgotten an operation, and when a Java call is not there. Do
                not edit it: `mvn verify -D%s=write` renews it.
                """.formatted(PROPERTY));
    }

    private void suites() {
        line("");
        line("## Suites");
        line("");
        line("Those that look at the contract as a whole have no cases of single operations and are not listed.");
        line("");
        row(List.of("suite", "its cases are", "must have some of"));
        line("|---|---|---|");
        for (Suite suite : suites) {
            String file = TESTS + suite.source().getName().replace('.', '/') + ".java";
            String demand = Demand.ALL.stream()
                    .filter(each -> each.suite().equals(suite.name()))
                    .map(Demand::words)
                    .collect(Collectors.joining(", "));
            row(List.of(link(suite.name(), file), suite.unit(), orNothing(demand)));
        }
    }

    private void operations() {
        line("");
        line("## Operations");
        line("");
        row(Stream.concat(Stream.of("operation"), suites.stream().map(Suite::name))
                .toList());
        line("|---|" + "--:|".repeat(suites.size()));
        groups.values()
                .forEach(group -> group.forEach(operation -> counts(
                        link(operation.id(), "#" + tag(operation).toLowerCase(Locale.ROOT)),
                        suites.stream().map(suite -> suite.of(operation.id())).toList())));
        counts(
                "**all " + spec.operations().size() + "**",
                suites.stream().map(Suite::total).toList());
    }

    private void legend() {
        String all = Errata.of(spec).stream()
                .filter(each -> each.operations().contains(Erratum.ALL))
                .map(Erratum::id)
                .collect(Collectors.joining(", "));
        line("");
        line("Below, Java calls are those of `VpcepClient`, without the overloads that build an argument in place;");
        line("`async()` has them all as futures. Rows are those of the documents' tables. Errata that touch every");
        line("operation are in no table: " + orNothing(all) + ".");
    }

    private void counts(String name, List<Integer> counts) {
        row(Stream.concat(Stream.of(name), counts.stream().map(count -> count == 0 ? NOTHING : Integer.toString(count)))
                .toList());
    }

    private void group(String tag, List<Operation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        line("");
        line("## " + tag);
        line("");
        row(List.of("operation", "request", "Java: `" + JavaCalls.group(operations.get(0)) + "()`"));
        line("|---|---|---|");
        for (Operation operation : operations) {
            row(List.of(
                    link(
                            operation.id(),
                            operation.node().path("externalDocs").path("url").asText()),
                    code(operation.method() + " " + operation.path()),
                    calls.of(operation).stream().map(CoveragePage::code).collect(Collectors.joining("<br>"))));
        }
        line("");
        row(List.of("operation", "statuses", "rows", "examples", "error examples", "as printed", "errata"));
        line("|---|---|--:|---|--:|---|---|");
        for (Operation operation : operations) {
            row(List.of(
                    operation.id()
                            + (operation.node().has("x-since")
                                    ? " (since "
                                            + operation.node().path("x-since").asText() + ")"
                                    : ""),
                    statuses(operation),
                    rows(operation),
                    examples(operation),
                    Integer.toString(errorExamples(operation)),
                    printed(operation),
                    errata(operation)));
        }
    }

    /** What the founding edition did not have. */
    private void news() {
        line("");
        line("## Since");
        line("");
        line("What the edition of " + Erratum.FOUNDING_EDITION
                + " did not have, and what it is known from if no page of the");
        line("documents shows it.");
        line("");
        row(List.of("what", "since", "known from"));
        line("|---|---|---|");
        for (Operation operation : spec.operations()) {
            news(operation.id(), operation.node());
            operation
                    .parameters()
                    .forEach(parameter ->
                            news(operation.id() + " " + parameter.path("name").asText(), parameter));
        }
        spec.document()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> news(schema.getKey() + "." + property.getKey(), property.getValue())));
    }

    private void news(String what, JsonNode node) {
        if (node.has("x-since")) {
            String from = node.path("x-known-from").asText();
            row(List.of(code(what), node.path("x-since").asText(), from.isEmpty() ? "documents" : from + " only"));
        }
    }

    /** Runs of three and more are written as one. */
    private static String statuses(Operation operation) {
        List<Integer> all =
                operation.statuses().stream().map(Integer::valueOf).sorted().toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int end = i;
            while (end + 1 < all.size() && all.get(end + 1) == all.get(end) + 1) {
                end++;
            }
            if (end - i >= 2) {
                parts.add(all.get(i) + "–" + all.get(end));
                i = end;
            } else {
                parts.add(Integer.toString(all.get(i)));
            }
        }
        return String.join(", ", parts);
    }

    private String rows(Operation operation) {
        String file = "facts/" + operation.id() + ".yaml";
        if (!spec.hasFile(file)) {
            return NOTHING;
        }
        StringBuilder rows =
                new StringBuilder(link(spec.file(file).at("/counts/total").asText(), SPEC + file));
        for (String edition : spec.files("facts/editions")) {
            long later = spec.file(edition).path("rows").findValuesAsText("operation").stream()
                    .filter(operation.id()::equals)
                    .count();
            if (later > 0) {
                rows.append(" + ").append(link(Long.toString(later), SPEC + edition));
            }
        }
        return rows.toString();
    }

    private String examples(Operation operation) {
        List<String> examples = new ArrayList<>(named("request", operation.request()));
        operation.successStatuses().forEach(status -> examples.addAll(named(status, operation.response(status))));
        return orNothing(String.join(", ", examples));
    }

    private List<String> named(String side, JsonNode mediaType) {
        List<String> examples = new ArrayList<>();
        mediaType.path("examples").properties().forEach(example -> {
            String reference = example.getValue().path("$ref").asText();
            examples.add(side + " "
                    + exampleFile(reference.substring(reference.lastIndexOf('/') + 1))
                            .map(file -> link(example.getKey(), SPEC + file))
                            .orElse(example.getKey()));
        });
        return examples;
    }

    /** Swagger Parser names the components after their files, without the dots. */
    private Optional<String> exampleFile(String component) {
        return spec.files("examples").stream()
                .filter(file -> file.replaceFirst(".*/", "")
                        .replaceFirst("\\.yaml$", "")
                        .replace(".", "")
                        .equals(component))
                .findFirst();
    }

    private static int errorExamples(Operation operation) {
        return operation.statuses().stream()
                .filter(status -> !status.startsWith("2"))
                .mapToInt(
                        status -> operation.examples(operation.response(status)).size())
                .sum();
    }

    private String printed(Operation operation) {
        return orNothing(Printed.of(spec).stream()
                .filter(each -> each.operation().equals(operation.id()))
                .map(each -> {
                    String name = each.file().substring(each.file().lastIndexOf('/') + 1);
                    String label = name.replace(operation.id() + ".", "").replaceFirst("\\.\\w+$", "");
                    String folder = SPEC + Printed.FOLDER + "/";
                    return link(label, folder + each.file())
                            + (each.isMalformed()
                                    ? " (no JSON; " + link("repair", folder + each.readable()) + ")"
                                    : "");
                })
                .collect(Collectors.joining(", ")));
    }

    private String errata(Operation operation) {
        return orNothing(Errata.of(spec).stream()
                .filter(each -> each.operations().contains(operation.id()))
                .map(Erratum::id)
                .collect(Collectors.joining(", ")));
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    private static String link(String text, String target) {
        return "[" + text + "](" + target + ")";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
