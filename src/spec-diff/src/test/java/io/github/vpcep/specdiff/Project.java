package io.github.vpcep.specdiff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    static String bundle() {
        try (InputStream in = Project.class.getResourceAsStream("/vpcep/openapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
