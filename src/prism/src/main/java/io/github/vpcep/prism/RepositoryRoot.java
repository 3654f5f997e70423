package io.github.vpcep.prism;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the top folder of this repository. */
public final class RepositoryRoot {
    private RepositoryRoot() {}

    /**
     * Returns the folder that holds {@code spec/openapi.yaml}: the one that the system property {@code vpcep.root}
     * names, else the working directory or the nearest one above it.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path find() {
        String named = System.getProperty("vpcep.root");
        Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = named == null ? folder.getParent() : null) {
            if (Files.isRegularFile(folder.resolve("spec").resolve("openapi.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No spec/openapi.yaml in " + start
                + (named == null ? " or above it: set -Dvpcep.root=<folder>" : ", which -Dvpcep.root names"));
    }
}
