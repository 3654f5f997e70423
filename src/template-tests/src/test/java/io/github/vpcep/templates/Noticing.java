package io.github.vpcep.templates;

import io.github.vpcep.templates.Mutants.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who notices a change of the templates, without comparing what is made with what was made before. */
final class Noticing {
    /** One use of what is made of a tiny contract takes less than two seconds. */
    private static final int SECONDS = 120;

    private final Path folder;
    private final Path templates;

    /** What is made of each feature by the templates as they are. */
    private final Map<Feature, Map<Layer, Tree>> made = new EnumMap<>(Feature.class);

    Noticing(Path folder) throws IOException {
        this.folder = folder;
        this.templates = folder.resolve("templates");
        new Tree(Project.TEMPLATES).writeTo(new Tree(templates));
        // Common ones may be replaced in the folder of each part.
        for (Feature feature : Feature.values()) {
            Path directory = folder.resolve("made").resolve(feature.name());
            Generation.of(feature.contract(), templates, directory, feature.layers());
            Map<Layer, Tree> layers = new EnumMap<>(Layer.class);
            feature.layers().forEach(each -> layers.put(each, new Tree(directory.resolve(each.name()))));
            made.put(feature, layers);
        }
    }

    /** What a change comes to. */
    enum By {
        NOTHING_CHANGED,
        MEANS_THE_SAME,
        NOBODY,
        GENERATOR,
        COMPILER,
        USES
    }

    /** By whom a change was noticed, and how. */
    record Found(By by, String how) {
        @Override
        public String toString() {
            return by + " " + how;
        }
    }

    Found of(Mutant mutant) throws IOException {
        String part = mutant.template().substring(0, mutant.template().indexOf('/'));
        String name = mutant.template().substring(part.length() + 1);
        List<String> parts = part.equals("_common") ? List.of("model", "client", "server") : List.of(part);
        for (String each : parts) {
            Files.writeString(templates.resolve(each).resolve(name), mutant.text());
        }
        try {
            return of(parts);
        } finally {
            for (String each : parts) {
                Path original = Project.TEMPLATES.resolve(each).resolve(name);
                if (Files.exists(original)) {
                    Files.writeString(templates.resolve(each).resolve(name), Files.readString(original));
                } else {
                    Files.delete(templates.resolve(each).resolve(name));
                }
            }
        }
    }

    private Found of(List<String> parts) throws IOException {
        By least = By.NOTHING_CHANGED;
        for (Feature feature : Feature.values()) {
            List<Layer> changed = feature.layers().stream()
                    .filter(each -> parts.contains(each.part()))
                    .toList();
            if (changed.isEmpty()) {
                continue;
            }
            Path directory = folder.resolve("changed").resolve(feature.name());
            new Tree(directory).delete();
            Generation generation;
            try {
                generation = Generation.of(feature.contract(), templates, directory, changed);
            } catch (RuntimeException e) {
                return new Found(By.GENERATOR, feature + " " + e);
            }
            By by = By.NOTHING_CHANGED;
            for (Layer layer : changed) {
                by = max(by, difference(before(feature, layer), new Tree(directory.resolve(layer.name()))));
            }
            least = max(least, by);
            if (by == By.NOBODY) {
                for (Layer layer : feature.layers()) {
                    if (!changed.contains(layer)) {
                        before(feature, layer).writeTo(new Tree(directory.resolve(layer.name())));
                    }
                }
                Found found = used(feature, generation);
                if (found.by() != By.NOBODY) {
                    return found;
                }
            }
        }
        return new Found(least, "");
    }

    private Tree before(Feature feature, Layer layer) {
        return Objects.requireNonNull(Objects.requireNonNull(made.get(feature)).get(layer));
    }

    private static By max(By one, By other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static By difference(Tree before, Tree after) throws IOException {
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        if (old.equals(now)) {
            return By.NOTHING_CHANGED;
        }
        return meanings(old).equals(meanings(now)) ? By.MEANS_THE_SAME : By.NOBODY;
    }

    private static Map<String, Object> meanings(Map<String, String> texts) {
        Map<String, Object> meanings = new TreeMap<>();
        texts.forEach((name, text) -> meanings.put(name, Meaning.of(name, text)));
        return meanings;
    }

    private static Map<String, String> texts(Tree tree) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : tree.files("")) {
            if (!file.startsWith(tree.folder().resolve(".openapi-generator"))) {
                texts.put(tree.folder().relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static Found used(Feature feature, Generation generation) throws IOException {
        try (Compiled compiled = Compiled.of(generation)) {
            Map<String, Feature.Use> uses;
            try {
                uses = feature.uses(compiled);
                uses.putAll(feature.laws(generation, compiled));
            } catch (AssertionError e) {
                return new Found(By.COMPILER, feature + " Uses");
            }
            for (Map.Entry<String, Feature.Use> use : uses.entrySet()) {
                if (!passes(use.getValue())) {
                    return new Found(By.USES, feature + "." + use.getKey());
                }
            }
            return new Found(By.NOBODY, "");
        } catch (AssertionError e) {
            return new Found(By.COMPILER, feature + "");
        }
    }

    /** Whether it does, in the time that it may take. */
    private static boolean passes(Feature.Use use) {
        FutureTask<Boolean> run = new FutureTask<>(() -> {
            try {
                use.run();
                return true;
            } catch (Throwable e) {
                return false;
            }
        });
        Thread thread = new Thread(run, "use");
        thread.setDaemon(true);
        thread.start();
        try {
            return run.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return false;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
