package io.github.vpcep.contract.errata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The figures in the decisions: a status is that of the code beside it, and any other number is one of the places that
 * the erratum points to, or stands here with where it is from.
 */
final class Figures {
    private static final Pattern CODE = Pattern.compile("(?:(\\d{3}) )?(End[Pp]oint\\.\\d{4})");
    private static final Pattern NOT_FIGURES =
            Pattern.compile("\\b(?:[PNE]\\d{2}|IPv4|RFC 3339|v\\d|[a-z]+-[a-z]+-\\d|2022-11)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Not a part of a time, an id or the number of a table. */
    private static final Pattern SAID_NUMBER = Pattern.compile("(?<![\\w.:-])\\d+(?![\\w:]|-\\d)");

    private static final Set<String> PROSE = Set.of("description", "summary", "example");

    /** Numbers that no keyword states. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.ofEntries(
            // One more than the longest name.
            Map.entry("P06", Set.of("17")),
            // A length that is not demanded; 64 is that of a permission without its prefix.
            Map.entry("P16", Set.of("32", "64")),
            Map.entry("N19", Set.of("64")),
            // One less than the minimum.
            Map.entry("P23", Set.of("0")),
            // The number of codes: CatalogueCheck counts them.
            Map.entry("P38", Set.of("156")),
            // The digits of an id, and the bits of a number.
            Map.entry("P39", Set.of("32")),
            Map.entry("P40", Set.of("64", "2", "31")),
            Map.entry("N61", Set.of("32")),
            // The address and the length of a block that mean everything.
            Map.entry("N29", Set.of("0")),
            // The range of success in HTTP.
            Map.entry("N32", Set.of("200", "299")),
            // The sandbox's own: ErrataTest compares them with its settings.
            Map.entry("N33", Set.of("20", "50")),
            // Tags of an endpoint: the documents give no keyword for a number over several calls.
            Map.entry("E01", Set.of("10")));

    /** Numbers in what the documents say that stand in their prose alone. */
    private static final Map<String, Set<String>> SAID = Map.ofEntries(
            // Lengths of what the examples show, and what follows from two lengths.
            Map.entry("P06", Set.of("18")),
            Map.entry("P07", Set.of("59")),
            Map.entry("P14", Set.of("76")),
            Map.entry("P16", Set.of("31", "33")),
            Map.entry("N18", Set.of("13", "32")),
            Map.entry("N19", Set.of("31")),
            // Powers of two, and minutes between two times.
            Map.entry("P40", Set.of("53")),
            Map.entry("N25", Set.of("11")),
            // Counts of pages, statuses of pages that are about all operations, and years.
            Map.entry("P34", Set.of("19")),
            Map.entry("N31", Set.of("204")),
            Map.entry("N32", Set.of("200")),
            // Limits that no table has.
            Map.entry("N04", Set.of("50")),
            Map.entry("N29", Set.of("20", "2021")),
            Map.entry("N33", Set.of("20", "50")),
            Map.entry("N35", Set.of("127")),
            Map.entry("N41", Set.of("10")),
            Map.entry("N43", Set.of("36", "43")),
            Map.entry("E01", Set.of("127")));

    private final SpecFolder spec;
    private final Map<String, String> statuses = new HashMap<>();

    /** By operation, the numbers of its rows. */
    private final Map<String, Set<String>> inFacts = new HashMap<>();

    /** By place: errata point to the same few schemas. */
    private final Map<String, Part> parts = new HashMap<>();

    /** The numbers of a part of the contract, and the places that it refers to. */
    private record Part(Set<String> numbers, Set<String> references) {
        Part() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    Figures(SpecFolder spec) {
        this.spec = spec;
        spec.component("ErrorCode")
                .path("x-error-catalogue")
                .forEach(each -> statuses.put(
                        each.path("code").asText(), each.path("status").asText()));
        for (String file : spec.files("facts")) {
            inFacts.put(file.replaceAll("facts/|\\.yaml", ""), numbers(spec.file(file)));
        }
    }

    List<String> findings(Erratum erratum) {
        List<String> findings = new ArrayList<>();
        Set<String> stated = stated(erratum);
        Set<String> elsewhere = new HashSet<>(ELSEWHERE.getOrDefault(erratum.id(), Set.of()));
        Set<String> unused = new HashSet<>(elsewhere);
        for (JsonNode decision : erratum.node().path("decision")) {
            String text = decision.asText();
            CODE.matcher(text).results().forEach(code -> {
                String status = statuses.get(code.group(2));
                if (status == null || (code.group(1) != null && !code.group(1).equals(status))) {
                    findings.add(erratum.id() + " decides on " + code.group() + ", the catalogue says " + status);
                }
            });
            String rest =
                    NOT_FIGURES.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" ");
            NUMBER.matcher(rest).results().map(each -> each.group()).forEach(number -> {
                unused.remove(number);
                if (!stated.contains(number) && !elsewhere.contains(number)) {
                    findings.add(erratum.id() + " decides on " + number + ", which nothing that it points to states");
                }
            });
        }
        unused.forEach(number -> findings.add(erratum.id() + " no longer decides on " + number));
        findings.addAll(said(erratum, stated));
        return findings;
    }

    /** What the documents say is in their rows, in their examples or in the contract, or stands in SAID. */
    private List<String> said(Erratum erratum, Set<String> stated) {
        List<String> findings = new ArrayList<>();
        Set<String> documented = new HashSet<>(stated);
        erratum.facts().forEach(fact -> documented.addAll(numbers(fact.documented())));
        inFacts.forEach((operation, numbers) -> {
            if (erratum.touches(operation)) {
                documented.addAll(numbers);
            }
        });
        for (String pointer : erratum.pointers()) {
            NUMBER.matcher(pointer + spec.at(pointer)).results().forEach(each -> documented.add(each.group()));
        }
        Set<String> elsewhere = SAID.getOrDefault(erratum.id(), Set.of());
        Set<String> unused = new HashSet<>(elsewhere);
        erratum.node()
                .path("documents")
                .forEach(each -> SAID_NUMBER
                        .matcher(NOT_FIGURES
                                .matcher(
                                        CODE.matcher(each.path("says").asText()).replaceAll(" "))
                                .replaceAll(" "))
                        .results()
                        .map(number -> number.group())
                        .forEach(number -> {
                            unused.remove(number);
                            if (!documented.contains(number) && !elsewhere.contains(number)) {
                                findings.add(erratum.id() + " lets the documents say " + number
                                        + ", which no row or example of theirs has: mend it, or add it to SAID");
                            }
                        }));
        unused.forEach(number -> findings.add(erratum.id() + " no longer lets the documents say " + number));
        return findings;
    }

    /** The numbers of the contract where the erratum points to, and of its rows. */
    private Set<String> stated(Erratum erratum) {
        Set<String> numbers = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (String pointer : erratum.pointers()) {
            if (!pointer.startsWith("examples/") && pointer.contains(".yaml")) {
                NUMBER.matcher(pointer.contains("/responses/") ? pointer.replaceFirst(".*/responses/", "") : "")
                        .results()
                        .forEach(each -> numbers.add(each.group()));
                follow(pointer, numbers, seen);
            }
        }
        erratum.facts().forEach(fact -> numbers.addAll(numbers(fact.spec())));
        return numbers;
    }

    /** The numbers of a place, and of all that it refers to. */
    private void follow(String place, Set<String> numbers, Set<String> seen) {
        if (seen.add(place)) {
            Part part = parts.computeIfAbsent(place, this::part);
            numbers.addAll(part.numbers());
            part.references().forEach(each -> follow(each, numbers, seen));
        }
    }

    private Part part(String place) {
        Part part = new Part();
        collect(spec.at(place), folder(place), part);
        return part;
    }

    private static Set<String> numbers(JsonNode rows) {
        Part part = new Part();
        collect(rows, "", part);
        return part.numbers();
    }

    private static String folder(String pointer) {
        int slash = pointer.replaceFirst("#.*", "").lastIndexOf('/');
        return slash < 0 ? "" : pointer.substring(0, slash);
    }

    private static void collect(JsonNode node, String folder, Part part) {
        if (isFigure(node)) {
            part.numbers().add(node.asText());
        }
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("$ref")) {
                part.references()
                        .add((folder + "/" + entry.getValue().asText())
                                .replaceFirst("^[a-z]+/\\.\\./", "")
                                .replaceFirst("^/", ""));
            } else if (!PROSE.contains(entry.getKey())) {
                if (NUMBER.matcher(entry.getKey()).matches()) {
                    part.numbers().add(entry.getKey());
                }
                collect(entry.getValue(), folder, part);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> collect(each, folder, part));
        }
    }

    private static boolean isFigure(JsonNode node) {
        return node.isNumber()
                || (node.isTextual() && NUMBER.matcher(node.textValue()).matches());
    }
}
