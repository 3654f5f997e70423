package io.github.vpcep.templates;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openapitools.codegen.DefaultGenerator;

/** What the build makes of a spec, made in this process. */
final class Generation {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private final Path directory;
    private final Set<Layer> formatted = EnumSet.noneOf(Layer.class);

    private Generation(Path directory) {
        this.directory = directory;
    }

    /** Generates layers of a spec into a folder. */
    static Generation of(Path spec, Path directory, Layer... layers) throws IOException {
        return of(spec, Project.TEMPLATES, directory, List.of(layers));
    }

    /** The same by other templates. */
    static Generation of(Path spec, Path templates, Path directory, List<Layer> layers) throws IOException {
        Generation generation = new Generation(directory);
        for (Layer layer : layers) {
            Path output = directory.resolve(layer.name());
            new DefaultGenerator()
                    .opts(layer.settings().input(spec, templates, output))
                    .generate();
        }
        return generation;
    }

    /** As Spotless runs palantir-java-format, which removes what is not imported for use. */
    private static void format(Path source) {
        try {
            // The contract is Markdown; the build replaces its code marks likewise.
            String raw = Files.readString(source).replaceAll("`([^`\n]+)`", "{@code $1}");
            Files.writeString(
                    source,
                    FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(
                            ImportOrderer.reorderImports(raw, Style.PALANTIR))));
        } catch (FormatterException e) {
            throw new IllegalStateException("No Java: " + source, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds all of it. */
    Path directory() {
        return directory;
    }

    /** What a layer gives to the build, formatted: what is only compiled need not be. */
    Tree tree(Layer layer) throws IOException {
        Tree tree = new Tree(directory.resolve(layer.name()).resolve(layer.output()));
        if (formatted.add(layer)) {
            tree.files(".java").parallelStream().forEach(Generation::format);
        }
        return tree;
    }

    /** The Java files of all layers. */
    List<Path> sources() throws IOException {
        return new Tree(directory).files(".java");
    }
}
