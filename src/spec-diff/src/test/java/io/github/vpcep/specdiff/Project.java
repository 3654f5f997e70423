package io.github.vpcep.specdiff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** This repository. What its contract holds is no concern of the tests; they edit the {@link SmallProject}. */
final class Project {
    private Project() {}

    static Path root() {
        return Path.of(System.getProperty("vpcep.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    /** The document that the build made. */
    static Contract contract() {
        try (InputStream in = Project.class.getResourceAsStream("/vpcep/openapi-java.yaml")) {
            Path document = Files.createTempFile("openapi-java", ".yaml");
            Files.write(document, Objects.requireNonNull(in).readAllBytes());
            Contract contract = new Contracts(root(), List.of()).ofFile("the project's", document);
            Files.delete(document);
            return contract;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
