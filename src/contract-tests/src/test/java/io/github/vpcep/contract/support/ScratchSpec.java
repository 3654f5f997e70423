package io.github.vpcep.contract.support;

import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A copy of the spec folder, to be damaged. */
public final class ScratchSpec {
    private static final Set<String> NOT_COPIED = Set.of("node_modules", "target");

    private final Path path;

    private ScratchSpec(Path path) {
        this.path = path;
    }

    /** Copies the spec folder of this repository into a folder. */
    public static ScratchSpec in(Path folder) throws IOException {
        Path source = RepositoryRoot.find().resolve("spec");
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(source.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, folder.resolve(source.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
        return new ScratchSpec(folder);
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** What it holds now. */
    public SpecFolder read() {
        return SpecFolder.at(path);
    }

    /**
     * Puts one text in the place of another.
     *
     * @throws IllegalArgumentException unless the file holds the text exactly once
     */
    public void replace(String file, String text, String by) throws IOException {
        String content = Files.readString(path.resolve(file));
        int first = content.indexOf(text);
        if (first < 0 || content.indexOf(text, first + 1) >= 0) {
            throw new IllegalArgumentException(file + " does not hold exactly once: " + text);
        }
        Files.writeString(path.resolve(file), content.replace(text, by));
    }

    /** Puts a text in the place of the first of those that are alike. */
    public void replaceFirst(String file, String text, String by) throws IOException {
        String content = Files.readString(path.resolve(file));
        int first = content.indexOf(text);
        if (first < 0) {
            throw new IllegalArgumentException(file + " does not hold: " + text);
        }
        Files.writeString(
                path.resolve(file), content.substring(0, first) + by + content.substring(first + text.length()));
    }

    /** Removes what lies between two texts, the first with it. */
    public void cut(String file, String from, String to) throws IOException {
        String content = Files.readString(path.resolve(file));
        int start = content.indexOf(from);
        int end = content.indexOf(to, start + from.length());
        if (start < 0 || end < 0) {
            throw new IllegalArgumentException(file + " does not hold " + from + " and then " + to);
        }
        Files.writeString(path.resolve(file), content.substring(0, start) + content.substring(end));
    }

    /** Removes a file. */
    public void delete(String file) throws IOException {
        Files.delete(path.resolve(file));
    }

    /** Adds a file, or to the end of one. */
    public void append(String file, String text) throws IOException {
        Path target = path.resolve(file);
        Files.writeString(target, (Files.exists(target) ? Files.readString(target) : "") + text);
    }
}
