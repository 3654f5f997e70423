package io.github.vpcep.specdiff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/** This repository. */
final class Project {
    private static final Set<String> NOT_COPIED = Set.of("node_modules", "target");

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

    static void copySpec(Path target) throws IOException {
        Path spec = root().resolve("spec");
        Files.walkFileTree(spec, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(spec.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(spec.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
