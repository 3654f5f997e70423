package io.github.vpcep.contract.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Draws the reference in a browser without network. Its name keeps it out of every build: {@code .ci/reference} runs
 * it.
 */
class ReferenceInChromium {
    /** A word such as "Deprecated" may follow in an element of its own. */
    private static final Pattern HEADING = Pattern.compile("<h2[^>]*>(?:<a[^>]*></a>)?([^<]*)<");

    private static final Pattern OPERATION_ID = Pattern.compile("Operation id: <code>([^<]*)</code>");
    private static final Pattern CODE =
            Pattern.compile("<td>(End[Pp]oint[.][0-9]+</td>\\s*<td>[0-9]+</td>\\s*<td>.*?)</td>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void reference_drawnWithoutNetwork_showsEveryOperationAndErrorCode() throws Exception {
        Drawn drawn = draw(Reference.ofSpecJar().html());
        JsonNode bundle = Reference.bundle();
        Set<String> ids = values(bundle.path("paths"), "operationId");
        assertThat(ids).isNotEmpty();
        assertThat(drawn.found(OPERATION_ID)).isEqualTo(ids);
        assertThat(drawn.found(HEADING)).containsAll(values(bundle.path("paths"), "summary"));
        Set<String> codes = StreamSupport.stream(
                        bundle.at("/components/schemas/ErrorCode/x-error-catalogue")
                                .spliterator(),
                        false)
                .map(each ->
                        each.path("code").asText() + " " + each.path("status").asText() + " "
                                + each.path("meaning").asText().replace("`", "").strip())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn.found(CODE)).isNotEmpty().isEqualTo(codes);
        assertThat(drawn.complaints()).isEmpty();
        System.out.println("Reference in " + drawn.browser() + ": " + ids.size() + " operations, " + codes.size()
                + " error codes, nothing asked of the network");
    }

    @Test
    void reference_whenRedocIsNotCalled_showsNoOperation() throws Exception {
        Drawn drawn = draw(Reference.ofSpecJar().html().replace("Redoc.init(contract", "void (contract"));
        assertThat(drawn.found(OPERATION_ID)).isEmpty();
    }

    @Test
    void reference_whenItAsksForAPictureElsewhere_isComplainedOf() throws Exception {
        String place = "<div id=\"reference\">";
        String picture = "<img src=\"https://example.org/logo.png\">";
        Drawn drawn = draw(Reference.ofSpecJar().html().replace(place, picture + place));
        assertThat(drawn.complaints()).singleElement().asString().contains("example.org");
    }

    /**
     * What the browser made of a file.
     *
     * @param browser its version
     * @param page the elements at last, without the scripts, for these hold the contract in any case
     * @param complaints what it wrote to the console
     */
    private record Drawn(String browser, String page, List<String> complaints) {
        Set<String> found(Pattern pattern) {
            return pattern.matcher(page)
                    .results()
                    .map(match -> match.group(1)
                            .replaceAll("</td>\\s*<td>", " ")
                            .replaceAll("<[^>]*>", "")
                            .replace("&amp;", "&")
                            .strip())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Drawn draw(String html) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("reference.html"), html);
        String chromium = chromium();
        String page = run(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--enable-logging=stderr",
                "--virtual-time-budget=60000",
                "--dump-dom",
                file.toUri().toString());
        List<String> complaints = Files.readAllLines(folder.resolve("stderr")).stream()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
        String version = run(chromium, "--version").strip();
        return new Drawn(version, page.replaceAll("(?s)<script.*?</script>", ""), complaints);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("stdout");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ended by itself", command[0]).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("stderr")))
                .isZero();
        return Files.readString(output);
    }

    private static String chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is not on the path: apt-get install chromium"));
    }

    /** The values of a name, in the nodes directly below this or below those. */
    private static Set<String> values(JsonNode node, String name) {
        return StreamSupport.stream(node.spliterator(), false)
                .flatMap(child -> child.has(name)
                        ? Stream.of(child.get(name))
                        : StreamSupport.stream(child.spliterator(), false).map(below -> below.path(name)))
                .filter(JsonNode::isTextual)
                .map(value -> value.asText().strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
