package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.prism.PrismServer;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a process of its own, and what that process has taken of the machine (on Linux). */
final class ServerProcess implements AutoCloseable {
    private static final String LISTENING = " listening on ";
    /** The clock of the kernel's figures. */
    private static final int TICKS_PER_SECOND = 100;

    private final ProcessHandle process;
    private final URI uri;
    private final AutoCloseable end;

    private ServerProcess(ProcessHandle process, URI uri, AutoCloseable end) {
        this.process = process;
        this.uri = uri;
        this.end = end;
    }

    /** The program {@code vpcep-sandbox.jar}, as it was built last, on a free port. */
    static ServerProcess sandbox(String... words) throws IOException {
        Path jar = RepositoryRoot.find().resolve("src/sandbox-postgres/target/vpcep-sandbox.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no " + jar + ": build it with mvn install -DskipTests");
        }
        List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString(), "--port", "0"));
        arguments.addAll(Arrays.asList(words));
        return java(arguments);
    }

    /** A program of this module, which says where it listens. */
    static ServerProcess of(Class<?> main, String argument) throws IOException {
        return java(List.of("-cp", System.getProperty("java.class.path"), main.getName(), argument));
    }

    /** Prism's mock of the contract, from its npm package: a container would put a proxy before it. */
    static ServerProcess prism() {
        System.setProperty("vpcep.prism", "node");
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        PrismServer prism = PrismServer.mock();
        ProcessHandle node = ProcessHandle.current()
                .children()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        return new ServerProcess(node, prism.uri(), prism);
    }

    private static ServerProcess java(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Left open: the process may go on to print.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.contains(LISTENING)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " printed " + line);
        }
        URI uri = URI.create(line.substring(line.indexOf(LISTENING) + LISTENING.length()));
        return new ServerProcess(process.toHandle(), uri, () -> {
            process.destroy();
            process.waitFor();
        });
    }

    URI uri() {
        return uri;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time that it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The memory that it holds, in megabytes. */
    double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(proc("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("The kernel does not tell the memory of " + pid());
    }

    /** How many files and sockets it has open. */
    long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(proc("fd"))) {
            return files.count();
        }
    }

    /** How many threads it has. */
    long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(proc("task"))) {
            return tasks.count();
        }
    }

    /** How long ago the process was started, to the hundredth of a second. */
    double ageMillis() throws IOException {
        double now =
                Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0]);
        String stat = Files.readString(proc("stat"));
        // The name of the program, which may hold anything, stands in brackets before the other fields.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (now - Double.parseDouble(fields[19]) / TICKS_PER_SECOND) * 1000;
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid()), file);
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("A server could not be stopped", e);
        }
    }
}
