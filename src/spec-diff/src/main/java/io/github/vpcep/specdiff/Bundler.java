package io.github.vpcep.specdiff;

import io.github.vpcep.generator.Alternatives;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/**
 * Brings a contract into the form in which it is compared: one document, with parameters and answers in the place of
 * the references to them.
 */
final class Bundler {
    private Bundler() {}

    /**
     * Bundles a contract.
     *
     * @param entry the document, or the one that refers to all other files
     * @param target a folder for what the generator writes
     */
    static String bundle(Path entry, Path target) {
        PrintStream standard = System.out;
        try {
            // The generator prints a banner after each run.
            System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            GlobalSettings.reset();
            CodegenConfigurator configurator = new CodegenConfigurator()
                    .setGeneratorName("openapi-yaml")
                    .setInputSpec(entry.toString())
                    .setOutputDir(target.toString())
                    .setSkipOperationExample(true)
                    // What has several forms is compared in the one that Java has.
                    .addOpenapiNormalizer("NORMALIZER_CLASS", Alternatives.class.getName());
            new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
            return Files.readString(target.resolve("openapi").resolve("openapi.yaml"));
        } catch (Exception e) {
            throw new SpecDiffException("The spec in " + entry + " cannot be bundled: " + e.getMessage(), e);
        } finally {
            System.setOut(standard);
            GlobalSettings.reset();
        }
    }
}
