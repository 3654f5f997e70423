package io.github.vpcep.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;

/**
 * Writes a contract of many files as one document, in which references stay references: {@code openapi.yaml} and
 * {@code openapi.json} for everyone, {@code openapi-java.yaml} with what a generator of Java needs.
 */
public class BundleCodegen extends DefaultCodegen {
    @Override
    public CodegenType getTag() {
        return CodegenType.OTHER;
    }

    @Override
    public String getName() {
        return "bundle";
    }

    @Override
    public String getHelp() {
        return "Writes a contract of many files as one document.";
    }

    @Override
    public void processOpenAPI(OpenAPI contract) {
        // From the files: the parser has put parameters and answers in the place of the references to them.
        ObjectNode all = Bundle.of(Path.of(inputSpec));
        ObjectNode open = Bundle.withoutJava(all);
        write("openapi-java.yaml", Bundle.yaml(all));
        write("openapi.yaml", Bundle.yaml(open));
        write("openapi.json", Bundle.json(open));
    }

    private void write(String name, String text) {
        try {
            Path folder = Files.createDirectories(Path.of(outputFolder()));
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing to escape, which the default would warn of: no text goes into a template. */
    @Override
    public String escapeUnsafeCharacters(String input) {
        return input;
    }

    @Override
    public String escapeQuotationMark(String input) {
        return input;
    }

    /** Prints nothing, where other generators ask for donations: a build that is well is silent. */
    @Override
    public void postProcess() {}
}
