package io.github.vpcep.generator;

import static io.github.vpcep.generator.Source.Kind.OPERATION;
import static io.github.vpcep.generator.Source.Kind.PARAMETER;
import static io.github.vpcep.generator.Source.Kind.PROPERTY;
import static io.github.vpcep.generator.Source.Kind.SCHEMA;

import io.github.vpcep.generator.Source.Kind;
import io.github.vpcep.generator.Source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Which extensions there are, where each may stand, and what it may say. */
final class Extensions {
    /** What an extension may say, in words. */
    private record Rule(Set<Kind> places, String allowed, Predicate<Node> holds, Predicate<Place> fits, String where) {}

    private static final Map<String, Rule> RULES = rules();
    private static final Pattern OURS = Pattern.compile("x-(java|reads|enum|client)-.*");
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf", "not", "discriminator");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Source source;
    private final List<String> faults = new ArrayList<>();

    private Extensions(Source source) {
        this.source = source;
    }

    /** All that is wrong with the extensions of a contract. */
    static List<String> faults(Source source) {
        Extensions extensions = new Extensions(source);
        source.places().forEach(extensions::check);
        return extensions.faults;
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new TreeMap<>();
        Predicate<Place> anywhere = place -> true;
        rule(rules, "x-java-name", "a Java name", Extensions::isName, "", anywhere, OPERATION, PARAMETER, PROPERTY);
        rule(
                rules,
                "x-java-flat-body",
                "true, or the texts innermost, type and description",
                node -> isTrue(node) || isObject(node, "innermost type description", ""),
                "that has a requestBody",
                has("requestBody"),
                OPERATION);
        rule(
                rules,
                "x-java-calls",
                "a list of calls, each with name, and either with value and summary, and description, returns, without,"
                        + " answer and page if need be, or with parameter",
                node -> isList(
                        node,
                        each -> isObject(each, "name value summary", "description returns without answer page")
                                || isObject(each, "name parameter", "")),
                "",
                anywhere,
                OPERATION);
        rule(rules, "x-java-chosen", "true", Extensions::isTrue, "", anywhere, PROPERTY);
        rule(rules, "x-java-digits", "true", Extensions::isTrue, "of type string", is("type", "string"), PROPERTY);
        rule(rules, "x-java-single", "a Java name", Extensions::isName, "of type array", is("type", "array"), PROPERTY);
        rule(
                rules,
                "x-java-await",
                "a list of waits, each with name, summary and property, and type, until, gone, failed and errors if need be",
                node -> isList(node, each -> isObject(each, "name summary property", "type until gone failed errors")),
                "",
                anywhere,
                OPERATION);
        rule(
                rules,
                "x-java-page",
                "item, items, key and pageSize, and in and order if need be",
                node -> isObject(node, "item items key pageSize", "in order"),
                "",
                anywhere,
                OPERATION);
        rule(rules, "x-idempotent", "true", Extensions::isTrue, "", anywhere, OPERATION);
        rule(
                rules,
                "x-done",
                "codes, a list of error codes, and answer, a path, if need be",
                node -> isObject(node, "codes", "answer"),
                "",
                anywhere,
                OPERATION);
        rule(
                rules,
                "x-client-setting",
                "the Java name of a setting",
                Extensions::isName,
                "of a path",
                is("in", "path"),
                PARAMETER);
        rule(
                rules,
                "x-enum-varnames",
                "a Java constant for each value of enum, none of them twice and none UNKNOWN",
                node -> isList(
                        node,
                        each -> CONSTANT.matcher(text(each)).matches()
                                && !text(each).equals("UNKNOWN")),
                "with an enum",
                has("enum"),
                SCHEMA,
                PROPERTY);
        rule(
                rules,
                "x-enum-descriptions",
                "a text for each value of enum",
                node -> isList(node, Extensions::isText),
                "with an enum",
                has("enum"),
                SCHEMA,
                PROPERTY);
        rule(
                rules,
                "x-reads-as",
                "a list of text, value and erratum",
                node -> isList(node, each -> isObject(each, "text value erratum", "")),
                "with an enum",
                has("enum"),
                SCHEMA,
                PROPERTY);
        rule(
                rules,
                "x-reads-text-as-boolean",
                "the id of an erratum",
                Extensions::isText,
                "of type boolean",
                is("type", "boolean"),
                PROPERTY);
        rule(
                rules,
                "x-reads-text-as-integer",
                "the id of an erratum",
                Extensions::isText,
                "of type integer",
                is("type", "integer"),
                PROPERTY);
        rule(
                rules,
                "x-reads-single-as-list",
                "the id of an erratum",
                Extensions::isText,
                "of type array",
                is("type", "array"),
                PROPERTY);
        rule(rules, "x-reads-list-as-single", "the id of an erratum", Extensions::isText, "", anywhere, PROPERTY);
        rule(
                rules,
                "x-reads-alias",
                "names and erratum",
                node -> isObject(node, "names erratum", ""),
                "",
                anywhere,
                PROPERTY);
        rule(
                rules,
                "x-reads-json-text",
                "the id of an erratum",
                Extensions::isText,
                "of type array",
                is("type", "array"),
                PROPERTY);
        rule(
                rules,
                "x-reads-time-without-zone",
                "the id of an erratum",
                Extensions::isText,
                "of format date-time",
                is("format", "date-time"),
                PROPERTY);
        rule(
                rules,
                "x-error-catalogue",
                "a list of code, name, status, message, meaning, kind and retry",
                node -> isList(node, each -> isObject(each, "code name status message meaning kind retry", "")),
                "with an enum",
                has("enum"),
                SCHEMA);
        return rules;
    }

    private static void rule(
            Map<String, Rule> rules,
            String name,
            String allowed,
            Predicate<Node> holds,
            String where,
            Predicate<Place> fits,
            Kind... places) {
        String kinds = Arrays.stream(places)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        rules.put(name, new Rule(Set.of(places), allowed, holds, fits, (kinds + " " + where).strip()));
    }

    /** What would be left out, or become something else, if nobody said so. */
    private void checkSupport(Place place) {
        place.entries().forEach((name, entry) -> {
            Node value = entry.getValueNode();
            if (Set.of(SCHEMA, PROPERTY).contains(place.kind()) && CHOICES.contains(name)) {
                fault(place, entry.getKeyNode(), name + " is not supported; allowed: one type, or allOf with one $ref");
            } else if (place.kind() == PARAMETER
                    && name.equals("in")
                    && !Set.of("path", "query").contains(text(value))) {
                fault(place, value, "a parameter in " + text(value) + " is not supported; allowed: path, query");
            } else if (name.equals("content") && value instanceof MappingNode types) {
                types.getValue().stream()
                        .map(NodeTuple::getKeyNode)
                        .filter(each -> !text(each).equals("application/json"))
                        .forEach(each ->
                                fault(place, each, text(each) + " is not supported; allowed: application/json"));
            }
        });
    }

    private void check(Place place) {
        checkSupport(place);
        place.entries().forEach((name, entry) -> {
            Rule rule = RULES.get(name);
            if (rule != null) {
                check(place, name, entry, rule);
            } else if (name.startsWith("x-")) {
                checkSpelling(place, name, entry);
            }
        });
    }

    private void check(Place place, String name, NodeTuple entry, Rule rule) {
        if (!rule.places().contains(place.kind()) || !rule.fits().test(place)) {
            fault(place, entry.getKeyNode(), name + " is allowed only in: " + rule.where());
        } else if (!rule.holds().test(entry.getValueNode())) {
            fault(place, entry.getValueNode(), name + " must be " + rule.allowed());
        } else if (name.startsWith("x-enum-")
                && place.get("enum") instanceof SequenceNode values
                && entry.getValueNode() instanceof SequenceNode own) {
            int count = values.getValue().size();
            Set<String> different = new HashSet<>();
            own.getValue().forEach(each -> different.add(text(each)));
            if (own.getValue().size() != count || (name.equals("x-enum-varnames") && different.size() != count)) {
                fault(
                        place,
                        entry.getKeyNode(),
                        name + " has " + different.size() + " for the " + count + " values of enum; it must be "
                                + rule.allowed() + ", in their order");
            }
        }
    }

    private void checkSpelling(Place place, String name, NodeTuple entry) {
        String nearest = Collections.min(RULES.keySet(), Comparator.comparing(each -> distance(name, each)));
        if (OURS.matcher(name).matches() || distance(name, nearest) < 3) {
            fault(
                    place,
                    entry.getKeyNode(),
                    name + " is not known, is " + nearest + " meant? Allowed are " + String.join(", ", RULES.keySet()));
        }
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    private void fault(Place place, Node node, String text) {
        faults.add(source.at(place.file(), node) + ": " + text);
    }

    // What extensions may say

    private static Predicate<Place> has(String key) {
        return place -> place.get(key) != null;
    }

    private static Predicate<Place> is(String key, String value) {
        return place -> place.text(key).equals(value);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static boolean isText(Node node) {
        return !text(node).isBlank();
    }

    private static boolean isTrue(Node node) {
        return text(node).equals("true");
    }

    private static boolean isName(Node node) {
        return SourceVersion.isIdentifier(text(node)) && !SourceVersion.isKeyword(text(node));
    }

    private static boolean isList(Node node, Predicate<Node> each) {
        return node instanceof SequenceNode list
                && !list.getValue().isEmpty()
                && list.getValue().stream().allMatch(each);
    }

    private static boolean isObject(Node node, String required, String optional) {
        if (!(node instanceof MappingNode map)) {
            return false;
        }
        List<String> keys =
                map.getValue().stream().map(each -> text(each.getKeyNode())).toList();
        return keys.containsAll(List.of(required.split(" ")))
                && List.of((required + " " + optional).split(" ")).containsAll(keys);
    }
}
