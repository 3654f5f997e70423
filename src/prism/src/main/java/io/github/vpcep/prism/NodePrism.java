package io.github.vpcep.prism;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prism as a process of the pinned npm package. */
final class NodePrism implements PrismServer.Running {
    private static final String PACKAGE = "@stoplight/prism-cli";
    private static final Pattern LISTENING = Pattern.compile("Prism is listening on (http://[^\\s\\x1b]+)");
    private static final int SECONDS_TO_START = 60;
    private static final int LINES_TO_KEEP = 20;

    private final Process process;
    private final Thread onExit;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<URI> listening = new CompletableFuture<>();
    private final String startedFrom;
    private final @Nullable URI upstream;
    private final URI uri;

    private NodePrism(Process process, String startedFrom, @Nullable URI upstream) {
        this.process = process;
        this.startedFrom = startedFrom;
        this.upstream = upstream;
        this.onExit = new Thread(process::destroy, "prism-exit");
        Runtime.getRuntime().addShutdownHook(onExit);
        Thread reader = new Thread(this::read, "prism-output");
        reader.setDaemon(true);
        reader.start();
        this.uri = awaitStart();
    }

    static NodePrism start(Task task) {
        NodeTools tools = NodeTools.installed();
        List<String> arguments =
                task.arguments("127.0.0.1", 0, task.contract().toAbsolutePath().toString(), task.upstream());
        try {
            return new NodePrism(
                    tools.start(PACKAGE + "/dist/index.js", arguments),
                    "npm " + PACKAGE + " " + tools.version(PACKAGE),
                    task.upstream());
        } catch (IOException e) {
            throw new IllegalStateException("Prism cannot be started with Node", e);
        }
    }

    /** Reads until the end: a process that nobody reads from stops when the pipe is full. */
    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                Matcher found = LISTENING.matcher(line);
                if (found.find()) {
                    listening.complete(URI.create(found.group(1)));
                }
            }
        } catch (IOException e) {
            keep(e.toString());
        }
        listening.completeExceptionally(new IllegalStateException("Prism ended before it listened"));
    }

    private synchronized void keep(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > LINES_TO_KEEP) {
            lastLines.removeFirst();
        }
    }

    private synchronized String said() {
        return String.join(System.lineSeparator(), lastLines);
    }

    private URI awaitStart() {
        try {
            return listening.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("Prism did not start with Node; it said: " + said(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Prism was starting", e);
        }
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public @Nullable URI upstream() {
        return upstream;
    }

    @Override
    public String startedFrom() {
        return startedFrom;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing to do.
            process.destroyForcibly();
        }
    }
}
