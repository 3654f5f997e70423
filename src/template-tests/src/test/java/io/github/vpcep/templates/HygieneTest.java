package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build generated from the real spec reads as if written by hand. */
class HygieneTest {
    private static final Pattern IMPORT = Pattern.compile("import (static )?[\\w.]*?(?<name>\\w+|\\*);");
    private static final Pattern WORD_ENDS = Pattern.compile("\\W+");
    private static final Pattern MODEL_HEADER = Pattern.compile(
            "// Generated from (?<file>spec/(sandbox/)?schemas/\\w+\\.yaml); edit that file, not this one\\.");

    /** The faults of every file, each with the file's name. */
    private static List<String> faults(Check check) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            for (Path source : layer.built().files(".java")) {
                check.faults(Files.readAllLines(source))
                        .forEach(fault -> faults.add(source.getFileName() + ": " + fault));
            }
        }
        return faults;
    }

    private interface Check {
        Stream<String> faults(List<String> lines);
    }

    @Test
    void everySourceOfTheModelNamesAFileThatExists() throws Exception {
        for (Layer layer : List.of(Layer.MODEL, Layer.CONTROL_MODEL)) {
            for (Path source : withHeader(layer)) {
                var header = MODEL_HEADER.matcher(Files.readAllLines(source).get(0));

                assertThat(header.matches())
                        .as("header of %s", source.getFileName())
                        .isTrue();
                assertThat(Project.ROOT.resolve(header.group("file"))).exists();
            }
        }
    }

    @Test
    void everySourceOfAGroupNamesItsOperations() throws Exception {
        for (Layer layer : List.of(Layer.CLIENT, Layer.SERVER, Layer.CONTROL_CLIENT, Layer.CONTROL_SERVER)) {
            for (Path source : withHeader(layer)) {
                String text = Files.readString(source);
                String header = text.substring(0, text.indexOf("package ")).replaceAll("\\s+(// )?", " ");

                assertThat(header)
                        .as("header of %s", source)
                        .startsWith("// Generated from ")
                        .contains("spec/");
                if (header.contains("operations tagged")) {
                    Pattern.compile("Documented as \\{@code (\\w+)}")
                            .matcher(text)
                            .results()
                            .forEach(each -> assertThat(header).contains(each.group(1)));
                }
            }
        }
    }

    private static List<Path> withHeader(Layer layer) throws Exception {
        List<Path> sources = layer.built().files(".java").stream()
                .filter(each -> !each.endsWith("package-info.java"))
                .toList();
        assertThat(sources).isNotEmpty();
        return sources;
    }

    @Test
    void everyImportIsOfOneClassThatIsUsed() throws Exception {
        assertThat(faults(lines -> {
                    Set<String> words = lines.stream()
                            .filter(line -> !line.startsWith("import "))
                            .flatMap(WORD_ENDS::splitAsStream)
                            .collect(Collectors.toSet());
                    return lines.stream()
                            .map(IMPORT::matcher)
                            .filter(line -> line.matches())
                            .filter(line -> !words.contains(line.group("name")))
                            .map(line -> line.group());
                }))
                .isEmpty();
    }

    @Test
    void nothingIsSuppressedLeftOpenOrStamped() throws Exception {
        Pattern bad = Pattern.compile("@SuppressWarnings|TODO|FIXME|XXX|(?i)openapi[- ]generator|@\\w*Generated");

        assertThat(faults(lines -> lines.stream().filter(bad.asPredicate()))).isEmpty();
    }

    @Test
    void noMarkdownIsLeft() throws Exception {
        assertThat(faults(lines -> lines.stream().filter(line -> line.contains("`"))))
                .isEmpty();
    }

    @Test
    void linesAreAtMost120CharactersLong() throws Exception {
        assertThat(faults(lines -> lines.stream()
                        .filter(line -> line.length() > 120)
                        .filter(line -> !line.startsWith("import "))
                        .filter(line -> !line.contains("https://"))
                        // A pattern cannot be broken; it stands on a line of its own.
                        .filter(line -> !line.matches("\\s*\\* +\\{@code \\S+}\\.?"))))
                .isEmpty();
    }

    @Test
    void noLineHasTrailingSpaceOrATab() throws Exception {
        assertThat(faults(lines -> lines.stream().filter(line -> line.contains("\t") || line.matches(".*\\s$"))))
                .isEmpty();
    }

    @Test
    void everyPublicMethodAndTypeIsDocumented() throws Exception {
        assertThat(faults(lines -> Stream.iterate(1, i -> i < lines.size(), i -> i + 1)
                        .filter(i -> lines.get(i)
                                .matches("\\s*public (?!.*\\bequals\\(|.*\\bhashCode\\(|.*\\btoString\\().*\\{"))
                        .filter(i -> !documented(lines, i))
                        .map(lines::get)))
                .isEmpty();
    }

    /** Annotations may stand between; what overrides inherits its words. */
    private static boolean documented(List<String> lines, int line) {
        for (int i = line - 1; i >= 0; i--) {
            String before = lines.get(i).strip();
            if (before.endsWith("*/") || before.equals("@Override")) {
                return true;
            }
            if (before.isEmpty() || before.endsWith("}") || before.endsWith("{") || before.endsWith(";")) {
                return false;
            }
        }
        return false;
    }
}
