package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
    /** For what is decided before Maven is asked: running it would fail. */
    private static final List<String> NO_MAVEN = List.of("no-such-command");

    private static final String ARTIFACT = """
            openapi: 3.0.3
            info: {title: The artifact, version: 0.0.1}
            paths: {}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void createRepository() throws IOException {
        ScratchProject.in(folder)
                .commit()
                .git("tag", "v0.1.0")
                .replace("spec/schemas/Tag.yaml", "maxLength: 43", "maxLength: 50")
                .commit()
                .git("branch", "wider")
                .replace("spec/schemas/Tag.yaml", "maxLength: 50", "maxLength: 60")
                .commit()
                .replace("spec/schemas/Tag.yaml", "maxLength: 60", "maxLength: 70");
    }

    private static Contract base(String base) {
        return new Contracts(folder, NO_MAVEN).base(base);
    }

    private static String tagBound(Contract contract) {
        return contract.tree()
                .at("/components/schemas/Tag/properties/value/maxLength")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({"v0.1.0, 43", "wider, 50", "HEAD~1, 50", "HEAD, 60", "refs/heads/main, 60"})
    void base_thatIsAGitRef_isTheSpecOfThatCommit(String ref, String bound) {
        assertThat(tagBound(base(ref))).isEqualTo(bound);
    }

    @Test
    void tags_areToldTheNewestVersionFirst(@TempDir Path other) throws IOException {
        ScratchProject.in(other)
                .commit()
                .git("tag", "v0.9.0")
                .git("tag", "v0.10.0")
                .git("tag", "nightly")
                .git("tag", "v0.2.0");

        assertThatThrownBy(() -> new Contracts(other, NO_MAVEN).base("--all"))
                .hasMessageContaining("Tags here: v0.10.0, v0.9.0, v0.2.0.");
    }

    @Test
    void base_thatIsAGitRef_isSaidToBeOne() {
        assertThat(base("v0.1.0").title()).matches("v0\\.1\\.0 \\(git [0-9a-f]{7,}\\)");
    }

    @Test
    void base_thatIsTheHashOfACommit_isSaidToBeThatCommit() {
        String hash = git("rev-parse", "v0.1.0");
        assertThat(base(hash).title()).isEqualTo("git " + git("rev-parse", "--short", "v0.1.0"));
    }

    @Test
    void base_thatIsACommitWithoutASpec_isRefused() {
        String empty = git(
                "-c",
                "user.name=test",
                "-c",
                "user.email=test@example.com",
                "commit-tree",
                "-m",
                "Nothing.",
                git("hash-object", "-t", "tree", "-w", "--stdin"));
        assertThatThrownBy(() -> base(empty))
                .isInstanceOf(SpecDiffException.class)
                .hasMessage("The commit " + git("rev-parse", "--short", empty) + " has no folder spec.");
    }

    private static String git(String... arguments) {
        Command done = Command.run(
                folder,
                Map.of(),
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        assertThat(done.status()).as(done.output()).isZero();
        return done.output();
    }

    @Test
    void base_thatIsAnEdition_isTheDocumentThatIsKeptForIt() {
        Contract edition = new Contracts(Project.root(), NO_MAVEN).base("2022-11");
        assertThat(edition.title()).isEqualTo("edition 2022-11");
        assertThat(Contract.operations(edition.tree())).hasSize(30);
    }

    @Test
    void workingTree_withAnUncommittedEdit_holdsIt() {
        assertThat(tagBound(new Contracts(folder, NO_MAVEN).workingTree())).isEqualTo("70");
    }

    @Test
    void program_printsTheReport() {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {folder.toString(), "HEAD", "no-such-command"});
        } finally {
            System.setOut(standard);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .matches("(?s)From HEAD \\(git [0-9a-f]{7,}\\) to the working tree\n\nCallers\n.*")
                .contains("Tag.value: maxLength 60 → 70");
    }

    @Test
    void repository_afterAComparison_isAsBefore() {
        base("v0.1.0");
        assertThat(Command.run(folder, Map.of(), List.of("git", "status", "--porcelain"))
                        .output())
                .isEqualTo("M spec/schemas/Tag.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "0.1.0:jar", "no such thing"})
    void base_thatIsUnknown_isRefusedWithWhatIsAllowed(String unknown) {
        assertThatThrownBy(() -> base(unknown))
                .isInstanceOf(SpecDiffException.class)
                .hasMessage(
                        "-Dbase=" + unknown + " is neither an edition, a git ref of this repository nor a version of"
                                + " vpcep-spec that Maven finds. " + Contracts.ALLOWED + " Tags here: v0.1.0.");
    }

    @Test
    void base_thatIsUnknown_whereThereIsNoRepository_isRefusedWithoutTags(@TempDir Path nothing) {
        assertThatThrownBy(() -> new Contracts(nothing, NO_MAVEN).base("--all"))
                .hasMessageEndingWith(Contracts.ALLOWED + " No version is tagged here.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    void base_thatIsEmpty_isAskedFor(@Nullable String empty) {
        assertThatThrownBy(() -> new Contracts(folder, NO_MAVEN).base(empty))
                .hasMessage("Say what to compare with: -Dbase=<git ref, edition or version>. " + Contracts.ALLOWED);
    }

    /** Stands for Maven: writes its words into a file, and puts an artifact where it is wanted. */
    private static Contracts withArtifact(Path artifact, Path words) {
        String script = "printf '%s\\n' \"$@\" > " + words + "; for word; do case $word in -DoutputDirectory=*) cp "
                + artifact + " \"${word#*=}\";; esac; done";
        return new Contracts(folder, List.of("sh", "-c", script, "maven"));
    }

    @Test
    void base_thatIsAVersion_isTheDocumentInItsJar_andLeavesNoFile(@TempDir Path scratch) throws IOException {
        Path artifact = scratch.resolve("vpcep-spec-0.0.1.jar");
        jar(artifact, Contracts.DOCUMENT, ARTIFACT);
        Contract found = withArtifact(artifact, scratch.resolve("words")).base("0.0.1");

        assertThat(found.title()).isEqualTo("0.0.1 (Maven)");
        assertThat(found.tree().at("/info/title").asText()).isEqualTo("The artifact");
        List<String> words = Files.readAllLines(scratch.resolve("words"));
        assertThat(words)
                .contains("--batch-mode", "--non-recursive", "-Dartifact=io.github.vpcep:vpcep-spec:0.0.1:jar");
        String output = "-DoutputDirectory=";
        assertThat(words)
                .filteredOn(each -> each.startsWith(output))
                .singleElement()
                .satisfies(each ->
                        assertThat(Path.of(each.substring(output.length()))).doesNotExist());
    }

    @Test
    void base_thatIsAVersionWithoutADocument_isRefused(@TempDir Path scratch) throws IOException {
        Path artifact = scratch.resolve("vpcep-spec-0.0.1.jar");
        jar(artifact, "other.yaml", ARTIFACT);

        assertThatThrownBy(
                        () -> withArtifact(artifact, scratch.resolve("words")).base("0.0.1"))
                .isInstanceOf(SpecDiffException.class)
                .hasMessage("vpcep-spec-0.0.1.jar holds no vpcep/openapi-java.yaml.");
    }

    @Test
    void base_thatIsAVersionWhichMavenDoesNotFind_isRefused() {
        assertThatThrownBy(() -> new Contracts(folder, List.of("false")).base("0.0.1"))
                .hasMessageStartingWith(
                        "-Dbase=0.0.1 is neither an edition, a git ref of this repository nor a version");
    }

    @Test
    @Tag("slow")
    void base_thatIsAVersionWhichMavenFinds_isTheDocumentOfTheArtifact(@TempDir Path repository) throws IOException {
        Path local =
                Path.of(System.getProperty("vpcep.repository", System.getProperty("user.home") + "/.m2/repository"));
        link(local, repository, "io", "github", "vpcep");
        Path artifact = Files.createDirectories(repository.resolve("io/github/vpcep/vpcep-spec/0.0.1"));
        Files.writeString(artifact.resolve("vpcep-spec-0.0.1.pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.github.vpcep</groupId>
                  <artifactId>vpcep-spec</artifactId>
                  <version>0.0.1</version>
                </project>
                """);
        jar(artifact.resolve("vpcep-spec-0.0.1.jar"), Contracts.DOCUMENT, ARTIFACT);
        // What the build itself has fetched is enough: the build unpacks with the same plugin.
        Contracts contracts = new Contracts(
                Project.root(),
                List.of(System.getProperty("vpcep.maven", "mvn"), "--offline", "-Dmaven.repo.local=" + repository));
        try {
            Contract found = contracts.base("0.0.1");
            assertThat(found.title()).isEqualTo("0.0.1 (Maven)");
            assertThat(found.tree().at("/info/title").asText()).isEqualTo("The artifact");
        } finally {
            unlink(repository);
        }
    }

    /** Removes the links; JUnit would warn of each. */
    private static void unlink(Path repository) throws IOException {
        try (Stream<Path> entries = Files.walk(repository)) {
            for (Path each : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Makes a repository that holds what another one does, except in the folder that a path leads to. */
    private static void link(Path from, Path to, String... path) throws IOException {
        Files.createDirectories(to);
        if (path.length == 0 || !Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path each : entries.toList()) {
                if (!each.getFileName().toString().equals(path[0])) {
                    Files.createSymbolicLink(to.resolve(each.getFileName().toString()), each);
                }
            }
        }
        link(
                from.resolve(path[0]),
                to.resolve(path[0]),
                List.of(path).subList(1, path.length).toArray(String[]::new));
    }

    private static void jar(Path file, String entry, String document) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(document.getBytes(StandardCharsets.UTF_8));
        }
    }
}
