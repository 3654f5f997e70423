package io.github.vpcep.prism;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A running Prism. It runs in its container where Docker is available, else from the pinned npm package; the system
 * property {@code vpcep.prism} or the environment variable {@code VPCEP_PRISM} may say {@code docker} or {@code node}
 * instead of {@code auto}. Which of the two ran is printed.
 */
public final class PrismServer implements AutoCloseable {
    private static final Duration DOCKER_ANSWERS = Duration.ofSeconds(8);
    /** Where nothing but Docker will do, an engine may take its time to wake up. */
    private static final Duration DOCKER_ANSWERS_AT_LAST = Duration.ofSeconds(90);

    private final Running running;

    private PrismServer(Running running) {
        this.running = running;
        System.out.println("Prism: " + running.startedFrom() + " at " + running.uri());
    }

    /** Starts a mock of the bundled contract. */
    public static PrismServer mock() {
        return mock(bundledContract());
    }

    /**
     * Starts a mock of a contract.
     *
     * @param openapiYaml one self-contained document, for a container sees no other file; it must stay until the end
     * @throws IllegalStateException if Prism cannot be started; the message says what to install
     */
    public static PrismServer mock(Path openapiYaml) {
        return new PrismServer(start(new Task(openapiYaml, null)));
    }

    /**
     * Starts a proxy that checks every request and every answer by the bundled contract. It forwards all of them as
     * they are; an answer with violations on either side has them in its header {@code sl-violations}, as a JSON list.
     * It may be addressed like the server itself, or be named to a client as its HTTP proxy.
     *
     * @param upstream the server: {@code http}, with a port of this machine's loopback interface
     * @throws IllegalStateException if Prism cannot be started; the message says what to install
     */
    public static PrismServer proxy(URI upstream) {
        return new PrismServer(start(new Task(bundledContract(), upstream)));
    }

    private static Path bundledContract() {
        try (InputStream contract = PrismServer.class.getResourceAsStream("/vpcep/openapi.yaml")) {
            if (contract == null) {
                throw new IllegalStateException("vpcep/openapi.yaml of the spec jar is not on the class path");
            }
            // Deleted at the end, not before: Prism watches the file and stops when it goes away.
            Path copy = Files.createTempFile("vpcep-openapi-", ".yaml");
            copy.toFile().deleteOnExit();
            return Files.writeString(
                    copy, withoutExtensions(new String(contract.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("The contract cannot be written for Prism", e);
        }
    }

    /** Prism has no use for them, but goes through all of them for each answer of each operation before it listens. */
    static String withoutExtensions(String yaml) {
        StringBuilder kept = new StringBuilder();
        int extension = Integer.MAX_VALUE;
        for (String line : yaml.lines().toList()) {
            int indentation = line.length() - line.stripLeading().length();
            if (indentation <= extension && !line.isBlank()) {
                extension = line.startsWith("x-", indentation) ? indentation : Integer.MAX_VALUE;
            }
            if (extension == Integer.MAX_VALUE) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static Running start(Task task) {
        String mode = mode();
        return switch (mode) {
            case "docker" -> {
                if (!ContainerPrism.isDockerAvailable(DOCKER_ANSWERS_AT_LAST)) {
                    throw new IllegalStateException(
                            "vpcep.prism is docker, but no Docker engine answers: start one, or use node");
                }
                yield ContainerPrism.start(task);
            }
            case "node" -> NodePrism.start(task);
            case "auto" -> whatThereIs(task);
            default ->
                throw new IllegalStateException("vpcep.prism is \"" + mode + "\", but must be auto, docker or node");
        };
    }

    private static Running whatThereIs(Task task) {
        boolean node = NodeTools.isNodeAvailable();
        if (!ContainerPrism.isDockerAvailable(node ? DOCKER_ANSWERS : DOCKER_ANSWERS_AT_LAST)) {
            if (!node) {
                throw new IllegalStateException("Prism needs a running Docker, or Node 18.20 or newer: install either");
            }
            return NodePrism.start(task);
        }
        try {
            return ContainerPrism.start(task);
        } catch (RuntimeException e) {
            if (!node) {
                throw e;
            }
            System.out.println(
                    "Prism: the container did not start, the npm package is taken instead (" + rootCause(e) + ")");
            return NodePrism.start(task);
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static String mode() {
        String property = System.getProperty("vpcep.prism", "");
        String variable = System.getenv().getOrDefault("VPCEP_PRISM", "");
        String mode = property.isBlank() ? variable : property;
        return mode.isBlank() ? "auto" : mode.strip().toLowerCase(Locale.ROOT);
    }

    /** Where it listens; the paths of the contract are appended. */
    public URI uri() {
        return running.uri();
    }

    /**
     * Where a proxy forwards to, as Prism itself names it: the {@code Host} of what arrives there. A signature over
     * that header holds if the client that has Prism for its HTTP proxy calls this address.
     *
     * @throws IllegalStateException if this is a mock
     */
    public URI upstream() {
        URI upstream = running.upstream();
        if (upstream == null) {
            throw new IllegalStateException("A mock has no upstream");
        }
        return upstream;
    }

    /** Which of the two ran, such as {@code container stoplight/prism:5} or {@code npm @stoplight/prism-cli 5.14.2}. */
    public String startedFrom() {
        return running.startedFrom();
    }

    /** Stops it. */
    @Override
    public void close() {
        running.close();
    }

    /** Prism in one of its two forms. */
    interface Running extends AutoCloseable {
        URI uri();

        @Nullable
        URI upstream();

        String startedFrom();

        @Override
        void close();
    }
}
