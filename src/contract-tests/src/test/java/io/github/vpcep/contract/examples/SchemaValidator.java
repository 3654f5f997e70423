package io.github.vpcep.contract.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An independent validator, which knows the contract's document and nothing of the generated code. */
public final class SchemaValidator {
    private static final String DOCUMENT = "https://vpcep.test/openapi.json";

    /** It learns the schemas as it meets them, and many damaged copies have the same. */
    private static final SchemaValidator OF_REPOSITORY =
            new SchemaValidator(SpecFolder.ofRepository().document());

    /** The whole document: looked up by itself, each schema in it would be read from the text of all. */
    private final Schema document;

    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Validates against the schemas of a document without references to other files. */
    public static SchemaValidator of(JsonNode document) {
        return document.equals(SpecFolder.ofRepository().document()) ? OF_REPOSITORY : new SchemaValidator(document);
    }

    private SchemaValidator(JsonNode document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        this.document = SchemaRegistry.withDefaultDialect(
                        Dialects.getOpenApi30(),
                        builder -> builder.schemaRegistryConfig(config).schemas(Map.of(DOCUMENT, document.toString())))
                .getSchema(SchemaLocation.of(DOCUMENT));
    }

    /**
     * Validates.
     *
     * @param schema a JSON pointer into the document
     * @param instance a value
     * @return what is wrong
     */
    public Set<Fault> faults(String schema, JsonNode instance) {
        List<Error> errors = schemas.computeIfAbsent(
                        schema,
                        each -> document.getRefSchema(
                                SchemaLocation.of(DOCUMENT + "#" + each).getFragment()))
                .validate(instance.toString(), InputFormat.JSON);
        return errors.stream()
                .map(error -> new Fault(error.getInstanceLocation().toString(), error.getKeyword(), error.getMessage()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * One thing that is wrong.
     *
     * @param at a JSON pointer into the value
     * @param keyword the keyword of the schema that fails
     * @param message the validator's words
     */
    public record Fault(String at, String keyword, String message) implements Comparable<Fault> {
        @Override
        public int compareTo(Fault other) {
            return toString().compareTo(other.toString());
        }
    }
}
