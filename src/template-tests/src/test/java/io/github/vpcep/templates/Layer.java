package io.github.vpcep.templates;

import java.nio.file.Path;
import java.util.List;

/** What is generated: one execution of the generator in one pom each. */
enum Layer {
    MODEL("model", "generate", "src/main/java/io/github/vpcep/model"),
    CLIENT("client", "generate", "src/main/java/io/github/vpcep/client"),
    SERVER("server", "generate", "src/main/java/io/github/vpcep/server"),
    CONSTRAINTS("server", "constraints", "META-INF/vpcep"),
    CONTROL_MODEL("control", "generate", "src/main/java/io/github/vpcep/control/model"),
    CONTROL_CLIENT("control", "client", "src/main/java/io/github/vpcep/control/client"),
    CONTROL_SERVER("control", "server", "src/main/java/io/github/vpcep/control/server");

    /** Those of the vendor's contract. */
    static final List<Layer> VENDOR = List.of(MODEL, CLIENT, SERVER, CONSTRAINTS);

    private final Path module;
    private final String execution;
    private final String output;

    Layer(String module, String execution, String output) {
        this.module = Project.ROOT.resolve("generated").resolve(module);
        this.execution = execution;
        this.output = output;
    }

    /** The settings with which the build generates this. */
    Settings settings() {
        return Settings.read(module.resolveSibling("pom.xml"), module.resolve("pom.xml"), execution);
    }

    /** The folder of the templates that lay it out. */
    String part() {
        return this == CONSTRAINTS ? "constraints" : output.substring(output.lastIndexOf('/') + 1);
    }

    /** The contract that the build generates this from. */
    Path contract() {
        return Project.SPEC.resolve(VENDOR.contains(this) ? "openapi.yaml" : "sandbox/openapi.yaml");
    }

    /** The folder of the generator's output that counts. */
    String output() {
        return output;
    }

    /** What the build made of the spec. */
    Tree built() {
        Path target = module.resolve("target");
        return new Tree(
                this == CONSTRAINTS
                        ? target.resolve("constraints").resolve(output)
                        : target.resolve("generated-sources/vpcep").resolve(output.substring("src/".length())));
    }
}
