package io.github.vpcep.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A tiny contract for what templates lay out, and what is done with the Java that it becomes. */
@SuppressWarnings("ImmutableEnumChecker") // The list is.
enum Feature {
    OPEN_ENUM("open-enum", Layer.MODEL),
    OBJECT("object", Layer.MODEL),
    TOLERANT_READER("tolerant-reader", Layer.MODEL),
    KINDS_OF_VALUES("kinds-of-values", Layer.MODEL),
    SHORT_VALUES("short-values", Layer.MODEL),
    ERROR_CATALOGUE("error-catalogue", Layer.MODEL),
    CLIENT("client", Layer.CLIENT, Layer.MODEL),
    ANOTHER_SERVICE("another-service", Layer.CLIENT, Layer.MODEL, Layer.SERVER),
    UNUSUAL("unusual", Layer.CLIENT, Layer.MODEL, Layer.SERVER),
    PAGED_LIST("paged-list", Layer.CLIENT, Layer.MODEL),
    INTENTIONS("intentions", Layer.CLIENT, Layer.MODEL),
    SHORT_CALLS("short-calls", Layer.CLIENT, Layer.MODEL),
    WAITING("waiting", Layer.CLIENT, Layer.MODEL),
    SERVER("server", Layer.SERVER, Layer.CONSTRAINTS, Layer.MODEL);

    private final Path folder;
    private final List<Layer> layers;

    Feature(String name, Layer... layers) {
        this.folder = Project.GOLDEN.resolve(name);
        this.layers = List.of(layers);
    }

    /** Something that is done, and fails unless it comes out right. */
    interface Use {
        void run() throws Throwable;
    }

    Path contract() {
        return folder.resolve("openapi.yaml");
    }

    /** What is made of it. */
    List<Layer> layers() {
        return layers;
    }

    /** The exact files of a layer. */
    Tree expected(Layer layer) {
        return new Tree(folder.resolve("expected").resolve(layer.name().toLowerCase(Locale.ROOT)));
    }

    /** The methods of {@code Uses.java} beside the contract by their names, compiled with what was made of it. */
    Map<String, Use> uses(Compiled made) throws IOException {
        made.add(folder.resolve("Uses.java"));
        Map<String, Use> uses = new TreeMap<>();
        for (Method each : made.type("golden.Uses").getDeclaredMethods()) {
            if (Modifier.isPublic(each.getModifiers())) {
                uses.put(each.getName(), () -> run(each));
            }
        }
        return uses;
    }

    /** What holds of all that is made of any contract, tried on this one. */
    Map<String, Use> laws(Generation generation, Compiled made) {
        OpenAPI contract = new OpenAPIV3Parser().read(contract().toString());
        Map<String, Use> laws = new TreeMap<>(new NativeLaws(made, generation).all(layers));
        laws.putAll(new ModelLaws(made, contract).all());
        if (layers.contains(Layer.CLIENT)) {
            laws.putAll(new ClientLaws(made, contract).all());
            laws.put(
                    "law: the table of calls names what is there",
                    () -> new TableLaws(made, contract, generation).check());
        }
        if (layers.contains(Layer.SERVER)) {
            laws.putAll(new ServerLaws(made, contract).all());
        }
        laws.put("law: others may touch what is for them, and nothing else", () -> {
            for (Layer layer : layers) {
                AccessLaws.check(made, layer.part());
            }
        });
        laws.put("law: what may be null says so, and nothing else is", () -> {
            for (Layer layer : layers) {
                if (layer != Layer.CONSTRAINTS) {
                    NullnessLaws.check(made, layer.part());
                }
            }
        });
        return laws;
    }

    private static void run(Method use) throws Throwable {
        try {
            use.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
