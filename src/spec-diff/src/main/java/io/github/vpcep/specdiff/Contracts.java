package io.github.vpcep.specdiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Where the documents come from: the working tree, a commit, or a version in the Maven repositories. */
final class Contracts {
    static final String ALLOWED = "Allowed are a tag, branch or commit of this repository (v0.1.0, main, HEAD~1),"
            + " an edition of the vendor's reference (2022-11) and a version of io.github.vpcep:vpcep-spec (0.1.0).";

    /** The bundle of a spec jar that has the names in Java. */
    static final String DOCUMENT = "vpcep/openapi-java.yaml";

    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:copy";

    private final Path root;
    private final Git git;
    private final List<String> maven;

    /**
     * Makes the place to look in.
     *
     * @param root the top folder of the repository
     * @param maven the command that runs Maven as the caller runs it
     */
    Contracts(Path root, List<String> maven) {
        this.root = root;
        this.git = new Git(root);
        this.maven = maven;
    }

    Contract workingTree() {
        return inScratchFolder(
                folder -> new Contract("the working tree", Bundler.bundle(root.resolve("spec/openapi.yaml"), folder)));
    }

    /** The document of an edition of the vendor's reference that is kept beside the current one. */
    Optional<Contract> ofEdition(String edition) {
        Path document = root.resolve("spec/editions").resolve(edition).resolve("openapi.yaml");
        // Else a path could lead out of the folder.
        if (!edition.matches("[0-9]{4}-[0-9]{2}") || !Files.isRegularFile(document)) {
            return Optional.empty();
        }
        return Optional.of(ofFile("edition " + edition, document));
    }

    /** The contract of a bundled document. */
    Contract ofFile(String title, Path document) {
        return inScratchFolder(folder -> new Contract(title, Bundler.bundle(document, folder)));
    }

    /** The document that an edition, a git ref or, if there is neither, a version names. */
    Contract base(@Nullable String base) {
        if (base == null || base.isBlank()) {
            throw new SpecDiffException("Say what to compare with: -Dbase=<git ref, edition or version>. " + ALLOWED);
        }
        return ofEdition(base)
                .or(() -> git.commit(base).map(commit -> ofCommit(base, commit)))
                .or(() -> ofVersion(base))
                .orElseThrow(() -> new SpecDiffException("-Dbase=" + base
                        + " is neither an edition, a git ref of this repository nor a version of vpcep-spec that Maven finds. "
                        + ALLOWED + knownTags()));
    }

    /** The document of a commit. */
    Contract ofCommit(String name, String commit) {
        return inScratchFolder(folder -> {
            Path spec = folder.resolve("spec");
            git.checkOutSpec(commit, spec);
            String title = name.startsWith(commit) ? "git " + commit : name + " (git " + commit + ")";
            return new Contract(title, Bundler.bundle(spec.resolve("openapi.yaml"), folder.resolve("bundle")));
        });
    }

    private String knownTags() {
        List<String> tags = git.tags();
        return tags.isEmpty() ? " No version is tagged here." : " Tags here: " + String.join(", ", tags) + ".";
    }

    private Optional<Contract> ofVersion(String version) {
        // Else Maven would read it as further coordinates.
        if (!version.matches("[0-9A-Za-z][0-9A-Za-z._-]*")) {
            return Optional.empty();
        }
        return inScratchFolder(folder -> {
            List<String> command = Stream.concat(
                            maven.stream(),
                            Stream.of(
                                    "--batch-mode",
                                    "--non-recursive",
                                    COPY,
                                    "-Dartifact=io.github.vpcep:vpcep-spec:" + version + ":jar",
                                    "-DoutputDirectory=" + folder,
                                    "-Dmdep.useBaseVersion=true"))
                    .toList();
            if (!Command.run(root, Map.of(), command).succeeded()) {
                return Optional.empty();
            }
            Path jar = folder.resolve("vpcep-spec-" + version + ".jar");
            return Optional.of(ofFile(version + " (Maven)", document(jar, folder)));
        });
    }

    private static Path document(Path jar, Path folder) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(DOCUMENT);
            if (entry == null) {
                throw new SpecDiffException(jar.getFileName() + " holds no " + DOCUMENT + ".");
            }
            return Files.write(
                    folder.resolve("openapi.yaml"), zip.getInputStream(entry).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T inScratchFolder(Function<Path, T> use) {
        try {
            Path folder = Files.createTempDirectory("spec-diff");
            try {
                return use.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
