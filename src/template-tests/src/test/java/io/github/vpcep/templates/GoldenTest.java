package io.github.vpcep.templates;

import static io.github.vpcep.templates.Layer.MODEL;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tiny contract in, the exact Java out; then that Java is compiled and run by the methods of {@code Uses.java} beside
 * the contract. {@code -Dvpcep.golden=write} rewrites what is expected.
 */
class GoldenTest {
    private static final boolean WRITE = "write".equals(System.getProperty("vpcep.golden"));

    @TempDir
    private Path directory;

    private @Nullable Compiled compiled;

    @AfterEach
    void close() throws Exception {
        if (compiled != null) {
            compiled.close();
        }
    }

    @TestFactory
    List<DynamicTest> openEnum() throws Exception {
        return golden(Feature.OPEN_ENUM);
    }

    @TestFactory
    List<DynamicTest> object() throws Exception {
        return golden(Feature.OBJECT);
    }

    @TestFactory
    List<DynamicTest> tolerantReader() throws Exception {
        return golden(Feature.TOLERANT_READER);
    }

    @TestFactory
    List<DynamicTest> kindsOfValues() throws Exception {
        return golden(Feature.KINDS_OF_VALUES);
    }

    @TestFactory
    List<DynamicTest> shortValues() throws Exception {
        return golden(Feature.SHORT_VALUES);
    }

    @TestFactory
    List<DynamicTest> errorCatalogue() throws Exception {
        return golden(Feature.ERROR_CATALOGUE);
    }

    @TestFactory
    List<DynamicTest> client() throws Exception {
        return golden(Feature.CLIENT);
    }

    @TestFactory
    List<DynamicTest> anotherService() throws Exception {
        return golden(Feature.ANOTHER_SERVICE);
    }

    @TestFactory
    List<DynamicTest> unusual() throws Exception {
        return golden(Feature.UNUSUAL);
    }

    @TestFactory
    List<DynamicTest> pagedList() throws Exception {
        return golden(Feature.PAGED_LIST);
    }

    @TestFactory
    List<DynamicTest> intentions() throws Exception {
        return golden(Feature.INTENTIONS);
    }

    @TestFactory
    List<DynamicTest> shortCalls() throws Exception {
        return golden(Feature.SHORT_CALLS);
    }

    @TestFactory
    List<DynamicTest> waiting() throws Exception {
        return golden(Feature.WAITING);
    }

    @TestFactory
    List<DynamicTest> server() throws Exception {
        return golden(Feature.SERVER);
    }

    /** Compares the first layers; the model below another layer is only compiled. */
    private List<DynamicTest> golden(Feature feature) throws Exception {
        List<Layer> layers = feature.layers();
        Generation made = Generation.of(feature.contract(), Project.TEMPLATES, directory, layers);

        List<DynamicTest> tests = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer != MODEL || layers.size() == 1) {
                Tree golden = feature.expected(layer);
                Tree tree = made.tree(layer);
                if (WRITE) {
                    tree.writeTo(golden);
                }
                tests.add(dynamicTest(layer + " is as expected", () -> tree.assertSameAs(golden)));
            }
        }

        Compiled using = Compiled.of(made);
        compiled = using;
        Map<String, Feature.Use> uses = feature.uses(using);
        uses.putAll(feature.laws(made, using));
        uses.forEach((name, use) -> tests.add(dynamicTest(name, use::run)));
        return tests;
    }
}
