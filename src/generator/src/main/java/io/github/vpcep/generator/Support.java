package io.github.vpcep.generator;

import static io.github.vpcep.generator.Source.Kind.ANSWER;
import static io.github.vpcep.generator.Source.Kind.OPERATION;
import static io.github.vpcep.generator.Source.Kind.OTHER;
import static io.github.vpcep.generator.Source.Kind.PARAMETER;
import static io.github.vpcep.generator.Source.Kind.PATH;
import static io.github.vpcep.generator.Source.Kind.PROPERTY;
import static io.github.vpcep.generator.Source.Kind.SCHEMA;

import io.github.vpcep.generator.Source.Kind;
import io.github.vpcep.generator.Source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What of OpenAPI is not supported: it would be left out, or not compile, if nobody said so. */
final class Support {
    /** Keys with values, both as patterns, and what may stand there instead. */
    private record Limit(String key, String value, String allowed, Set<Kind> places) {}

    private static final List<Limit> LIMITS = List.of(
            limit("options|trace", ".*", "delete, get, head, patch, post, put", PATH),
            limit("in", "(?!path|query).*", "path, query", PARAMETER),
            limit("name", ".*[\"\\\\].*", "a name without quotation mark and backslash", PARAMETER),
            limit("oneOf|not|discriminator", ".*", "one type, or allOf with one $ref", SCHEMA, PROPERTY),
            limit("format", "binary|byte", "text", SCHEMA, PROPERTY),
            limit("pattern", ".*[\"\\\\].*", "a pattern without quotation mark and backslash", SCHEMA, PROPERTY),
            limit(
                    "description|summary",
                    ".*([<>&]|[*]/).*",
                    "text without angle bracket, ampersand and end of a comment",
                    OTHER,
                    OPERATION,
                    PARAMETER,
                    ANSWER,
                    SCHEMA,
                    PROPERTY));

    private Support() {}

    private static Limit limit(String key, String value, String allowed, Kind... places) {
        return new Limit(key, "(?s)" + value, allowed, Set.of(places));
    }

    /** All in a contract that is not supported. */
    static List<String> faults(Source source) {
        List<String> faults = new ArrayList<>();
        for (Place place : source.places()) {
            place.entries().forEach((name, entry) -> {
                Node value = entry.getValueNode();
                String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
                LIMITS.stream()
                        .filter(each -> each.places().contains(place.kind()))
                        .filter(each -> name.matches(each.key()) && text.matches(each.value()))
                        .forEach(each -> faults.add(
                                fault(source, place, entry.getKeyNode(), (name + " " + text).strip(), each.allowed())));
                if (name.equals("anyOf") && !isOpenText(place) && !isChoiceOfTypes(place, value)) {
                    faults.add(
                            fault(
                                    source,
                                    place,
                                    entry.getKeyNode(),
                                    name,
                                    "one type, allOf with one $ref, a text of which some values are known, or an error answer"));
                }
                if (name.equals("enum") && place.text("type").matches("integer|number|boolean")) {
                    faults.add(fault(source, place, entry.getKeyNode(), "enum of this type", "type: string"));
                }
                if (name.equals("content") && value instanceof MappingNode types) {
                    types.getValue().stream()
                            .map(NodeTuple::getKeyNode)
                            .filter(each -> !((ScalarNode) each).getValue().equals("application/json"))
                            .forEach(each -> faults.add(
                                    fault(source, place, each, ((ScalarNode) each).getValue(), "application/json")));
                }
            });
        }
        return faults;
    }

    /** A text that has its known values beside its type. */
    private static boolean isOpenText(Place place) {
        return place.text("type").equals("string");
    }

    /** A schema of its own that leaves the choice between others; {@link Alternatives} says where it may be used. */
    private static boolean isChoiceOfTypes(Place place, Node value) {
        return place.kind() == SCHEMA
                && place.get("type") == null
                && value instanceof SequenceNode list
                && list.getValue().stream()
                        .allMatch(each -> each instanceof MappingNode map
                                && Source.entries(map).containsKey("$ref"));
    }

    private static String fault(Source source, Place place, Node node, String what, String allowed) {
        return source.at(place.file(), node) + ": " + what + " is not supported; allowed: " + allowed;
    }
}
