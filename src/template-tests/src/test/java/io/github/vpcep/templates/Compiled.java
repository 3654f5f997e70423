package io.github.vpcep.templates;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.router.Router;
import io.github.vpcep.runtime.engine.Engine;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Generated sources, compiled in this process with the build's strictness, and loaded. */
final class Compiled implements AutoCloseable {
    /** What the generated modules depend on, and nothing that only this module does. */
    private static final String LIBRARIES = Stream.of(
                    JsonProperty.class,
                    JsonParser.class,
                    ObjectMapper.class,
                    VpcepJson.class,
                    Nullable.class,
                    Engine.class,
                    Router.class,
                    Retrofit.class,
                    OkHttpClient.class,
                    Buffer.class,
                    Unit.class,
                    GET.class,
                    Valid.class)
            .map(Compiled::origin)
            .collect(Collectors.joining(File.pathSeparator));

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all, because it keeps what is in the jars of the class path. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final Path classes;
    private final URLClassLoader loader;

    private Compiled(Path classes, Path resources) throws IOException {
        this.classes = classes;
        URL[] folders = {classes.toUri().toURL(), resources.toUri().toURL()};
        this.loader = new URLClassLoader(folders, Compiled.class.getClassLoader());
    }

    /** Compiles all layers as the build does, almost every warning on and fatal. */
    static Compiled of(Generation generation) throws IOException {
        Path classes = Files.createDirectories(generation.directory().resolve("classes"));
        compile(generation.sources(), classes, LIBRARIES, "-Xlint:all,-deprecation", "-Werror");
        return new Compiled(
                classes, Files.createDirectories(generation.directory().resolve(Layer.CONSTRAINTS.name())));
    }

    /** Adds a source that uses the generated ones and may use all that a test may. */
    void add(Path source) throws IOException {
        compile(List.of(source), classes, classes + File.pathSeparator + System.getProperty("java.class.path"));
    }

    private static void compile(List<Path> sources, Path classes, String classPath, String... strictness) {
        List<String> options = new ArrayList<>(List.of("--release", "17", "-proc:none", "-parameters"));
        options.addAll(List.of("-classpath", classPath, "-d", classes.toString()));
        options.addAll(List.of(strictness));
        StringWriter messages = new StringWriter();
        boolean compiled = COMPILER.getTask(
                        messages, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!compiled) {
            throw new AssertionError("Does not compile:\n" + messages);
        }
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class by its name below {@code io.github.vpcep}. */
    Class<?> type(String name) {
        try {
            return loader.loadClass("io.github.vpcep." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No class " + name, e);
        }
    }

    /** The classes of a package below {@code io.github.vpcep}. */
    List<Class<?>> types(String inPackage) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        for (Path file : new Tree(classes.resolve("io/github/vpcep").resolve(inPackage)).files(".class")) {
            String name = file.getFileName().toString().replace(".class", "");
            if (!name.equals("package-info") && !name.matches(".*\\$\\d.*")) {
                types.add(type(inPackage + "." + name));
            }
        }
        return types;
    }

    /** The text of a resource. */
    String text(String resource) throws IOException {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
