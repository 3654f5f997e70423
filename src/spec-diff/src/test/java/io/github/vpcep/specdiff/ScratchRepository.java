package io.github.vpcep.specdiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository of its own, with this project's spec and a changelog. */
final class ScratchRepository {
    private static final List<String> GIT =
            List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false");

    private final Path root;

    private ScratchRepository(Path root) {
        this.root = root;
    }

    static ScratchRepository in(Path folder) throws IOException {
        ScratchRepository repository = new ScratchRepository(folder);
        Project.copySpec(folder.resolve("spec"));
        repository.changelog("");
        repository.git("init", "--quiet", "--initial-branch=main");
        repository.commit();
        return repository;
    }

    Path root() {
        return root;
    }

    /** Writes the changelog, of which the head is always the same. */
    ScratchRepository changelog(String text) throws IOException {
        return write(ReleaseGate.CHANGELOG, "# Changelog\n\n## [Unreleased]\n\n" + text);
    }

    ScratchRepository write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    ScratchRepository replace(String file, String from, String to) throws IOException {
        Path path = root.resolve(file);
        return write(file, Edit.replace("", from, to).apply(Files.readString(path)));
    }

    ScratchRepository commit() {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message=A commit.");
        return this;
    }

    ScratchRepository git(String... arguments) {
        List<String> command = new ArrayList<>(GIT);
        command.addAll(List.of(arguments));
        Command done = Command.run(root, Map.of(), command);
        if (!done.succeeded()) {
            throw new IllegalStateException(command + ": " + done.output());
        }
        return this;
    }
}
