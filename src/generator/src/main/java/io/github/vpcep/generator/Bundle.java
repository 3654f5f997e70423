package io.github.vpcep.generator;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A contract of many files as one document: a file in a folder of components becomes the component of its name. */
final class Bundle {
    /** The folders, which are named as OpenAPI names the kinds of components, in the order in which they come out. */
    private static final List<String> KINDS = List.of("schemas", "responses", "parameters", "headers", "examples");

    private static final String FOR_JAVA = "x-java-";
    private static final String CONSTANTS = "x-enum-varnames";
    private static final String COMPONENTS = "components";
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(
                    YAMLGenerator.Feature.MINIMIZE_QUOTES,
                    YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new Quoting())
            .build());

    private final Path entry;
    private final Map<Path, JsonNode> files = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> components = new HashMap<>();
    private final Map<String, Path> origins = new HashMap<>();

    private Bundle(Path entry) {
        this.entry = entry;
    }

    /**
     * Puts a contract together.
     *
     * @param entry the file that refers to all others
     * @throws ContractException if two components of a kind have the same name, or a reference leads nowhere
     */
    static ObjectNode of(Path entry) {
        Path file = entry.toAbsolutePath().normalize();
        Bundle bundle = new Bundle(file);
        ObjectNode document = (ObjectNode) bundle.bundled(bundle.file(file), file);
        bundle.addComponents(document);
        return document;
    }

    /**
     * A copy without what only a generator of Java reads, and without names of constants that each generator finds by
     * itself: that of Python, told a name, looks for a default by another.
     */
    static ObjectNode withoutJava(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        removeJava(copy);
        return copy;
    }

    static String yaml(JsonNode document) {
        return written(YAML.writer(), document);
    }

    static String json(JsonNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return written(
                        JSON.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter)),
                        document)
                + "\n";
    }

    private static String written(ObjectWriter writer, JsonNode document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeJava(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (name.startsWith(FOR_JAVA) || (name.equals(CONSTANTS) && areValuesInCapitals(object))) {
                    names.remove();
                }
            }
        }
        node.forEach(Bundle::removeJava);
    }

    private static boolean areValuesInCapitals(ObjectNode schema) {
        ArrayNode capitals = JSON.createArrayNode();
        schema.path("enum").forEach(each -> capitals.add(each.asText().toUpperCase(Locale.ROOT)));
        return schema.get(CONSTANTS).equals(capitals);
    }

    private JsonNode file(Path file) {
        return files.computeIfAbsent(file, each -> {
            try {
                return YAML.readTree(Files.readString(each));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private JsonNode bundled(JsonNode node, Path file) {
        if (node.path("$ref").isTextual()) {
            return referred(node.get("$ref").asText(), file);
        }
        if (node instanceof ObjectNode) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(each -> copy.set(each.getKey(), bundled(each.getValue(), file)));
            return copy;
        }
        if (node instanceof ArrayNode) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(each -> copy.add(bundled(each, file)));
            return copy;
        }
        return node;
    }

    private JsonNode referred(String reference, Path from) {
        int hash = reference.indexOf('#');
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        String relative = hash < 0 ? reference : reference.substring(0, hash);
        Path target = relative.isEmpty() ? from : from.resolveSibling(relative).normalize();
        if (target.equals(entry)) {
            return reference("#" + pointer);
        }
        String kind = kind(target);
        if (pointer.isEmpty() && KINDS.contains(kind)) {
            String name = String.valueOf(target.getFileName()).replaceFirst("\\.\\w+$", "");
            component(kind, name, target);
            return reference("#/" + COMPONENTS + "/" + kind + "/" + name);
        }
        JsonNode found = file(target).at(JsonPointer.compile(pointer));
        if (found.isMissingNode()) {
            throw new ContractException(List.of(from.getFileName() + ": " + reference + " leads nowhere"));
        }
        return bundled(found, target);
    }

    /** The folder of the contract, or of another one beside it or around it, in which a file is. */
    private String kind(Path file) {
        Path way = entry.resolveSibling("").relativize(file);
        int at = 0;
        while (way.getName(at).toString().equals("..")) {
            at++;
        }
        return way.getName(at).toString();
    }

    private static ObjectNode reference(String to) {
        return JSON.createObjectNode().put("$ref", to);
    }

    private void component(String kind, String name, Path file) {
        Path other = origins.putIfAbsent(kind + "/" + name, file);
        if (other == null) {
            JsonNode made = kind.equals("examples") ? file(file) : bundled(file(file), file);
            components.computeIfAbsent(kind, each -> new TreeMap<>()).put(name, made);
        } else if (!other.equals(file)) {
            throw new ContractException(List.of(name + " is the name of two files in " + kind));
        }
    }

    /** Adds what was referred to beside the components that the entry itself has. */
    private void addComponents(ObjectNode document) {
        ObjectNode all = JSON.createObjectNode();
        JsonNode own = document.path(COMPONENTS);
        KINDS.forEach(kind -> {
            Map<String, JsonNode> named = new TreeMap<>(components.getOrDefault(kind, Map.of()));
            own.path(kind).properties().forEach(each -> named.putIfAbsent(each.getKey(), each.getValue()));
            if (!named.isEmpty()) {
                all.set(kind, JSON.createObjectNode().setAll(named));
            }
        });
        own.properties().stream()
                .filter(each -> !KINDS.contains(each.getKey()))
                .forEach(each -> all.set(each.getKey(), each.getValue()));
        if (!all.isEmpty()) {
            document.set(COMPONENTS, all);
        }
    }

    /** Quotes what other readers of YAML take for a time or a number: all that begins with a digit. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || (!value.isEmpty() && Character.isDigit(value.charAt(0)));
        }
    }
}
