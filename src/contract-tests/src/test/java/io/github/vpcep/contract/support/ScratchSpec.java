package io.github.vpcep.contract.support;

import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A copy of the spec folder, to be damaged, and to be mended again: to make one takes longer than most tests. */
public final class ScratchSpec {
    private static final Path SOURCE = RepositoryRoot.find().resolve("spec");
    private static final Set<String> NOT_COPIED = Set.of("node_modules", "target");

    private final Path path;

    /** The files of the document once more, under their names, but in JSON. */
    private final Path json;

    private final Set<String> damaged = new TreeSet<>();

    private ScratchSpec(Path path, Path json) {
        this.path = path;
        this.json = json;
    }

    /** Copies the spec folder of this repository into a folder. */
    public static ScratchSpec in(Path folder) throws IOException {
        ScratchSpec scratch = new ScratchSpec(folder.resolve("spec"), folder.resolve("json"));
        Files.walkFileTree(SOURCE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) {
                return NOT_COPIED.contains(from.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                scratch.mend(SOURCE.relativize(from).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        return scratch;
    }

    /** What it holds now. */
    public SpecFolder read() {
        return damaged.stream().anyMatch(SpecFolder::isOfDocument)
                ? SpecFolder.withDocumentIn(json, path)
                : SpecFolder.withSameDocument(path);
    }

    /** Makes it again what the spec folder is. */
    public void mend() throws IOException {
        for (String file : damaged) {
            mend(file);
        }
        damaged.clear();
    }

    private void mend(String file) throws IOException {
        Path source = SOURCE.resolve(file);
        write(file, Files.exists(source) ? Files.readAllBytes(source) : null);
    }

    private void damage(String file, String content) throws IOException {
        damaged.add(file);
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, byte @Nullable [] content) throws IOException {
        Path target = path.resolve(file);
        put(target, content);
        if (SpecFolder.isOfDocument(file)) {
            put(json.resolve(file), content == null ? null : inJson(target, content));
        }
    }

    /** What cannot be read stays as it is. */
    private static byte[] inJson(Path file, byte[] content) {
        try {
            return SpecFolder.read(file).toString().getBytes(StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            return content;
        }
    }

    private static void put(Path file, byte @Nullable [] content) throws IOException {
        if (content == null) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    private String content(String file) throws IOException {
        return Files.readString(path.resolve(file));
    }

    /**
     * Puts one text in the place of another.
     *
     * @throws IllegalArgumentException unless the file holds the text exactly once
     */
    public void replace(String file, String text, String by) throws IOException {
        String content = content(file);
        int first = content.indexOf(text);
        if (first < 0 || content.indexOf(text, first + 1) >= 0) {
            throw new IllegalArgumentException(file + " does not hold exactly once: " + text);
        }
        damage(file, content.replace(text, by));
    }

    /** Puts a text in the place of the first of those that are alike. */
    public void replaceFirst(String file, String text, String by) throws IOException {
        String content = content(file);
        int first = content.indexOf(text);
        if (first < 0) {
            throw new IllegalArgumentException(file + " does not hold: " + text);
        }
        damage(file, content.substring(0, first) + by + content.substring(first + text.length()));
    }

    /** Removes what lies between two texts, the first with it. */
    public void cut(String file, String from, String to) throws IOException {
        String content = content(file);
        int start = content.indexOf(from);
        int end = content.indexOf(to, start + from.length());
        if (start < 0 || end < 0) {
            throw new IllegalArgumentException(file + " does not hold " + from + " and then " + to);
        }
        damage(file, content.substring(0, start) + content.substring(end));
    }

    /** Puts another content in the place of a file's. */
    public void overwrite(String file, String content) throws IOException {
        damage(file, content);
    }

    /** Removes a file. */
    public void delete(String file) throws IOException {
        damaged.add(file);
        Files.delete(path.resolve(file));
        write(file, null);
    }

    /** Adds a file, or to the end of one. */
    public void append(String file, String text) throws IOException {
        damage(file, (Files.exists(path.resolve(file)) ? content(file) : "") + text);
    }
}
