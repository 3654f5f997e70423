package io.github.vpcep.specdiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Holds back a change of the contract that breaks someone against the released version and that the changelog does not
 * announce. What is released is the document in {@value #RECORD}, which needs neither network nor tags, else the tag of
 * the newest version in the changelog, else the nearest tag of a version.
 */
final class ReleaseGate {
    static final String RECORD = "src/spec-diff/released/openapi.yaml";
    static final String CHANGELOG = "src/docs/CHANGELOG.md";

    private final Path root;
    private final Git git;
    private final Contracts contracts;
    private final Changelog changelog;

    ReleaseGate(Path root) {
        this.root = root;
        this.git = new Git(root);
        this.contracts = new Contracts(root, List.of());
        this.changelog = new Changelog(read(root.resolve(CHANGELOG)));
    }

    /**
     * Compares the working tree with what is released.
     *
     * @return one line that says what was found
     * @throws SpecDiffException if something breaks unannounced; it lists exactly that
     */
    String check() {
        Optional<Contract> released = released();
        if (released.isEmpty()) {
            return "Spec gate: no version is released yet, so nothing can break.";
        }
        String title = released.get().title();
        List<Change> breaking = SpecDiff.between(released.get(), contracts.workingTree()).stream()
                .filter(each -> each.kind().breaks())
                .toList();
        List<String> unannounced = breaking.stream()
                .filter(each -> !changelog.announces(each))
                .map(each -> "  " + each.line() + " (breaks " + each.kind().broken() + "; name "
                        + String.join(", ", each.names()) + ")")
                .sorted()
                .toList();
        if (!unannounced.isEmpty()) {
            throw new SpecDiffException("Since " + title + " the spec breaks what " + CHANGELOG
                    + " does not announce. Name it under [Unreleased] in Breaking, Changed"
                    + " or Removed:\n" + String.join("\n", unannounced));
        }
        return "Spec gate: breaking changes since " + title + ": " + breaking.size() + ", all of them announced.";
    }

    private Optional<Contract> released() {
        Optional<String> version = changelog.released();
        Path record = root.resolve(RECORD);
        if (Files.isRegularFile(record)) {
            Contract recorded = contracts.ofFile(RECORD, record);
            String of = recorded.tree().path("info").path("version").asText();
            if (version.isPresent() && !version.get().equals(of)) {
                throw new SpecDiffException(RECORD + " is of version " + of + ", but the newest version in " + CHANGELOG
                        + " is " + version.get() + ". Put the released document there.");
            }
            return Optional.of(new Contract(of + " (" + RECORD + ")", recorded.text()));
        }
        Optional<String> tag = version.map(each -> "v" + each).or(git::releaseTag);
        return tag.map(each -> contracts.ofCommit(
                each,
                git.commit(each)
                        .orElseThrow(() -> new SpecDiffException(CHANGELOG + " says that " + version.orElse("")
                                + " is released, but there is neither " + RECORD + " nor the tag " + each + "."))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
