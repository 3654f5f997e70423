package io.github.vpcep.generator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A contract as it stands in its files: what parsers lose, which is where a thing stands and what it is there. */
final class Source {
    /** What can stand in a contract and carry extensions. */
    enum Kind {
        DOCUMENT,
        SERVER,
        OTHER,
        PATH,
        OPERATION,
        PARAMETER,
        BODY,
        ANSWER,
        MEDIA,
        SCHEMA,
        PROPERTY
    }

    /** A thing in a contract; its entries by name. */
    record Place(Kind kind, URI file, Map<String, NodeTuple> entries) {
        @Nullable
        Node get(String name) {
            NodeTuple entry = entries.get(name);
            return entry == null ? null : entry.getValueNode();
        }

        String text(String name) {
            return get(name) instanceof ScalarNode scalar ? scalar.getValue() : "";
        }
    }

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final URI root;
    private final URI folder;
    private final Map<URI, Node> files = new HashMap<>();
    private final IdentityHashMap<Node, Kind> seen = new IdentityHashMap<>();
    private final List<Place> places = new ArrayList<>();

    private Source(URI entry) {
        this.root = entry.resolve("..");
        this.folder = entry.resolve(".");
    }

    /** Reads the entry file of a contract, and all that it refers to. */
    static Source of(String spec) {
        URI entry = spec.matches("\\w{2,}:.*")
                ? URI.create(spec)
                : Path.of(spec).toAbsolutePath().normalize().toUri();
        Source source = new Source(entry);
        source.visit(Kind.DOCUMENT, entry, source.file(entry));
        return source;
    }

    /** All that stands in the contract, in the order in which it is referred to. */
    List<Place> places() {
        return places;
    }

    /** The names of the schemas whose files lie outside of the contract's folder. */
    Set<String> outside() {
        return files.keySet().stream()
                .filter(each -> folder.relativize(each).equals(each))
                .map(each -> each.getPath().replaceAll(".*/|\\.\\w+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file and the line of an extension of an operation, or of the operation. */
    String operation(String id, String extension) {
        for (Place place : places) {
            NodeTuple entry =
                    place.entries().getOrDefault(extension, place.entries().get("operationId"));
            if (place.kind() == Kind.OPERATION
                    && entry != null
                    && place.text("operationId").equals(id)) {
                return at(place.file(), entry.getKeyNode());
            }
        }
        return id;
    }

    /** The file, beginning with the contract's folder, and the line. */
    String at(URI file, Node node) {
        return root.relativize(file) + ":" + (node.getStartMark().getLine() + 1);
    }

    private Node file(URI file) {
        return files.computeIfAbsent(file, each -> {
            try (Reader reader = new InputStreamReader(each.toURL().openStream(), StandardCharsets.UTF_8)) {
                return new Yaml().compose(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void visit(Kind kind, URI file, @Nullable Node node) {
        if (!(node instanceof MappingNode)) {
            return;
        }
        Map<String, NodeTuple> entries = entries(node);
        if (entries.containsKey("$ref")) {
            URI target = file.resolve(((ScalarNode) entries.get("$ref").getValueNode()).getValue());
            URI other = URI.create(target.toString().replaceAll("#.*", ""));
            visit(kind == Kind.PROPERTY ? Kind.SCHEMA : kind, other, pointed(file(other), target.getFragment()));
        } else if (seen.put(node, kind) != kind) {
            Place place = new Place(kind, file, entries);
            places.add(place);
            visitChildren(place);
        }
    }

    private void visitChildren(Place place) {
        switch (place.kind()) {
            case DOCUMENT -> {
                each(place, "servers", Kind.SERVER);
                each(place, "tags", Kind.OTHER);
                visit(Kind.OTHER, place.file(), place.get("info"));
                each(place, "paths", Kind.PATH);
                if (place.get("components") instanceof MappingNode components) {
                    Place named = new Place(place.kind(), place.file(), entries(components));
                    each(named, "schemas", Kind.SCHEMA);
                    each(named, "parameters", Kind.PARAMETER);
                    each(named, "requestBodies", Kind.BODY);
                    each(named, "responses", Kind.ANSWER);
                }
            }
            case PATH -> {
                each(place, "parameters", Kind.PARAMETER);
                METHODS.forEach(method -> visit(Kind.OPERATION, place.file(), place.get(method)));
            }
            case OPERATION -> {
                each(place, "parameters", Kind.PARAMETER);
                visit(Kind.BODY, place.file(), place.get("requestBody"));
                each(place, "responses", Kind.ANSWER);
            }
            case PARAMETER, MEDIA -> visit(Kind.SCHEMA, place.file(), place.get("schema"));
            case BODY, ANSWER -> each(place, "content", Kind.MEDIA);
            case SCHEMA, PROPERTY -> {
                each(place, "properties", Kind.PROPERTY);
                visit(Kind.SCHEMA, place.file(), place.get("items"));
                visit(Kind.SCHEMA, place.file(), place.get("additionalProperties"));
                List.of("allOf", "oneOf", "anyOf").forEach(list -> each(place, list, Kind.SCHEMA));
            }
            case SERVER -> each(place, "variables", Kind.OTHER);
            case OTHER -> {}
        }
    }

    private void each(Place place, String name, Kind kind) {
        children(place.get(name)).forEach(child -> visit(kind, place.file(), child));
    }

    private static List<Node> children(@Nullable Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        return node instanceof MappingNode map
                ? map.getValue().stream().map(NodeTuple::getValueNode).toList()
                : List.of();
    }

    /** The entries of a map by name. */
    static Map<String, NodeTuple> entries(Node node) {
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        ((MappingNode) node).getValue().forEach(each -> entries.put(((ScalarNode) each.getKeyNode()).getValue(), each));
        return entries;
    }

    private static @Nullable Node pointed(Node node, @Nullable String pointer) {
        Node found = node;
        for (String step : pointer == null || pointer.isEmpty()
                ? new String[0]
                : pointer.substring(1).split("/")) {
            NodeTuple entry = entries(found).get(step.replace("~1", "/").replace("~0", "~"));
            if (entry == null) {
                return null;
            }
            found = entry.getValueNode();
        }
        return found;
    }
}
