package io.github.vpcep.templates;

import static io.github.vpcep.templates.Layer.CLIENT;
import static io.github.vpcep.templates.Layer.CONSTRAINTS;
import static io.github.vpcep.templates.Layer.MODEL;
import static io.github.vpcep.templates.Layer.SERVER;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        return golden("open-enum", MODEL);
    }

    @TestFactory
    List<DynamicTest> object() throws Exception {
        return golden("object", MODEL);
    }

    @TestFactory
    List<DynamicTest> tolerantReader() throws Exception {
        return golden("tolerant-reader", MODEL);
    }

    @TestFactory
    List<DynamicTest> kindsOfValues() throws Exception {
        return golden("kinds-of-values", MODEL);
    }

    @TestFactory
    List<DynamicTest> shortValues() throws Exception {
        return golden("short-values", MODEL);
    }

    @TestFactory
    List<DynamicTest> errorCatalogue() throws Exception {
        return golden("error-catalogue", MODEL);
    }

    @TestFactory
    List<DynamicTest> client() throws Exception {
        return golden("client", CLIENT, MODEL);
    }

    @TestFactory
    List<DynamicTest> anotherService() throws Exception {
        return golden("another-service", CLIENT, MODEL, SERVER);
    }

    @TestFactory
    List<DynamicTest> unusual() throws Exception {
        return golden("unusual", CLIENT, MODEL, SERVER);
    }

    @TestFactory
    List<DynamicTest> pagedList() throws Exception {
        return golden("paged-list", CLIENT, MODEL);
    }

    @TestFactory
    List<DynamicTest> intentions() throws Exception {
        return golden("intentions", CLIENT, MODEL);
    }

    @TestFactory
    List<DynamicTest> shortCalls() throws Exception {
        return golden("short-calls", CLIENT, MODEL);
    }

    @TestFactory
    List<DynamicTest> waiting() throws Exception {
        return golden("waiting", CLIENT, MODEL);
    }

    @TestFactory
    List<DynamicTest> server() throws Exception {
        return golden("server", SERVER, CONSTRAINTS, MODEL);
    }

    /** Compares the first layers; the model below another layer is only compiled. */
    private List<DynamicTest> golden(String feature, Layer... layers) throws Exception {
        Path folder = Project.GOLDEN.resolve(feature);
        Generation made = Generation.of(folder.resolve("openapi.yaml"), directory, layers);

        List<DynamicTest> tests = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer != MODEL || layers.length == 1) {
                Tree golden =
                        new Tree(folder.resolve("expected").resolve(layer.name().toLowerCase(Locale.ROOT)));
                Tree tree = made.tree(layer);
                if (WRITE) {
                    tree.writeTo(golden);
                }
                tests.add(dynamicTest(layer + " is as expected", () -> tree.assertSameAs(golden)));
            }
        }

        Compiled using = Compiled.of(made);
        compiled = using;
        using.add(folder.resolve("Uses.java"));
        Arrays.stream(using.type("golden.Uses").getDeclaredMethods())
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(each -> tests.add(dynamicTest(each.getName(), () -> run(each))));
        return tests;
    }

    private static void run(Method test) throws Throwable {
        try {
            test.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
