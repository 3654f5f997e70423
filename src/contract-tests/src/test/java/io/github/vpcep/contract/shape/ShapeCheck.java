package io.github.vpcep.contract.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.SpecFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Each file of the contract has the keys of its kind, and values of their kinds, as {@code shapes.yaml} lists them:
 * what stands elsewhere or is misspelt is read by nobody, and a parser drops it without a word.
 */
public final class ShapeCheck implements Check {
    private static final String SHAPES = "https://vpcep.test/shapes.json";

    /** The folders, each by the name of its shape; files that have one of their own are held to that. */
    private static final List<String> FOLDERS =
            List.of("paths", "schemas", "parameters", "responses", "headers", "examples", "facts", "facts/editions");

    private static final List<String> FILES = List.of("openapi.yaml", "errata.yaml", "facts/objects.yaml");

    /** Shape and content of files without a fault: a damaged copy has most as they were. */
    private static final Set<Map.Entry<String, JsonNode>> SOUND = ConcurrentHashMap.newKeySet();

    private static final Map<String, Schema> OF = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "Shape";
    }

    @Override
    public Result run(SpecFolder spec) {
        List<String> findings = new ArrayList<>();
        FILES.forEach(file -> look(spec, file, file, findings));
        int looked = FILES.size();
        for (String folder : FOLDERS) {
            for (String file : spec.files(folder)) {
                if (!FILES.contains(file)) {
                    look(spec, folder, file, findings);
                    looked++;
                }
            }
        }
        return new Result("Shape: " + looked + " files", findings);
    }

    private static void look(SpecFolder spec, String shape, String file, List<String> findings) {
        Map.Entry<String, JsonNode> content = Map.entry(shape, spec.file(file));
        if (!SOUND.contains(content)) {
            List<String> faults = faults(shape, content.getValue());
            faults.forEach(fault -> findings.add(file + " " + fault));
            if (faults.isEmpty()) {
                SOUND.add(content);
            }
        }
    }

    private static List<String> faults(String shape, JsonNode content) {
        return OF.computeIfAbsent(shape, ShapeCheck::schema).validate(content.toString(), InputFormat.JSON).stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    private static Schema schema(String shape) {
        return SchemaRegistry.withDefaultDialect(
                        Dialects.getDraft202012(), builder -> builder.schemas(Map.of(SHAPES, Shapes.TEXT)))
                .getSchema(SchemaLocation.of(
                        SHAPES + "#/$defs/" + shape.replace("~", "~0").replace("/", "~1")));
    }

    /** The shapes as JSON, which the validator reads without a library for YAML. */
    private static final class Shapes {
        static final String TEXT = read();

        private static String read() {
            try (InputStream shapes = ShapeCheck.class.getResourceAsStream("shapes.yaml")) {
                return SpecFolder.readYaml(Objects.requireNonNull(shapes)).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
