import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks a staging folder, or a bundle unpacked, against what Maven Central demands and what this project promises of what
 * it publishes: {@code java .ci/Staged.java [--signed] FOLDER [OTHER]}. With OTHER, what another build of the
 * same commit staged, every file that is there must be the same byte for byte; what OTHER was built without is counted.
 */
public class Staged {
    /** What is published, each with what it has besides its pom. */
    private static final Map<String, Set<String>> PUBLISHED = published();

    private static final Set<String> POM_HAS = Set.of(
            "modelVersion", "groupId", "artifactId", "version", "name", "description", "url", "organization", "licenses",
            "developers", "scm");
    private static final Set<String> POM_MAY_HAVE = Set.of("packaging", "dependencies", "dependencyManagement");

    /** As a snapshot is staged: its time and number in the place of SNAPSHOT. */
    private static final Pattern STAMP = Pattern.compile("-\\d{8}\\.\\d{6}-\\d+");

    private final List<String> wrong = new ArrayList<>();
    private final Path folder;
    private final boolean signed;
    private int checked;

    private Staged(Path folder, boolean signed) {
        this.folder = folder;
        this.signed = signed;
    }

    public static void main(String[] args) throws Exception {
        List<String> folders = Arrays.stream(args).filter(each -> !each.startsWith("--")).toList();
        Staged staged = new Staged(Path.of(folders.get(0)), List.of(args).contains("--signed"));
        staged.check();
        if (folders.size() > 1) {
            staged.compare(Path.of(folders.get(1)));
        }
        staged.wrong.forEach(System.err::println);
        System.out.println(staged.checked + " files in " + staged.folder + ", " + staged.wrong.size() + " findings");
        System.exit(staged.wrong.isEmpty() ? 0 : 1);
    }

    private static Map<String, Set<String>> published() {
        Map<String, Set<String>> published = new TreeMap<>();
        Set<String> jar = new TreeSet<>(
                Set.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml"));
        for (String each : List.of(
                "client", "jackson3", "json", "model", "router", "runtime", "sandbox", "sandbox-control",
                "sandbox-testcontainers", "server", "spec")) {
            published.put("vpcep-" + each, jar);
        }
        Set<String> program = new TreeSet<>(jar);
        program.add("-program.jar");
        published.put("vpcep-sandbox-postgres", program);
        published.put("vpcep-bom", Set.of());
        return published;
    }

    private void check() throws Exception {
        Map<String, Path> poms = new TreeMap<>();
        for (Path pom : files(folder, name -> name.endsWith(".pom"))) {
            poms.put(pom.getParent().getParent().getFileName().toString(), pom);
        }
        expect(poms.keySet().equals(PUBLISHED.keySet()), folder, "holds " + poms.keySet() + ", not " + PUBLISHED.keySet());
        Set<String> versions = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        for (Map.Entry<String, Path> each : poms.entrySet()) {
            Path pom = each.getValue();
            Element project = parse(Files.readAllBytes(pom)).getDocumentElement();
            groups.add(text(project, "groupId"));
            versions.add(text(project, "version"));
            checkFiles(each.getKey(), pom);
            checkPom(each.getKey(), pom, project);
        }
        expect(groups.size() == 1, folder, "is of several groups: " + groups);
        expect(versions.size() == 1, folder, "is of several versions: " + versions);
    }

    /** Exactly what it should have, each with its checksums, and signed when the rest is. */
    private void checkFiles(String artifact, Path pom) throws Exception {
        String base = pom.toString().substring(0, pom.toString().length() - ".pom".length());
        String name = Path.of(base).getFileName().toString();
        Set<String> expected = new TreeSet<>(PUBLISHED.getOrDefault(artifact, Set.of()));
        expected.add(".pom");
        Set<String> found = new TreeSet<>();
        for (Path file : files(pom.getParent(), any -> true)) {
            String full = file.getFileName().toString();
            checked++;
            if (full.startsWith("maven-metadata.xml") || isChecksum(full)) {
                continue;
            }
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                checkSum(file, algorithm);
            }
            if (full.endsWith(".asc")) {
                expect(Files.readString(file).startsWith("-----BEGIN PGP SIGNATURE-----"), file, "is no signature");
                continue;
            }
            expect(
                    Files.exists(Path.of(file + ".asc")) == signed,
                    file,
                    signed ? "is not signed" : "is signed, and should not be");
            found.add(full.startsWith(name) ? full.substring(name.length()) : full);
            if (full.startsWith(name) && full.endsWith(".jar")) {
                checkJar(artifact, file, full.substring(name.length()));
            } else if (full.endsWith("-cyclonedx.xml")) {
                checkBom(artifact, pom, file);
            }
        }
        expect(found.equals(expected), pom.getParent(), "holds " + found + ", not " + expected);
    }

    private void checkSum(Path file, String algorithm) throws Exception {
        Path sum = Path.of(file + "." + algorithm.replace("-", "").toLowerCase());
        if (!Files.exists(sum)) {
            // Central asks for these two, and for none of a signature.
            boolean demanded = Set.of("MD5", "SHA-1").contains(algorithm) && !file.toString().endsWith(".asc");
            expect(!demanded, file, "has no " + algorithm);
            return;
        }
        String is = HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        expect(Files.readString(sum).strip().equals(is), sum, "is not that of its file");
    }

    private static boolean isChecksum(String name) {
        return Stream.of(".md5", ".sha1", ".sha256", ".sha512").anyMatch(name::endsWith);
    }

    private void checkPom(String artifact, Path pom, Element project) {
        Set<String> names = new TreeSet<>();
        children(project).forEach(each -> names.add(each.getTagName()));
        expect(names.containsAll(POM_HAS), pom, "has only " + names + " of " + POM_HAS);
        names.removeAll(POM_HAS);
        names.removeAll(POM_MAY_HAVE);
        expect(names.isEmpty(), pom, "has what belongs to our build: " + names);
        for (String path : List.of(
                "licenses/license/name", "licenses/license/url", "scm/url", "scm/connection", "scm/developerConnection",
                "developers/developer/name", "organization/name", "url", "name", "description")) {
            expect(!text(project, path).isBlank(), pom, "has no " + path);
        }
        boolean isBom = artifact.equals("vpcep-bom");
        String group = text(project, "groupId");
        String version = text(project, "version");
        Set<String> managed = new TreeSet<>();
        for (Element each : dependencies(project, isBom ? "dependencyManagement/dependencies" : "dependencies")) {
            String of = text(each, "groupId").replace("${project.groupId}", group);
            String is = text(each, "version").replace("${project.version}", version);
            String name = text(each, "artifactId");
            expect(!(of + is + name).contains("$"), pom, "leaves open what " + of + ":" + name + " is");
            expect(!is.isBlank(), pom, "names no version of " + name);
            expect(
                    Set.of("", "compile", "runtime").contains(text(each, "scope")),
                    pom,
                    name + " is of scope " + text(each, "scope"));
            if (of.equals(group)) {
                managed.add(name);
                expect(is.equals(version), pom, name + " is of version " + is);
                expect(PUBLISHED.containsKey(name), pom, "needs " + name + ", which is not published");
            } else {
                expect(!is.endsWith("-SNAPSHOT"), pom, name + " is a snapshot");
            }
        }
        if (isBom) {
            Set<String> all = new TreeSet<>(PUBLISHED.keySet());
            all.remove("vpcep-bom");
            expect(managed.equals(all), pom, "manages " + managed + ", not " + all);
        } else {
            expect(!names(project).contains("dependencyManagement"), pom, "manages dependencies");
        }
    }

    private void checkJar(String artifact, Path jar, String kind) throws Exception {
        Map<String, byte[]> entries = unpack(jar);
        for (String text : List.of("LICENSE", "NOTICE")) {
            byte[] ours = Files.readAllBytes(Path.of(text));
            byte[] there = entries.getOrDefault("META-INF/" + text, new byte[0]);
            boolean is = kind.equals("-program.jar") && text.equals("NOTICE")
                    ? new String(there, StandardCharsets.UTF_8).contains(Files.readString(Path.of(text)).strip())
                    : kind.equals("-program.jar") ? there.length > 0 : Arrays.equals(ours, there);
            expect(is, jar, "has no " + text + " of ours");
        }
        for (String name : entries.keySet()) {
            expect(
                    !name.matches("(?i).*(\\.mustache|/junit-platform\\.properties|logback.*\\.xml|[a-z]Test\\.(class|java))"),
                    jar,
                    "holds " + name);
        }
        boolean isJava = !artifact.equals("vpcep-spec");
        switch (kind) {
            case ".jar" -> {
                expect(any(entries, ".class") == isJava, jar, "holds classes: " + any(entries, ".class"));
                String manifest = new String(entries.get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
                // Neither Flyway nor Testcontainers has a descriptor, nor a name to rely on.
                boolean isModule = Set.of("vpcep-sandbox-postgres", "vpcep-sandbox-testcontainers").contains(artifact)
                        ? manifest.contains("Automatic-Module-Name: ")
                        : entries.containsKey("module-info.class");
                expect(!isJava || isModule, jar, "is no module");
            }
            case "-sources.jar" ->
                expect(
                        any(entries, isJava ? ".java" : "openapi.yaml") && !any(entries, ".class"),
                        jar,
                        "does not hold the sources alone");
            case "-javadoc.jar" -> expect(entries.containsKey("index.html"), jar, "has no index.html");
            default -> expect(any(entries, ".class"), jar, "holds no classes");
        }
    }

    private static boolean any(Map<String, byte[]> entries, String ending) {
        return entries.keySet().stream().anyMatch(each -> each.endsWith(ending));
    }

    /** The list of what is in it names the artifact and each dependency that its pom names. */
    private void checkBom(String artifact, Path pom, Path bom) throws Exception {
        Element project = parse(Files.readAllBytes(pom)).getDocumentElement();
        Element list = parse(Files.readAllBytes(bom)).getDocumentElement();
        expect(text(list, "metadata/component/name").equals(artifact), bom, "is not of " + artifact);
        expect(text(list, "metadata/component/version").equals(text(project, "version")), bom, "is of another version");
        Set<String> components = new TreeSet<>();
        for (Element each : dependencies(list, "components")) {
            components.add(text(each, "group") + ":" + text(each, "name") + ":" + text(each, "version"));
        }
        for (Element each : dependencies(project, "dependencies")) {
            if (!text(each, "optional").equals("true")) {
                String name = text(each, "groupId") + ":" + text(each, "artifactId") + ":" + text(each, "version");
                expect(components.contains(name), bom, "lacks " + name);
            }
        }
    }

    private void compare(Path other) throws IOException {
        Map<String, Path> here = content(folder);
        Map<String, Path> there = content(other);
        Set<String> without = new TreeSet<>(here.keySet());
        without.removeAll(there.keySet());
        Set<String> more = new TreeSet<>(there.keySet());
        more.removeAll(here.keySet());
        expect(more.isEmpty(), other, "holds what " + folder + " does not: " + more);
        int same = 0;
        for (Map.Entry<String, Path> each : there.entrySet()) {
            if (here.containsKey(each.getKey())) {
                Path first = here.get(each.getKey());
                boolean alike = Files.mismatch(first, each.getValue()) == -1;
                same += alike ? 1 : 0;
                expect(alike, first, "is another in " + each.getValue() + difference(first, each.getValue()));
            }
        }
        expect(same > 0, other, "has nothing to compare");
        System.out.println(same + " files are the same in both builds; the other was built without " + without.size());
    }

    private static String difference(Path first, Path second) throws IOException {
        if (!first.toString().endsWith(".jar")) {
            return "";
        }
        Map<String, byte[]> one = unpack(first);
        Map<String, byte[]> two = unpack(second);
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(two.keySet());
        names.removeIf(each -> Arrays.equals(one.get(each), two.get(each)));
        return ", in " + names.stream().limit(10).toList();
    }

    /** What is published, by names without the stamp of a snapshot; not what says when, and not signatures, which differ. */
    private static Map<String, Path> content(Path folder) throws IOException {
        Map<String, Path> content = new TreeMap<>();
        for (Path file : files(folder, name -> !name.startsWith("maven-metadata") && !isChecksum(name) && !name.endsWith(".asc"))) {
            content.put(STAMP.matcher(folder.relativize(file).toString()).replaceAll("-SNAPSHOT"), file);
        }
        return content;
    }

    private static List<Path> files(Path folder, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> name.test(each.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, byte[]> unpack(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                if (!each.isDirectory()) {
                    entries.put(each.getName(), zip.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Set<String> names(Element of) {
        Set<String> names = new TreeSet<>();
        children(of).forEach(each -> names.add(each.getTagName()));
        return names;
    }

    private static List<Element> dependencies(Element of, String path) {
        Element at = of;
        for (String step : path.split("/")) {
            at = at == null ? null : children(at).stream().filter(each -> each.getTagName().equals(step)).findFirst().orElse(null);
        }
        return at == null ? List.of() : children(at);
    }

    private static String text(Element of, String path) {
        Element at = of;
        for (String step : path.split("/")) {
            Element in = at;
            at = children(in).stream().filter(each -> each.getTagName().equals(step)).findFirst().orElse(null);
            if (at == null) {
                return "";
            }
        }
        return at.getTextContent().strip();
    }

    private void expect(boolean holds, Path where, String otherwise) {
        if (!holds) {
            wrong.add(where + " " + otherwise);
        }
    }
}
