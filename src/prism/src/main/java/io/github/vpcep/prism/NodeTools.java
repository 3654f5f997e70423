package io.github.vpcep.prism;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The npm tools that {@code spec/package.json} pins, run by the Node that is on the path. */
public final class NodeTools {
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.\\d+.*");
    private static final Pattern PACKAGE_VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<String> PINS = List.of("package.json", "package-lock.json");
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path node;
    private final Path folder;

    private NodeTools(Path node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /** Whether Node 18.20 or newer is on the path. */
    static boolean isNodeAvailable() {
        return findNode().isPresent();
    }

    /**
     * Returns the tools that this repository's spec folder pins, installed first where they are missing. They stand
     * below {@code vpcep-npm} in the user's cache, under a name for what is pinned, so that neither {@code clean} nor
     * another copy of the repository installs them again; where that cannot be written, in {@code target} of the spec
     * folder. Safe to call from several threads and processes at once.
     *
     * @throws IllegalStateException if Node is missing or the tools cannot be installed
     */
    public static NodeTools installed() {
        Path node = findNode()
                .orElseThrow(() -> new IllegalStateException("Node 18.20 or newer is not on the path: install it"));
        Path spec = RepositoryRoot.find().resolve("spec");
        Path folder = folder(spec);
        install(spec, folder);
        return new NodeTools(node, folder);
    }

    /**
     * Runs a tool to its end.
     *
     * @param script the tool's script below {@code node_modules}, such as {@code @redocly/cli/bin/cli.js}
     * @param folder the working directory
     * @param arguments the tool's arguments
     */
    public Result run(String script, Path folder, String... arguments) {
        return run(builder(script, Arrays.asList(arguments)).directory(folder.toFile()), 120);
    }

    /** Starts a tool and returns at once; both of its outputs are one. */
    Process start(String script, List<String> arguments) throws IOException {
        return builder(script, arguments).start();
    }

    /** Returns the version of an installed package. */
    public String version(String npmPackage) {
        try {
            String json = Files.readString(
                    modules(folder).resolve(npmPackage).resolve("package.json"), StandardCharsets.UTF_8);
            Matcher version = PACKAGE_VERSION.matcher(json);
            return version.find() ? version.group(1) : "of unknown version";
        } catch (IOException e) {
            throw new IllegalStateException("The npm package " + npmPackage + " is not installed", e);
        }
    }

    private ProcessBuilder builder(String script, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(node.toString());
        command.add(modules(folder).resolve(script).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        // Redocly's notes about newer versions are no findings.
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        return builder;
    }

    private static Path folder(Path spec) {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        Path folder = caches.resolve("vpcep-npm").resolve(nameOfPins(spec));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return spec.resolve("target").resolve("npm");
        }
        return Files.isWritable(folder) ? folder : spec.resolve("target").resolve("npm");
    }

    private static String nameOfPins(Path spec) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String each : PINS) {
                digest.update(Files.readAllBytes(spec.resolve(each)));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("What spec/package-lock.json pins cannot be read", e);
        }
    }

    private static synchronized void install(Path spec, Path folder) {
        try (FileChannel file =
                        FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (held.isValid() && isCurrent(spec, folder)) {
                return;
            }
            System.out.println("Installing the tools of spec/package-lock.json (npm ci)");
            Files.deleteIfExists(installed(folder));
            for (String each : PINS) {
                Files.copy(spec.resolve(each), folder.resolve(each), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder npm = new ProcessBuilder(
                            WINDOWS ? "npm.cmd" : "npm",
                            "ci",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline")
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            Result result = run(npm, 600);
            if (result.exitCode() != 0) {
                throw new IllegalStateException("npm ci in " + folder + " failed: " + result.output());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The tools of spec/package-lock.json cannot be installed", e);
        }
    }

    private static Path lockFile(Path folder) throws IOException {
        return Files.createDirectories(folder).resolve("vpcep.lock");
    }

    private static boolean isCurrent(Path spec, Path folder) throws IOException {
        if (!Files.exists(installed(folder))) {
            return false;
        }
        for (String each : PINS) {
            if (Files.mismatch(spec.resolve(each), folder.resolve(each)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** What npm writes last. */
    private static Path installed(Path folder) {
        return modules(folder).resolve(".package-lock.json");
    }

    private static Path modules(Path folder) {
        return folder.resolve("node_modules");
    }

    private static Optional<Path> findNode() {
        String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(WINDOWS ? "node.exe" : "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(NodeTools::isNewEnough);
    }

    private static boolean isNewEnough(Path node) {
        Result result = run(new ProcessBuilder(node.toString(), "--version").redirectErrorStream(true), 30);
        return result.exitCode() == 0 && isNewEnough(result.output().strip());
    }

    /** Whether Node of a version, as it tells it, runs the tools. */
    static boolean isNewEnough(String told) {
        Matcher version = VERSION.matcher(told);
        if (!version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 18 || (major == 18 && Integer.parseInt(version.group(2)) >= 20);
    }

    private static Result run(ProcessBuilder builder, int seconds) {
        String name = String.join(" ", builder.command());
        Path output = null;
        try {
            // A file, not a pipe: a process that nobody reads from would stop when the pipe is full.
            output = Files.createTempFile("vpcep-tool-", ".log");
            Process process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not end within " + seconds + " seconds");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } finally {
            delete(output);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A leftover in the folder for temporary files is no reason to fail.
            file.toFile().deleteOnExit();
        }
    }

    /**
     * What a tool did.
     *
     * @param exitCode 0 when all is well
     * @param output both of its outputs
     */
    public record Result(int exitCode, String output) {}
}
