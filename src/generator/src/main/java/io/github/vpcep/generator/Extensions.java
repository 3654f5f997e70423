package io.github.vpcep.generator;

import io.github.vpcep.generator.Source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openapitools.codegen.utils.CamelizeOption;
import org.openapitools.codegen.utils.StringUtils;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Which extensions there are, where each may stand, and what it may say. */
final class Extensions {
    /** What an extension may say, in words and as a check. */
    private record Form(String allowed, Predicate<Node> holds) {
        Form or(Form other) {
            return new Form(allowed + ", or " + other.allowed, holds.or(other.holds));
        }
    }

    /** What an extension may say, and where it may stand, in words of which some are the names of kinds. */
    private record Rule(Form form, String where) {
        private static final Pattern WHERE = Pattern.compile("(.*?)(?: with (\\w+)(?:: (.*))?)?");

        boolean fits(Place place) {
            Matcher parts = WHERE.matcher(where);
            return parts.matches()
                    && List.of(parts.group(1).split(", "))
                            .contains(place.kind().name().toLowerCase(Locale.ROOT))
                    && (parts.group(2) == null || place.get(parts.group(2)) != null)
                    && (parts.group(3) == null || place.text(parts.group(2)).equals(parts.group(3)));
        }
    }

    private static final Form TRUE = new Form("true", node -> text(node).equals("true"));
    private static final Form NAME = new Form("a Java name that no type has from elsewhere", Extensions::isName);
    private static final Form TEXT = new Form("a text", node -> !text(node).isBlank());
    private static final Form ERRATUM = new Form("the id of an erratum", TEXT.holds);
    private static final Form TEXTS = new Form("a text for each value of enum", list(TEXT).holds);
    private static final Form CONSTANTS = new Form(
            "a Java constant for each value of enum, none of them twice and none UNKNOWN",
            list(new Form("", Extensions::isConstant)).holds);
    private static final Map<String, Rule> RULES = new TreeMap<>(Map.ofEntries(
            rule("x-java-name", NAME, "operation, parameter, property"),
            rule("x-java-flat-body", TRUE, "operation with requestBody"),
            rule(
                    "x-java-calls",
                    list(object("name! summary with:", "description returns without answer! page")
                            .or(object("name! parameter!", ""))),
                    "operation"),
            rule("x-java-digits", TRUE, "property with type: string"),
            rule("x-java-single", NAME, "property with type: array"),
            rule("x-java-await", list(object("name! summary property!", "until gone failed errors!")), "operation"),
            rule("x-java-page", object("items! key! pageSize#", "order"), "operation"),
            rule("x-since", TEXT, "operation, parameter, property"),
            rule("x-known-from", TEXT, "parameter, property"),
            rule("x-idempotent", TRUE, "operation"),
            rule("x-done", object("codes", "answer"), "operation"),
            rule("x-regions", list(object("id constant! name", "")), "server"),
            rule("x-iam-url", TEXT, "server"),
            rule("x-client-setting", NAME, "parameter with in: path"),
            rule("x-enum-varnames", CONSTANTS, "schema, property with enum"),
            rule("x-enum-descriptions", TEXTS, "schema, property with enum"),
            rule("x-reads-as", list(object("text value erratum", "")), "schema, property with enum"),
            rule("x-reads-text-as-boolean", ERRATUM, "property with type: boolean"),
            rule("x-reads-text-as-integer", ERRATUM, "property with type: integer"),
            rule("x-reads-single-as-list", ERRATUM, "property with type: array"),
            rule("x-reads-list-as-single", ERRATUM, "property"),
            rule("x-reads-alias", object("names erratum", ""), "property"),
            rule("x-reads-json-text", ERRATUM, "property with type: array"),
            rule("x-reads-time-without-zone", ERRATUM, "property with format: date-time"),
            rule(
                    "x-error-catalogue",
                    list(object("code name! status# message meaning kind! retry!", "")),
                    "schema with enum")));
    private static final String MARK = "[!#:]";
    private static final Pattern OURS = Pattern.compile("x-(java|reads|enum|client)-.*");

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

    private static Map.Entry<String, Rule> rule(String name, Form form, String where) {
        return Map.entry(name, new Rule(form, where));
    }

    private static Form list(Form each) {
        return new Form(
                "a list of " + each.allowed,
                node -> node instanceof SequenceNode list
                        && !list.getValue().isEmpty()
                        && list.getValue().stream().allMatch(each.holds));
    }

    /**
     * Of keys that must be there and of those that may; the value of one with "!" is a Java name, with "#" a number,
     * with ":" an object.
     */
    private static Form object(String required, String optional) {
        List<String> must = List.of(required.split(" "));
        List<String> may =
                Stream.concat(must.stream(), Stream.of(optional.split(" "))).toList();
        String words = required.replace(" ", ", ")
                + (optional.isEmpty() ? "" : ", and " + optional.replace(" ", ", ") + " if need be");
        return new Form("what has " + words.replaceAll(MARK, ""), node -> {
            if (!(node instanceof MappingNode map)) {
                return false;
            }
            List<String> marked = map.getValue().stream()
                    .map(each -> may.stream()
                            .filter(key -> key.replaceAll(MARK, "").equals(text(each.getKeyNode())))
                            .filter(key -> isMarked(key, each.getValueNode()))
                            .findFirst()
                            .orElse(""))
                    .toList();
            return marked.containsAll(must) && !marked.contains("");
        });
    }

    private static boolean isMarked(String key, Node value) {
        return switch (key.charAt(key.length() - 1)) {
            case '!' -> isName(value);
            case '#' -> text(value).matches("[0-9]+");
            case ':' -> value instanceof MappingNode;
            default -> true;
        };
    }

    private void check(Place place) {
        checkNames(place);
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
        if (!rule.fits(place)) {
            fault(place, entry.getKeyNode(), name + " is allowed only in: " + rule.where());
        } else if (!rule.form().holds().test(entry.getValueNode())) {
            fault(place, entry.getValueNode(), name + " must be " + rule.form().allowed());
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
                                + rule.form().allowed() + ", in their order");
            }
        }
    }

    /** Two properties of a type by one Java name. */
    private void checkNames(Place place) {
        Map<String, String> names = new HashMap<>();
        if (!(place.get("properties") instanceof MappingNode properties)) {
            return;
        }
        for (NodeTuple property : properties.getValue()) {
            String wire = text(property.getKeyNode());
            NodeTuple own = Source.entries(property.getValueNode()).get("x-java-name");
            String name = own == null
                    ? StringUtils.camelize(wire, CamelizeOption.LOWERCASE_FIRST_LETTER)
                    : text(own.getValueNode());
            if (wire.matches(".*[\"\\\\].*")) {
                fault(
                        place,
                        property.getKeyNode(),
                        wire + " is not supported; allowed: a name without quotation mark and backslash");
            }
            String other = names.put(name, wire);
            if (other != null) {
                fault(
                        place,
                        property.getKeyNode(),
                        other + " and " + wire + " are both " + name + " in Java; one needs another x-java-name");
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

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static boolean isName(Node node) {
        return SourceVersion.isName(text(node)) && !text(node).contains(".") && !Words.TAKEN.contains(text(node));
    }

    private static boolean isConstant(Node node) {
        return text(node).matches("[A-Z][A-Z0-9_]*") && !text(node).equals("UNKNOWN");
    }
}
