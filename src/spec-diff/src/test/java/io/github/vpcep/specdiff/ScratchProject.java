package io.github.vpcep.specdiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A copy of the small project, with a changelog; a git repository once something is committed. */
final class ScratchProject {
    private static final List<String> GIT =
            List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false");

    private final Path root;

    private ScratchProject(Path root) {
        this.root = root;
    }

    static ScratchProject in(Path folder) throws IOException {
        SmallProject.copySpec(folder.resolve("spec"));
        return new ScratchProject(folder).changelog("");
    }

    /** Writes the changelog, of which the head is always the same. */
    ScratchProject changelog(String text) throws IOException {
        return write(ReleaseGate.CHANGELOG, "# Changelog\n\n## [Unreleased]\n\n" + text);
    }

    ScratchProject write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    ScratchProject replace(String file, String from, String to) throws IOException {
        Path path = root.resolve(file);
        return write(file, Edit.replace("", from, to).apply(Files.readString(path)));
    }

    ScratchProject commit() {
        if (!Files.exists(root.resolve(".git"))) {
            git("init", "--quiet", "--initial-branch=main");
        }
        git("add", "--all");
        return git("commit", "--quiet", "--allow-empty", "--message=A commit.");
    }

    ScratchProject git(String... arguments) {
        List<String> command = new ArrayList<>(GIT);
        command.addAll(List.of(arguments));
        Command done = Command.run(root, Map.of(), command);
        if (!done.succeeded()) {
            throw new IllegalStateException(command + ": " + done.output());
        }
        return this;
    }
}
