package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What comes with the sandbox onto a class path: what it runs on and nothing else. */
class RunsOnTest {
    /** A line of the list that the build writes: group:artifact:jar:version:scope:file, and more. */
    private static final Pattern LINE = Pattern.compile(
            "\\s+([^:]+):([^:]+):jar:[^:]+:(?:compile|runtime):" + "(.+?)( \\(optional\\))?(?:\\x1b.*| -- module .*)?");

    private static final Set<String> JUNIT = Set.of(
            "org.apiguardian:apiguardian-api",
            "org.junit.jupiter:junit-jupiter-api",
            "org.junit.platform:junit-platform-commons",
            "org.opentest4j:opentest4j");

    @Test
    void classPath_holdsWhatTheServerRunsOn_andNothingElse() throws IOException {
        assertThat(needed())
                .extracting(Jar::name)
                .containsExactlyInAnyOrder(
                        // The client, and what it runs on.
                        "io.github.vpcep:vpcep-client",
                        "io.github.vpcep:vpcep-runtime",
                        "io.github.vpcep:vpcep-json",
                        "io.github.vpcep:vpcep-model",
                        "com.fasterxml.jackson.core:jackson-annotations",
                        "com.fasterxml.jackson.core:jackson-core",
                        "com.fasterxml.jackson.core:jackson-databind",
                        "com.squareup.okhttp3:okhttp",
                        "com.squareup.okio:okio-jvm",
                        "com.squareup.retrofit2:retrofit",
                        "org.jetbrains.kotlin:kotlin-stdlib",
                        "org.jetbrains:annotations",
                        "org.jspecify:jspecify",
                        "org.slf4j:slf4j-api",
                        // The interfaces of the server and their router, and the contract that it shows.
                        "io.github.vpcep:vpcep-router",
                        "io.github.vpcep:vpcep-server",
                        "io.github.vpcep:vpcep-sandbox-control",
                        "io.github.vpcep:vpcep-spec",
                        "jakarta.validation:jakarta.validation-api",
                        "jakarta.ws.rs:jakarta.ws.rs-api",
                        // Netty.
                        "io.netty:netty-buffer",
                        "io.netty:netty-codec-base",
                        "io.netty:netty-codec-compression",
                        "io.netty:netty-codec-http",
                        "io.netty:netty-common",
                        "io.netty:netty-handler",
                        "io.netty:netty-resolver",
                        "io.netty:netty-transport",
                        "io.netty:netty-transport-native-unix-common");
    }

    @Test
    void classPath_byItsNames_hasNoDatabaseAndNoFramework() throws IOException {
        assertThat(needed())
                .extracting(Jar::name)
                .noneMatch(Pattern.compile("postgres|jdbc|hikari|flyway|spring|hibernate", Pattern.CASE_INSENSITIVE)
                        .asPredicate());
    }

    @Test
    void junit_isOptional() throws IOException {
        assertThat(all())
                .filteredOn(each -> each.name().equals("org.junit.jupiter:junit-jupiter-api"))
                .singleElement()
                .matches(Jar::optional);
    }

    @Test
    void sandbox_whereThereIsNoJUnit_startsAndAnswers() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader alone = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> alone.loadClass("org.junit.jupiter.api.extension.Extension"))
                    .isInstanceOf(ClassNotFoundException.class);
            Thread.currentThread().setContextClassLoader(alone);
            Class<?> type = alone.loadClass(VpcepSandbox.class.getName());
            assertThat(type).isNotSameAs(VpcepSandbox.class);
            try (AutoCloseable sandbox = (AutoCloseable) type.getMethod("start").invoke(null)) {
                URI uri = (URI) type.getMethod("uri").invoke(sandbox);
                HttpRequest versions = HttpRequest.newBuilder(uri.resolve("/")).build();
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(versions, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("CURRENT");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] urls() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(Path.of("../sandbox/target/classes")));
        for (Jar each : needed()) {
            urls.add(url(each.file()));
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    /** What a project gets that depends on the sandbox. */
    private static List<Jar> needed() throws IOException {
        return all().stream().filter(each -> !JUNIT.contains(each.name())).toList();
    }

    private static List<Jar> all() throws IOException {
        List<Jar> jars = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../sandbox/target/runs-on.txt"))) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                String name = parts.group(1) + ":" + parts.group(2);
                jars.add(new Jar(name, Path.of(parts.group(3)), parts.group(4) != null));
            }
        }
        return jars;
    }

    private record Jar(String name, Path file, boolean optional) {}
}
