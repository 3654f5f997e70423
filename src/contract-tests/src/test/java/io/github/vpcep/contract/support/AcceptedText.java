package io.github.vpcep.contract.support;

import static org.assertj.core.api.Assertions.fail;

import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A file of the repository that says what was accepted: it must hold the text that a test makes now.
 *
 * @param file its path below the root of the repository
 * @param property the system property that writes it anew when it is {@code write}
 */
public record AcceptedText(String file, String property) {
    private static final int SHOWN = 20;

    /**
     * Fails unless the file holds the text.
     *
     * @param what what the file shows
     * @param now the text
     * @param difference what to print of the accepted text and that of now when they differ
     */
    public void mustBe(String what, String now, BiFunction<String, String, List<String>> difference)
            throws IOException {
        Path path = RepositoryRoot.find().resolve(file);
        if ("write".equals(System.getProperty(property))) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, now);
        }
        String accepted = Files.exists(path) ? Files.readString(path).replace("\r\n", "\n") : "";
        if (!now.equals(accepted)) {
            fail(what + " is not the accepted one:\n" + String.join("\n", difference.apply(accepted, now))
                    + "\nIf that is meant, build with -D" + property + "=write and commit " + file);
        }
    }

    /** The first lines that only one of two texts has, "- " for the accepted one and "+ " for that of now. */
    public static List<String> firstLines(String accepted, String now) {
        List<String> gone = new ArrayList<>(accepted.lines().toList());
        List<String> added = new ArrayList<>(now.lines().toList());
        now.lines().forEach(gone::remove);
        accepted.lines().forEach(added::remove);
        List<String> lines = new ArrayList<>();
        gone.stream().limit(SHOWN).forEach(line -> lines.add("- " + line));
        added.stream().limit(SHOWN).forEach(line -> lines.add("+ " + line));
        return lines.isEmpty() ? List.of("the same lines in another order, or other line ends") : lines;
    }
}
