package io.github.vpcep.specdiff;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Makes one document of a spec folder, as {@code spec/pom.xml} does. */
final class Bundler {
    private Bundler() {}

    /**
     * Bundles a folder.
     *
     * @param spec the folder that holds {@code openapi.yaml}
     * @param target a folder for what the generator writes
     */
    static String bundle(Path spec, Path target) {
        PrintStream standard = System.out;
        try {
            // The generator prints a banner after each run.
            System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            GlobalSettings.reset();
            CodegenConfigurator configurator = new CodegenConfigurator()
                    .setGeneratorName("openapi-yaml")
                    .setInputSpec(spec.resolve("openapi.yaml").toString())
                    .setOutputDir(target.toString())
                    .setSkipOperationExample(true);
            new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
            return Files.readString(target.resolve("openapi").resolve("openapi.yaml"));
        } catch (Exception e) {
            throw new SpecDiffException("The spec in " + spec + " cannot be bundled: " + e.getMessage(), e);
        } finally {
            System.setOut(standard);
            GlobalSettings.reset();
        }
    }
}
