package io.github.vpcep.templates;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the source tree. */
final class Project {
    /** The folder that holds spec, templates and generated. */
    static final Path ROOT = root();

    /** The contract's folder. */
    static final Path SPEC = ROOT.resolve("spec");

    /** How what is made of a contract is laid out. */
    static final Path TEMPLATES = ROOT.resolve("templates");

    /** One folder per feature of the templates. */
    static final Path GOLDEN = ROOT.resolve("src/template-tests/src/test/resources/golden");

    private Project() {}

    private static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("templates/model")) && Files.exists(folder.resolve("spec"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + start + " holds templates and spec");
    }
}
