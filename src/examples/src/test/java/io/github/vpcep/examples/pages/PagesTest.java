package io.github.vpcep.examples.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.sandbox.SandboxConfig;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every name between back-ticks is there, every number comes from somewhere, every snippet is compiled, every link
 * leads somewhere, and both languages say the same. The README's commands are run by {@code .ci/run}.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class PagesTest {
    private static final Claims CLAIMS = new Claims();
    private static final Snippets SNIPPETS = new Snippets();

    static Stream<DocPage> english() {
        return Pages.english().stream();
    }

    static Stream<DocPage> all() {
        return Pages.all().stream();
    }

    static Stream<DocPage> work() {
        return Pages.ofWork().stream();
    }

    static Stream<DocPage> linking() {
        return Stream.of(Pages.all(), Pages.ofWork(), List.of(Pages.choices())).flatMap(List::stream);
    }

    static List<String> translated() {
        return Pages.translated();
    }

    @ParameterizedTest
    @MethodSource("english")
    void claims_hold(DocPage page) {
        assertThat(CLAIMS.findings(page)).isEmpty();
    }

    /** The operation answers 500; what cannot be reached at all is another matter, and the sandbox's own. */
    @Test
    void choices_areThoseOfTheSandbox() {
        assertThat(CLAIMS.findingsOfChoices(Pages.choices()))
                .singleElement()
                .asString()
                .endsWith("503 `EndPoint.0001`, but its status is 500");
    }

    @ParameterizedTest
    @MethodSource("work")
    void namesOfWork_areThere(DocPage page) {
        assertThat(CLAIMS.findingsOfWork(page)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void snippets_arePartsOfWhatRuns(DocPage page) {
        assertThat(SNIPPETS.findings(page)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("linking")
    void links_leadToFiles(DocPage page) {
        Path folder = DocPage.ROOT.resolve(page.name()).resolveSibling("");

        assertThat(page.told().flatMap(block -> block.links().stream()))
                .filteredOn(link -> !link.startsWith("https:") && !link.isEmpty())
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("translated")
    void pageInChinese_saysTheSame(String english) {
        assertThat(Twins.differences(DocPage.of(english), Pages.chinese(english)))
                .isEmpty();
    }

    @Test
    void guides_areLinkedFromTheReadme() {
        List<String> links = DocPage.of("README.md")
                .told()
                .flatMap(block -> block.links().stream())
                .toList();

        assertThat(Pages.english())
                .extracting(DocPage::name)
                .filteredOn(name -> name.contains("guides"))
                .isSubsetOf(links);
    }

    @Test
    void whatIsKnown_isSaidSomewhere() {
        assertThat(CLAIMS.unused(linking().toList())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up to 3 tries|up to 5 tries|\"up to 5 tries\", but it is 3",
                "All 33 operations|All 34 operations|\"ll 34 operations\", but it is 33",
                "JDK 17|JDK 11|but it is 17",
                "made once|made 7 times|nothing says where 7 comes from",
                "`QuotaExceededException`|`QuotaExceedException`|`QuotaExceedException` is not there",
                "`.callTimeout(…)`|`.timeout(…)`|`.timeout(…)` is not there",
                "endpoints().awaitStatus(id|endpoints().awaitState(id|awaitState(id",
                "EndpointStatus.ACCEPTED|EndpointStatus.ACCEPT|EndpointStatus.ACCEPT,",
                "awaitStatus(id, |awaitStatus(|is not there",
                "`Credentials.standard()`|`Credentials.chain()`|`Credentials.chain()` is not there",
                "`--store jdbc|`--storage jdbc|`--storage jdbc:postgresql://…` is not there",
                "`mvn -Pquickstart`|`mvn -Pquick`|`mvn -Pquick` is not there",
                "vpcep-sandbox.jar --help|vpcep-box.jar --help|is not there",
                "vpcep:vpcep-sandbox`|vpcep:vpcep-box`|`io.github.vpcep:vpcep-box` is not there",
                "`src/`|`source/`|`source/` is not there",
            })
    void faultInTheReadme_isFound(String right, String wrong, String finding) {
        String readme = DocPage.read(DocPage.ROOT.resolve("README.md"));
        String changed = readme.replace(right, wrong);

        assertThat(changed).isNotEqualTo(readme);
        assertThat(CLAIMS.findings(DocPage.saying(changed)))
                .anySatisfy(each -> assertThat(each).contains(finding));
    }

    @Test
    void status_thatIsNotThatOfTheCode_isFound() {
        assertThat(CLAIMS.findings(DocPage.saying("Answered with 404 `EndPoint.0006`.")))
                .contains("page:1: 404 `EndPoint.0006`, but its status is 400");
    }

    @Test
    void snippet_thatIsNotCompiled_isFound() {
        DocPage page = DocPage.saying("```java\nvpcep.endpoints().lost();\n```\n");

        assertThat(SNIPPETS.findings(page)).singleElement().asString().contains("no source has this");
    }

    /** In Python the blanks at the beginning of a line have a meaning. */
    @Test
    void snippet_ofAnotherLanguage_isShownAsItStands() {
        String shown = "```python\ndef wait(resource, status):\n%s\"\"\"Asks once a second%s";

        assertThat(SNIPPETS.findings(
                        DocPage.saying(shown.formatted("    ", " until a resource has the status.\"\"\"\n```\n"))))
                .isEmpty();
        assertThat(SNIPPETS.findings(
                        DocPage.saying(shown.formatted("  ", " until a resource has the status.\"\"\"\n```\n"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`a` is 5, [so](b.md)|`a` 是 5，[所以](b.md)|",
                "`a` is 5|`b` 是 5|names that are missing: [a]",
                "`a` is 5|`a` 是 6|numbers that are missing: [5]",
                "see [so](b.md)|看[所以](c.md)|links that are missing: [b.md]",
                "# One|## 一|a HEADING of 2 in place of a HEADING of 1",
                "- one|一|a PARAGRAPH of 0 in place of a ITEM of 0",
            })
    void difference_ofLanguages_isFound(String english, String chinese, String difference) {
        List<String> found = Twins.differences(DocPage.saying(english), DocPage.saying(chinese));

        if (difference == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(difference);
        }
    }

    @Test
    void difference_ofTables_isFound() {
        DocPage two = DocPage.saying("| a | b |\n|---|---|\n| c | d |\n| e | f |\n");
        DocPage one = DocPage.saying("| a | b |\n|---|---|\n| c | d |\n");

        assertThat(Twins.differences(two, one)).containsExactly("page has 2 blocks, and page 3");
    }

    @Test
    void versions_areThoseThatWereTried() {
        Map<String, List<String>> tried = Consumers.read().stream()
                .collect(Collectors.groupingBy(
                        Consumers::what,
                        LinkedHashMap::new,
                        Collectors.flatMapping(each -> Stream.of(each.version(), each.name()), Collectors.toList())));

        assertThat(DocPage.of("src/docs/guides/versions.md")
                        .told()
                        .filter(block ->
                                block.kind() == Block.Kind.ROW && !block.spans().isEmpty()))
                .extracting(row -> row.words().split("\\|", -1)[1].strip(), row -> Set.copyOf(row.spans()))
                .containsExactlyElementsOf(tried.entrySet().stream()
                        .map(each -> tuple(each.getKey(), Set.copyOf(each.getValue())))
                        .toList());
    }

    @Test
    void errors_areAllInTheGuide_eachWithCodesThatBecomeIt() {
        List<Block> rows = DocPage.of("src/docs/guides/errors.md")
                .told()
                .filter(block -> block.kind() == Block.Kind.ROW && block.text().startsWith("| `"))
                .toList();

        assertThat(rows).extracting(row -> row.spans().get(0)).containsExactlyInAnyOrderElementsOf(exceptions());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.spans().stream().flatMap(PagesTest::code))
                        .allSatisfy(code -> assertThat(exceptionOf(code))
                                .isEqualTo(row.spans().get(0))));
    }

    /** Those that are thrown: all in the package, but for the abstract one. */
    private static Set<String> exceptions() {
        String folder = "src/runtime/src/main/java/"
                + VpcepException.class.getPackageName().replace('.', '/');
        try (Stream<Path> files = Files.list(DocPage.ROOT.resolve(folder))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Exception") && !name.equals("VpcepException"))
                    .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<ErrorCode> code(String span) {
        return Stream.ofNullable(ErrorCode.find(span));
    }

    private static String exceptionOf(ErrorCode code) {
        return Pattern.compile("_([a-z])|^([a-z])")
                        .matcher(code.kind().name().toLowerCase(Locale.ROOT))
                        .replaceAll(found -> found.group().replace("_", "").toUpperCase(Locale.ROOT))
                + "Exception";
    }

    @Test
    void setUpFile_isTakenAsTheGuideShowsIt_andHasEveryKey(@TempDir Path folder) throws Exception {
        String shown =
                DocPage.of("src/docs/guides/sandbox-config.md").fences("json").get(0);
        Path file = Files.writeString(folder.resolve("config.json"), shown);

        assertThat(SandboxConfig.fromFile(file).accounts().all()).hasSize(1);
        assertThat(keys(new ObjectMapper().readTree(shown)))
                .isEqualTo(keys(Class.forName("io.github.vpcep.sandbox.ConfigFile$Root")));
        assertThat(SandboxConfig.fromFile(Files.writeString(file, "{}")).settings())
                .isEqualTo(
                        SandboxConfig.fromFile(Files.writeString(file, shown)).settings());
    }

    private static Set<String> keys(JsonNode json) {
        Set<String> keys = new TreeSet<>();
        json.fieldNames().forEachRemaining(keys::add);
        json.forEach(each -> keys.addAll(keys(each)));
        return keys;
    }

    /** As the file writes the names of a record, and of those that it is made of. */
    private static Set<String> keys(Class<?> record) {
        Set<String> keys = new TreeSet<>();
        for (RecordComponent each : record.getRecordComponents()) {
            keys.add(each.getName().equals("isDefault") ? "default" : snake(each.getName()));
            Stream.concat(Stream.of(each.getType()), parts(each.getGenericType().getTypeName()))
                    .filter(Class::isRecord)
                    .forEach(part -> keys.addAll(keys(part)));
        }
        return keys;
    }

    private static Stream<Class<?>> parts(String type) {
        return Pattern.compile("io\\.github\\.vpcep[\\w.$]+")
                .matcher(type)
                .results()
                .map(found -> {
                    try {
                        return Class.forName(found.group());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
