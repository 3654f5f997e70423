package io.github.vpcep.contract.errata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.errata.Erratum.FactDeviation;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.Printed;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an erratum points, both ways: to each place of its evidence, and to nothing that is of other operations or of a
 * name that it does not speak of.
 */
final class Pointers {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern SCHEMA = Pattern.compile("schemas/(\\w+)\\.yaml");
    private static final String PROPERTIES = "properties";
    private static final String OPERATION_ID = "operationId";

    private final SpecFolder spec;
    private final Map<String, Set<String>> schemasOf = new HashMap<>();
    private final Set<String> schemasOfAny = new HashSet<>();

    Pointers(SpecFolder spec) {
        this.spec = spec;
        for (Operation operation : spec.operations()) {
            Set<String> schemas = new HashSet<>();
            reach(operation.node(), schemas);
            operation.parameters().forEach(parameter -> reach(parameter, schemas));
            schemasOf.put(operation.id(), schemas);
            schemasOfAny.addAll(schemas);
        }
    }

    private void reach(JsonNode node, Set<String> schemas) {
        for (String reference : node.findValuesAsText("$ref")) {
            if (schemas.add(reference.substring(reference.lastIndexOf('/') + 1))) {
                reach(spec.document().at(JsonPointer.compile(reference.substring(1))), schemas);
            }
        }
    }

    /** What is wrong with those of an erratum. */
    List<String> findings(Erratum erratum) {
        List<String> findings = new ArrayList<>();
        erratum.violations().stream()
                .map(each -> Printed.FOLDER + "/" + each.example() + "#" + each.at())
                .filter(place -> !isPointedTo(place, erratum))
                .forEach(place -> findings.add(erratum.id() + " does not point to its violation at " + place));
        for (FactDeviation fact : erratum.facts()) {
            List<String> places = places(fact);
            if (!places.isEmpty() && places.stream().noneMatch(place -> isPointedTo(place, erratum))) {
                findings.add(erratum.id() + " does not point to the place of its fact " + fact.at());
            }
        }
        Set<String> words = words(erratum);
        for (String pointer : erratum.pointers()) {
            if (!isOfItsOperations(pointer, erratum)) {
                findings.add(erratum.id() + " points to what its operations do not have: " + pointer);
            }
            String name = name(pointer);
            if (!name.isEmpty() && !words.contains(name)) {
                findings.add(erratum.id() + " points to " + pointer + ", but does not speak of " + name);
            }
        }
        return findings;
    }

    /** A pointer to what holds the place will do, and one to a part of it. */
    private static boolean isPointedTo(String place, Erratum erratum) {
        return erratum.pointers().stream()
                .anyMatch(pointer -> isIn(place, pointer)
                        || isIn(pointer, place)
                        || pointer.equals(place.replaceFirst("#.*", "#/required")));
    }

    private static boolean isIn(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + (outer.contains("#") ? "/" : "#"));
    }

    /** The places of a documented row in the contract, if it is a parameter or a property. */
    private List<String> places(FactDeviation fact) {
        List<String> parts = Arrays.asList(fact.at().split("\\."));
        String name = parts.get(parts.size() - 1);
        if (Set.of("path", "query").contains(parts.get(0))) {
            return spec.files("parameters").stream()
                    .filter(file -> spec.file(file).path("name").asText().equals(name))
                    .toList();
        }
        JsonNode objects = spec.file("facts/objects.yaml");
        String object = parts.get(Math.max(0, parts.size() - 2));
        String schema = objects.path(fact.operation())
                .path(parts.get(0))
                .path(object)
                .asText(objects.path("all").path("error").path(object).asText());
        String place = "schemas/" + schema + ".yaml#/properties/" + name;
        return spec.at(place).isMissingNode() ? List.of() : List.of(place);
    }

    private boolean isOfItsOperations(String pointer, Erratum erratum) {
        if (erratum.touches(Erratum.ALL)) {
            return true;
        }
        if (pointer.startsWith(Printed.FOLDER)) {
            String file = file(pointer);
            return erratum.touches(file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\..*", ""));
        }
        if (pointer.startsWith("paths/")) {
            return operations(pointer).stream().anyMatch(erratum::touches);
        }
        Matcher schema = SCHEMA.matcher(file(pointer));
        return !schema.matches()
                || !schemasOfAny.contains(schema.group(1))
                || erratum.operations().stream()
                        .anyMatch(each -> schemasOf.getOrDefault(each, Set.of()).contains(schema.group(1)));
    }

    /** The operation that holds the place, or those that it holds. */
    private List<String> operations(String pointer) {
        JsonNode node = spec.file(file(pointer));
        for (JsonPointer rest = inside(pointer); !rest.matches() && !node.has(OPERATION_ID); rest = rest.tail()) {
            node = node.path(rest.getMatchingProperty());
        }
        return node.has(OPERATION_ID) ? List.of(node.get(OPERATION_ID).asText()) : node.findValuesAsText(OPERATION_ID);
    }

    /** The parameter, the property or the key of a printed body that it points to; empty when it is something else. */
    private String name(String pointer) {
        if (pointer.startsWith("parameters/")) {
            return spec.file(file(pointer)).path("name").asText();
        }
        boolean printed = pointer.startsWith(Printed.FOLDER);
        String name = "";
        for (JsonPointer rest = inside(pointer); !rest.matches(); rest = rest.tail()) {
            boolean names = printed
                    ? rest.getMatchingIndex() < 0
                    : rest.getMatchingProperty().equals(PROPERTIES);
            JsonPointer at = printed ? rest : rest.tail();
            if (names && (printed || pointer.startsWith("schemas/")) && !at.matches()) {
                name = at.getMatchingProperty();
            }
        }
        return name;
    }

    /** All that it says, and the names of the rows that it is about. */
    private static Set<String> words(Erratum erratum) {
        Set<String> words = new HashSet<>();
        List<String> texts = new ArrayList<>();
        List.of("field", "documents", "decision", "reason")
                .forEach(each -> texts.add(erratum.node().path(each).toString()));
        erratum.facts().forEach(fact -> texts.add(fact.at()));
        texts.forEach(text -> WORD.matcher(text).results().forEach(word -> {
            words.add(word.group());
            words.addAll(Arrays.asList(word.group().split("-")));
        }));
        return words;
    }

    private static String file(String pointer) {
        return pointer.replaceFirst("#.*", "");
    }

    private static JsonPointer inside(String pointer) {
        return JsonPointer.compile(pointer.contains("#") ? pointer.substring(pointer.indexOf('#') + 1) : "");
    }
}
