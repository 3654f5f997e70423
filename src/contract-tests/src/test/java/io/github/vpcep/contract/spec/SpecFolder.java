package io.github.vpcep.contract.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.vpcep.prism.RepositoryRoot;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A spec folder: its files as they are, and the one document that Swagger Parser makes of them. */
public final class SpecFolder {
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** By their text: a damaged copy has most files as they were. */
    private static final Map<String, JsonNode> PARSED = new ConcurrentHashMap<>();

    /** Twice as many as there are, and memory for all of them. */
    private static final int MANY = 800;

    private static final String ENTRY = "openapi.yaml";

    /** What else the document is put together from. */
    private static final List<String> DOCUMENT_FOLDERS =
            List.of("paths", "schemas", "parameters", "responses", "headers", "examples");

    private static @Nullable SpecFolder ofRepository;

    private final Path path;
    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();
    private final Map<String, List<String>> folders = new ConcurrentHashMap<>();

    /**
     * Where the document comes from; it is read when it is wanted, for that takes longer than most that is done here.
     */
    private final Supplier<Document> source;

    private @Nullable Document document;
    private @Nullable List<Operation> operations;

    private SpecFolder(Path path, Supplier<Document> source) {
        this.path = path;
        this.source = source;
    }

    private record Document(JsonNode tree, List<String> messages) {
        static Document in(Path folder) {
            SwaggerParseResult parsed = parse(folder.resolve(ENTRY).toString());
            return new Document(
                    parsed.getOpenAPI() == null ? MissingNode.getInstance() : SpecFolder.tree(parsed),
                    parsed.getMessages() == null ? List.of() : List.copyOf(parsed.getMessages()));
        }
    }

    private synchronized Document whole() {
        if (document == null) {
            document = source.get();
        }
        return document;
    }

    /** Reads a folder; a document that cannot be read shows in {@link #messages()}. */
    public static SpecFolder at(Path path) {
        return new SpecFolder(path, () -> Document.in(path));
    }

    /** Reads a copy of this repository's folder in which no file of the document is another. */
    public static SpecFolder withSameDocument(Path path) {
        return new SpecFolder(path, ofRepository()::whole);
    }

    /**
     * Reads a folder whose document lies in another one as JSON, for Swagger Parser takes most of its time for YAML.
     */
    public static SpecFolder withDocumentIn(Path json, Path path) {
        return new SpecFolder(path, () -> Document.in(json));
    }

    /** Whether the document is put together from that file, among others. */
    public static boolean isOfDocument(String file) {
        return file.equals(ENTRY) || DOCUMENT_FOLDERS.contains(file.replaceFirst("/[^/]*$", ""));
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of this repository, read once. */
    public static synchronized SpecFolder ofRepository() {
        if (ofRepository == null) {
            ofRepository = at(RepositoryRoot.find().resolve("spec"));
        }
        return ofRepository;
    }

    /** What Swagger Parser makes of a document at a path or address. */
    public static SwaggerParseResult parse(String location) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readLocation(location, null, options);
    }

    /** A document at a path as Swagger Parser understands it. */
    public static JsonNode document(Path file) {
        return tree(parse(file.toString()));
    }

    private static JsonNode tree(SwaggerParseResult parsed) {
        try {
            // By way of text, so that every value is of a JSON type.
            return JSON.readTree(Json.mapper().writeValueAsString(parsed.getOpenAPI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads YAML or JSON, by the file's name; a key that occurs twice is a fault. Not to be changed. */
    public static JsonNode read(Path file) {
        try {
            boolean json = file.toString().endsWith(".json");
            String text = Files.readString(file);
            String key = json + text;
            JsonNode parsed = PARSED.get(key);
            if (parsed == null) {
                parsed = (json ? JSON : YAML).readTree(text);
                if (PARSED.size() > MANY) {
                    PARSED.clear();
                }
                PARSED.put(key, parsed);
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** Reads YAML from elsewhere than a spec folder. */
    public static JsonNode readYaml(InputStream yaml) throws IOException {
        return YAML.readTree(yaml);
    }

    /** Whether a text is JSON to the letter. */
    public static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a text that is JSON to the letter. */
    public static JsonNode readJson(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** What Swagger Parser complained about. */
    public List<String> messages() {
        return whole().messages();
    }

    /** One document without references to other files; missing when it could not be read. */
    public JsonNode document() {
        return whole().tree();
    }

    /** A file as it is. */
    public JsonNode file(String relative) {
        return files.computeIfAbsent(relative, name -> read(path.resolve(name)));
    }

    /** Whether there is such a file. */
    public boolean hasFile(String relative) {
        return files.containsKey(relative) || Files.isRegularFile(path.resolve(relative));
    }

    /** The names of the files that lie directly in a folder, relative to this one. */
    public List<String> files(String folder) {
        return folders.computeIfAbsent(
                folder,
                name -> filesIn(path.resolve(name)).stream()
                        .map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList());
    }

    /** What a pointer such as {@code schemas/Tag.yaml#/properties/key} names; missing when it names nothing. */
    public JsonNode at(String pointer) {
        int hash = pointer.indexOf('#');
        String file = hash < 0 ? pointer : pointer.substring(0, hash);
        String inside = hash < 0 ? "" : pointer.substring(hash + 1);
        return hasFile(file) ? file(file).at(JsonPointer.compile(inside)) : MissingNode.getInstance();
    }

    /** The operations of the document. */
    public synchronized List<Operation> operations() {
        if (operations == null) {
            operations = document().path("paths").properties().stream()
                    .flatMap(item -> item.getValue().properties().stream()
                            .filter(entry -> entry.getValue().has("responses"))
                            .map(entry -> Operation.of(
                                    this, item.getKey(), item.getValue(), entry.getKey(), entry.getValue())))
                    .toList();
        }
        return operations;
    }

    /** The operation of that id. */
    public Optional<Operation> operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** What a reference inside the document leads to, or the node itself. */
    public JsonNode resolve(JsonNode node) {
        JsonNode target = node;
        while (target.path("$ref").asText().startsWith("#")) {
            target = document()
                    .at(JsonPointer.compile(target.get("$ref").asText().substring(1)));
        }
        return target;
    }

    /** A schema with its reference, or its one {@code allOf}, put in place; its own keywords win. */
    public JsonNode schema(JsonNode node) {
        JsonNode schema = resolve(node);
        if (schema.path("allOf").size() != 1) {
            return schema;
        }
        ObjectNode merged = JSON.createObjectNode();
        merged.setAll((ObjectNode) schema(schema.get("allOf").get(0)).deepCopy());
        schema.properties().stream()
                .filter(entry -> !entry.getKey().equals("allOf"))
                .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }

    /** The name of the component that a schema refers to, empty for a schema of its own. */
    public Optional<String> schemaName(JsonNode node) {
        String reference = node.path("allOf").size() == 1
                ? node.path("allOf").get(0).path("$ref").asText()
                : node.path("$ref").asText();
        return reference.isEmpty()
                ? Optional.empty()
                : Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** A schema of the document by its name; missing when there is none. */
    public JsonNode component(String schema) {
        return document().path("components").path("schemas").path(schema);
    }

    /** The schema of the value at a place inside a value of the given schema; missing when the schema has none. */
    public JsonNode schemaAt(JsonNode root, JsonPointer place) {
        JsonNode schema = schema(root);
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            schema = schema(
                    rest.getMatchingIndex() >= 0 && schema.has("items")
                            ? schema.get("items")
                            : schema.path("properties").path(rest.getMatchingProperty()));
        }
        return schema;
    }
}
