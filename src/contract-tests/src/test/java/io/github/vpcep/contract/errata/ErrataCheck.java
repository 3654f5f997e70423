package io.github.vpcep.contract.errata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.errata.Erratum.FactDeviation;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.Printed;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every erratum is whole and points to something, and the reader's tolerances and the errata name each other. */
public final class ErrataCheck implements Check {
    private static final Pattern ID = Pattern.compile("[PNE]\\d{2}");
    private static final Set<String> KEYS = Set.of(
            "id",
            "kind",
            "operations",
            "field",
            "pointers",
            "documents",
            "decision",
            "reason",
            "evidence",
            "violations",
            "facts");

    /** How sure evidence from elsewhere is. */
    private static final Set<String> MARKS = Set.of("A", "B", "C");

    private static final String ALIAS = "x-reads-alias";

    /** How the decision for the client words each tolerance. */
    private static final Map<String, Pattern> WORDS = Map.of(
            "x-reads-single-as-list",
            Pattern.compile("reads a bare (string|object) as a list of one", Pattern.CASE_INSENSITIVE),
            "x-reads-list-as-single",
            Pattern.compile("reads a list of one as its item", Pattern.CASE_INSENSITIVE),
            "x-reads-text-as-boolean",
            Pattern.compile("the texts \"true\" and \"false\""),
            "x-reads-text-as-integer",
            Pattern.compile("reads digits in a string", Pattern.CASE_INSENSITIVE),
            "x-reads-json-text",
            Pattern.compile("reads items that are JSON text"),
            "x-reads-time-without-zone",
            Pattern.compile("reads a time without a zone as UTC", Pattern.CASE_INSENSITIVE),
            ALIAS,
            Pattern.compile("reads the other names?", Pattern.CASE_INSENSITIVE));

    /** Where an erratum points to as well, but of which its set phrase does not speak: "of an endpoint". */
    private static final Map<String, Set<String>> NOT_MEANT = Map.of(
            "P28",
            Set.of(
                    "schemas/EndpointService.yaml#/properties/error",
                    "schemas/EndpointRouteTables.yaml#/properties/error"));

    /** What no second place contradicts, but what nobody could build as it stands. */
    private static final Set<String> ONE_SIDED = Set.of("N06", "N59", "N61");

    private static final String READS_AS = "x-reads-as";

    @Override
    public String name() {
        return "Errata";
    }

    @Override
    public String unit() {
        return "errata that name it";
    }

    @Override
    public Result run(SpecFolder spec) {
        Run run = new Run(spec);
        run.errata.forEach(run::check);
        run.everyToleranceIsAnErratum();
        run.everyDecisionToTolerateIsInTheContract();
        run.everyAnsweredBooleanAndTimeIsTolerant();
        run.everyNamesakeThatAnErratumPointsToHasItsOtherNames();
        run.otherNamesGoBothWays();
        run.everyPointerIsOfItsErratum();
        run.everySetPhraseHoldsWhereverItsErratumPoints();
        run.everyFigureIsStated();
        return run.result();
    }

    /** An {@code x-reads-…} of the contract: where it stands, and in which schema. */
    private record Tolerance(String extension, String erratum, String at, JsonNode holder) {}

    private static final class Run {
        private final SpecFolder spec;
        private final List<Erratum> errata;
        private final Map<String, Erratum> byId = new HashMap<>();
        private final List<Tolerance> tolerances = new ArrayList<>();
        private final Map<String, Integer> cases = new HashMap<>();
        private final List<String> findings = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private int pointers;

        Run(SpecFolder spec) {
            this.spec = spec;
            this.errata = Errata.of(spec);
            spec.files("schemas").forEach(file -> collect(file, "#", spec.file(file)));
        }

        Result result() {
            return new Result(
                    "Errata: " + errata.size() + " entries with " + pointers + " pointers; " + tolerances.size()
                            + " tolerances of the reader, each under an erratum",
                    findings,
                    cases);
        }

        private void collect(String file, String at, JsonNode node) {
            node.properties().forEach(entry -> {
                String name = entry.getKey();
                if (name.equals(READS_AS)) {
                    entry.getValue()
                            .forEach(each -> tolerances.add(
                                    new Tolerance(name, each.path("erratum").asText(), file + at, node)));
                } else if (name.startsWith("x-reads-")) {
                    tolerances.add(new Tolerance(name, Erratum.ofTolerance(entry.getValue()), file + at, node));
                } else {
                    collect(file, at + "/" + name, entry.getValue());
                }
            });
        }

        void check(Erratum erratum) {
            String id = erratum.id();
            if (!ID.matcher(id).matches()) {
                findings.add("\"" + id + "\" is no id of an erratum");
            }
            if (byId.put(id, erratum) != null) {
                findings.add(id + " occurs twice");
            }
            erratum.node().fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    findings.add(id + " has the unknown key " + key);
                }
            });
            for (String field :
                    List.of("/field", "/decision/spec", "/decision/client", "/decision/server", "/reason")) {
                text(erratum, erratum.node().at(field), field);
            }
            List.of("client", "server").forEach(side -> sentence(erratum, side));
            JsonNode documents = erratum.node().path("documents");
            documents.forEach(each -> {
                text(erratum, each.path("where"), "documents/where");
                text(erratum, each.path("says"), "documents/says");
            });
            if (documents.isEmpty()
                    || erratum.pointers().isEmpty()
                    || erratum.operations().isEmpty()) {
                findings.add(id + " needs documents, pointers and operations");
            }
            if (documents.size() < 2 != ONE_SIDED.contains(id)) {
                findings.add(
                        id + " has " + documents.size()
                                + " places of the documents: a contradiction has two; what is odd by itself stands in ONE_SIDED");
            }
            erratum.node().path("evidence").forEach(each -> {
                text(erratum, each.path("source"), "evidence/source");
                if (!MARKS.contains(each.path("mark").asText())) {
                    findings.add(erratum.id() + " has evidence without one of the marks " + new TreeSet<>(MARKS));
                }
            });
            if (erratum.node().has("kind") != id.startsWith("E")
                    || erratum.node().has("kind") != erratum.isOfEdition()) {
                findings.add(id + " must be called E.. and be of the kind edition, or neither");
            }
            if (erratum.isOfEdition() && erratum.node().path("evidence").isEmpty()) {
                findings.add(id + " is about an edition and needs evidence");
            }
            checkPointers(erratum);
            checkOperations(erratum);
            checkField(erratum);
            checkViolations(erratum);
        }

        /** The names in its title are names on the wire. */
        private void checkField(Erratum erratum) {
            String title = erratum.node().path("field").asText().replaceAll("\\([^)]*\\)", "");
            for (String part : title.split(", ", -1)) {
                String path = part.strip().replaceFirst(" .*", "").replace("[]", "");
                Stream.of(path.split("\\.", -1))
                        .filter(name -> !name.isEmpty()
                                && !names().contains(name)
                                && erratum.pointers().stream().noneMatch(pointer -> pointer.endsWith("/" + name)))
                        .forEach(
                                name -> findings.add(erratum.id() + " is about " + name + ", which nothing is called"));
            }
        }

        /** Where a printed example breaks the contract is one of the places that it points to, or inside one. */
        private void checkViolations(Erratum erratum) {
            erratum.violations().stream()
                    .map(each -> Printed.FOLDER + "/" + each.example() + "#" + each.at())
                    .filter(place -> erratum.pointers().stream()
                            .noneMatch(pointer -> place.equals(pointer) || place.startsWith(pointer + "/")))
                    .forEach(place -> findings.add(
                            erratum.id() + " lists a violation at " + place + ", but does not point there"));
        }

        /** What fields and parameters are called, in the contract and in the documents. */
        private Set<String> names() {
            if (names.isEmpty()) {
                spec.files("schemas")
                        .forEach(file ->
                                spec.file(file).path("properties").fieldNames().forEachRemaining(names::add));
                spec.files("parameters")
                        .forEach(file -> names.add(spec.file(file).path("name").asText()));
                spec.files("facts").forEach(file -> names.addAll(spec.file(file).findValuesAsText("name")));
                // One is about all of a type.
                names.add("integers");
            }
            return names;
        }

        private void text(Erratum erratum, JsonNode text, String name) {
            if (!text.isTextual() || text.asText().isBlank()) {
                findings.add(erratum.id() + " has no text for " + name);
            }
        }

        /**
         * What is decided for the two sides is said in sentences, for the contract in its own words: not in each
         * other's.
         */
        private void sentence(Erratum erratum, String side) {
            String text = erratum.node().path("decision").path(side).asText().strip();
            if (!text.matches("(?s)([^\\p{Ll}]|[a-z]+_).*[.]")) {
                findings.add(erratum.id() + " decides for the " + side + " in no sentence: " + text);
            }
        }

        private void checkPointers(Erratum erratum) {
            for (String pointer : erratum.pointers()) {
                pointers++;
                try {
                    if (spec.at(pointer).isMissingNode()) {
                        findings.add(erratum.id() + " points to nothing: " + pointer);
                    }
                } catch (IllegalArgumentException e) {
                    findings.add(erratum.id() + " has the bad pointer " + pointer);
                }
            }
        }

        private void checkOperations(Erratum erratum) {
            Set<String> known = spec.operations().stream().map(Operation::id).collect(Collectors.toSet());
            erratum.operations().stream()
                    .filter(operation -> !operation.equals("all") && !known.contains(operation))
                    .forEach(operation -> findings.add(erratum.id() + " names the unknown operation " + operation));
            erratum.operations().stream()
                    .filter(known::contains)
                    .forEach(operation -> cases.merge(operation, 1, Integer::sum));
            Set<String> used = new TreeSet<>();
            erratum.facts().stream().map(FactDeviation::operation).forEach(used::add);
            erratum.violations().forEach(each -> used.add(each.operation()));
            used.stream()
                    .filter(operation -> !erratum.touches(operation))
                    .forEach(operation ->
                            findings.add(erratum.id() + " has evidence of " + operation + ", which it does not name"));
        }

        void everyToleranceIsAnErratum() {
            for (Tolerance tolerance : tolerances) {
                String what = tolerance.extension() + " at " + tolerance.at();
                Erratum erratum = byId.get(tolerance.erratum());
                if (erratum == null) {
                    findings.add(what + " names the erratum " + tolerance.erratum() + ", which is not there");
                    continue;
                }
                boolean pointed = erratum.pointers().stream()
                        .anyMatch(
                                pointer -> pointer.equals(tolerance.at()) || pointer.startsWith(tolerance.at() + "/"));
                if (!pointed) {
                    findings.add(what + " names " + erratum.id() + ", which does not point back");
                }
                fits(tolerance, what, erratum);
            }
        }

        private void fits(Tolerance tolerance, String what, Erratum erratum) {
            JsonNode schema = tolerance.holder();
            if (!isOfTheType(tolerance.extension(), schema)) {
                findings.add(what + " does not fit a schema of type "
                        + schema.path("type").asText());
            }
            Pattern words = WORDS.get(tolerance.extension());
            if (words != null && !words.matcher(erratum.clientDecision()).find()) {
                findings.add(what + " names " + erratum.id() + ", whose decision for the client does not say so");
            }
        }

        private static boolean isOfTheType(String extension, JsonNode schema) {
            String type = schema.path("type").asText();
            return switch (extension) {
                case "x-reads-text-as-boolean" -> type.equals("boolean");
                case "x-reads-text-as-integer" -> type.equals("integer");
                case "x-reads-time-without-zone" ->
                    schema.path("format").asText().equals("date-time");
                case "x-reads-single-as-list", "x-reads-json-text" -> type.equals("array");
                case "x-reads-list-as-single" -> schema.path("allOf").size() == 1;
                case ALIAS -> !schema.path(ALIAS).path("names").isEmpty();
                case READS_AS -> readsAsFits(schema);
                default -> false;
            };
        }

        private static boolean readsAsFits(JsonNode schema) {
            List<String> values = Errata.texts(schema.path("enum"));
            for (JsonNode each : schema.path(READS_AS)) {
                if (!values.contains(each.path("value").asText())
                        || values.contains(each.path("text").asText())) {
                    return false;
                }
            }
            return true;
        }

        void everyDecisionToTolerateIsInTheContract() {
            for (Erratum erratum : errata) {
                WORDS.forEach((extension, words) -> {
                    if (words.matcher(erratum.clientDecision()).find() && !isTolerated(extension, erratum)) {
                        findings.add(
                                erratum.id() + " decides that the client tolerates, but no " + extension + " names it");
                    }
                });
                documentedValuesThatTheContractLacks(erratum).forEach(value -> {
                    if (!readsAs(erratum).contains(value)) {
                        findings.add(erratum.id() + " replaces the documented value " + value + ", but no " + READS_AS
                                + " has it");
                    }
                });
            }
        }

        /** The two tolerances that are for a type and not for one property: none that is answered may be left out. */
        void everyAnsweredBooleanAndTimeIsTolerant() {
            for (Operation operation : spec.operations()) {
                operation
                        .successStatuses()
                        .forEach(status -> answered(operation.response(status).path("schema"), answered));
            }
        }

        private void answered(JsonNode reference, Set<String> seen) {
            String name = spec.schemaName(reference).orElse("");
            JsonNode schema = spec.schema(reference);
            if (!name.isEmpty() && !seen.add(name)) {
                return;
            }
            schema.path("properties").properties().forEach(property -> {
                JsonNode value = spec.schema(property.getValue());
                String at = name + "." + property.getKey() + " is answered, but lacks ";
                if (value.path("type").asText().equals("boolean") && !value.has("x-reads-text-as-boolean")) {
                    findings.add(at + "x-reads-text-as-boolean");
                }
                if (value.path("format").asText().equals("date-time") && !value.has("x-reads-time-without-zone")) {
                    findings.add(at + "x-reads-time-without-zone");
                }
                answered(property.getValue(), seen);
            });
            if (schema.has("items")) {
                answered(schema.get("items"), seen);
            }
        }

        /** An erratum about another name holds wherever it points to the name. */
        void everyNamesakeThatAnErratumPointsToHasItsOtherNames() {
            List<Tolerance> aliases = tolerances.stream()
                    .filter(tolerance -> tolerance.extension().equals(ALIAS))
                    .toList();
            Set<String> places = aliases.stream().map(Tolerance::at).collect(Collectors.toSet());
            for (Tolerance tolerance : aliases) {
                Erratum erratum = byId.get(tolerance.erratum());
                if (erratum == null) {
                    continue;
                }
                String name = tolerance.at().substring(tolerance.at().lastIndexOf('/'));
                erratum.pointers().stream()
                        .filter(pointer -> pointer.endsWith("/properties" + name) && !places.contains(pointer))
                        .forEach(pointer -> findings.add(pointer + " lacks the x-reads-alias of " + erratum.id()));
            }
        }

        /** Where two types call one thing otherwise, each is read under the other's name as well. */
        void otherNamesGoBothWays() {
            for (Tolerance tolerance : tolerances) {
                Erratum erratum = byId.get(tolerance.erratum());
                if (!tolerance.extension().equals(ALIAS) || erratum == null) {
                    continue;
                }
                String name = tolerance.at().substring(tolerance.at().lastIndexOf('/') + 1);
                for (String other : otherNames(tolerance.holder())) {
                    erratum.pointers().stream()
                            .filter(pointer -> pointer.endsWith("/properties/" + other))
                            .filter(pointer -> !otherNames(spec.at(pointer)).contains(name))
                            .forEach(pointer -> findings.add(
                                    pointer + " is not read as " + name + ", as " + erratum.id() + " decides"));
                }
            }
        }

        private static List<String> otherNames(JsonNode property) {
            return Errata.texts(property.path(ALIAS).path("names"));
        }

        /** What the client is to tolerate it tolerates at each answered place of that kind, not only at one. */
        void everySetPhraseHoldsWhereverItsErratumPoints() {
            for (Erratum erratum : errata) {
                WORDS.forEach((extension, words) -> {
                    if (!extension.equals(ALIAS)
                            && words.matcher(erratum.clientDecision()).find()) {
                        erratum.pointers().stream()
                                .filter(pointer -> pointer.matches("schemas/\\w+[.]yaml#/properties/\\w+"))
                                .filter(pointer -> answered.contains(pointer.replaceAll("schemas/|[.]yaml.*", "")))
                                .filter(pointer -> !NOT_MEANT
                                        .getOrDefault(erratum.id(), Set.of())
                                        .contains(pointer))
                                .filter(pointer -> isOfTheType(extension, spec.at(pointer))
                                        && !spec.at(pointer).has(extension))
                                .forEach(pointer -> findings.add(
                                        pointer + " lacks " + extension + ", which " + erratum.id() + " decides on"));
                    }
                });
            }
        }

        void everyFigureIsStated() {
            Figures figures = new Figures(spec);
            errata.forEach(erratum -> findings.addAll(figures.findings(erratum)));
        }

        void everyPointerIsOfItsErratum() {
            Pointers all = new Pointers(spec);
            errata.forEach(erratum -> findings.addAll(all.findings(erratum)));
        }

        private boolean isTolerated(String extension, Erratum erratum) {
            return tolerances.stream()
                    .anyMatch(each ->
                            each.extension().equals(extension) && each.erratum().equals(erratum.id()));
        }

        private Set<String> readsAs(Erratum erratum) {
            Set<String> texts = new HashSet<>();
            tolerances.stream()
                    .filter(each -> each.extension().equals(READS_AS))
                    .forEach(each -> each.holder().path(READS_AS).forEach(one -> {
                        if (one.path("erratum").asText().equals(erratum.id())) {
                            texts.add(one.path("text").asText());
                        }
                    }));
            return texts;
        }

        private static Set<String> documentedValuesThatTheContractLacks(Erratum erratum) {
            Set<String> values = new TreeSet<>();
            erratum.facts().stream()
                    .filter(fact -> fact.attribute().equals("enum") && fact.at().startsWith("response."))
                    .filter(fact -> fact.spec().isArray())
                    .forEach(fact -> {
                        values.addAll(Errata.texts(fact.documented()));
                        Errata.texts(fact.spec()).forEach(values::remove);
                    });
            return values;
        }
    }
}
