package io.github.vpcep.specdiff;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A project of the tests' own, so that an edit of the real contract fails none of them. */
final class SmallProject {
    /** Made once: nearly every test compares with it. */
    private static final String BUNDLE =
            new Contracts(root(), List.of()).workingTree().text();

    private SmallProject() {}

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(SmallProject.class.getResource("/small"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path spec() {
        return root().resolve("spec");
    }

    static String bundle() {
        return BUNDLE;
    }

    static void copySpec(Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(spec())) {
            for (Path each : paths.toList()) {
                Files.copy(each, target.resolve(spec().relativize(each).toString()));
            }
        }
    }
}
