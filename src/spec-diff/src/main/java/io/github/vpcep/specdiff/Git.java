package io.github.vpcep.specdiff;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repository that a folder is the top of. */
final class Git {
    private final Path root;

    Git(Path root) {
        this.root = root;
    }

    /** The commit that a tag, a branch or another name of a commit stands for, in its short form. */
    Optional<String> commit(String ref) {
        Command command =
                git(Map.of(), "rev-parse", "--verify", "--quiet", "--short", "--end-of-options", ref + "^{commit}");
        // An old git repeats the option itself.
        return command.succeeded() ? command.output().lines().reduce((first, last) -> last) : Optional.empty();
    }

    /** The nearest tag of a version in the history of what is checked out. */
    Optional<String> releaseTag() {
        Command command = git(Map.of(), "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*");
        return command.succeeded() ? Optional.of(command.output()) : Optional.empty();
    }

    List<String> tags() {
        Command command = git(Map.of(), "tag", "--list", "v[0-9]*", "--sort=-v:refname");
        return command.succeeded() ? command.output().lines().toList() : List.of();
    }

    /** Writes the folder {@code spec} of a commit into a folder; neither the index nor the worktrees are touched. */
    void checkOutSpec(String commit, Path target) {
        Map<String, String> environment =
                Map.of("GIT_INDEX_FILE", target.resolveSibling("index").toString());
        if (!git(environment, "read-tree", commit + ":spec").succeeded()) {
            throw new SpecDiffException("The commit " + commit + " has no folder spec.");
        }
        Command checkout = git(environment, "checkout-index", "--all", "--prefix=" + target + "/");
        if (!checkout.succeeded()) {
            throw new SpecDiffException("The spec of " + commit + " cannot be checked out: " + checkout.output());
        }
    }

    private Command git(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return Command.run(root, environment, command);
        } catch (UncheckedIOException e) {
            // Without git there are no refs; versions can still be compared.
            return new Command(-1, String.valueOf(e.getMessage()));
        }
    }
}
