package io.github.vpcep.sandbox.program;

import io.github.vpcep.sandbox.BadSeedException;
import io.github.vpcep.sandbox.MissingControlKeyException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.postgres.PostgresStore;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves a sandbox until the process is told to end. */
public final class Main {
    private static final int CANNOT_START = 1;
    private static final int BAD_OPTION = 2;

    /** In the environment, where the command line of other processes is no place for it. */
    private static final String TLS_PASSWORD = "VPCEP_TLS_PASSWORD";

    /** In the environment for the same reason, unless it is an option. */
    private static final String CONTROL_KEY = "VPCEP_CONTROL_KEY";

    /** Kept, or the level would be lost with the logger. The driver tells of each URL that it cannot read. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private Main() {}

    /** Runs the program; {@code --help} says what may stand on the command line. */
    public static void main(String[] words) throws InterruptedException {
        try {
            run(Options.of(words), System.out);
        } catch (BadOptionException e) {
            end(BAD_OPTION, e);
        } catch (RuntimeException e) {
            end(CANNOT_START, e);
        }
    }

    private static void run(Options options, PrintStream out) throws InterruptedException {
        if (options.help()) {
            showHelp(options.helpText(Locale.getDefault()), out);
        } else if (options.version()) {
            out.println("vpcep-sandbox " + version());
        } else {
            serve(options, out);
        }
    }

    private static void serve(Options options, PrintStream out) throws InterruptedException {
        checkHost(options.host());
        SandboxConfig config = options.config()
                .map(Main::read)
                .orElseGet(SandboxConfig::standard)
                .withHost(options.host())
                .withPort(options.port());
        config = options.strict() ? config.withStrictRequests() : config;
        config = withControl(options, config);
        if (options.metadataPort().isPresent()) {
            config = config.withMetadata(options.metadataPort().getAsInt());
        }
        VpcepSandbox sandbox = start(options, withTls(options, config));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "vpcep-sandbox-end"));
        options.tls().filter(file -> !options.hasKeyStore()).ifPresent(sandbox::writeCertificate);
        out.println("vpcep-sandbox listening on " + sandbox.uri());
        if (config.metadataPort().isPresent()) {
            out.println("metadata " + sandbox.metadataUri());
        }
        if (sandbox.account().equals(SandboxConfig.DEMO)) {
            show(sandbox.account(), out);
        }
        out.flush();
        // The sandbox's threads are daemons; a signal ends the process.
        new CountDownLatch(1).await();
    }

    private static SandboxConfig withControl(Options options, SandboxConfig config) {
        if (options.noControl()) {
            return config.withoutControl();
        }
        try {
            return options.controlKey()
                    .or(() -> Optional.ofNullable(System.getenv(CONTROL_KEY)))
                    .map(config::withControlKey)
                    .orElse(config);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(CONTROL_KEY + ": " + e.getMessage(), e);
        }
    }

    private static SandboxConfig withTls(Options options, SandboxConfig config) {
        return options.tls()
                .map(file -> options.hasKeyStore()
                        ? config.withTls(file, Objects.requireNonNullElse(System.getenv(TLS_PASSWORD), ""))
                        : config.withTls())
                .orElse(config);
    }

    private static VpcepSandbox start(Options options, SandboxConfig config) {
        try {
            return VpcepSandbox.start(options.seed().map(config::withSeed).orElse(config), store(options));
        } catch (BadSeedException e) {
            throw new BadOptionException("--seed " + e.getMessage(), e);
        } catch (MissingControlKeyException e) {
            throw new BadOptionException(
                    "--host is " + options.host() + ", where the control API would be open to the network; set"
                            + " --control-key KEY, or --no-control",
                    e);
        }
    }

    private static void show(Account demo, PrintStream out) {
        out.println("project " + demo.projectId());
        out.println("access-key " + demo.accessKey());
        out.println("secret-key " + demo.secretKey());
        out.println("token " + demo.token());
    }

    private static void showHelp(String text, PrintStream out) {
        String console = System.getProperty(
                "stdout.encoding",
                System.getProperty(
                        "sun.stdout.encoding", Charset.defaultCharset().name()));
        out.writeBytes(encoded(text, Charset.forName(console)));
        out.flush();
    }

    /** As the console wants it, or in UTF-8 where that does not have the letters. */
    static byte[] encoded(String text, Charset console) {
        return text.getBytes(console.newEncoder().canEncode(text) ? console : StandardCharsets.UTF_8);
    }

    private static void checkHost(String host) {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new BadOptionException(
                    "--host is " + host + ", which is not known; allowed is an address of this"
                            + " machine, such as 127.0.0.1 or 0.0.0.0",
                    e);
        }
    }

    private static SandboxConfig read(Path file) {
        try {
            return SandboxConfig.fromFile(file);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new BadOptionException("--config " + file + ": " + e.getMessage(), e);
        }
    }

    private static Store store(Options options) {
        Optional<String> database = options.database();
        if (database.isEmpty()) {
            return new MemoryStore();
        }
        checkUrl(database.get());
        return PostgresStore.open(database.get(), options.storeWait());
    }

    private static void checkUrl(String url) {
        Level before = DRIVER.getLevel();
        DRIVER.setLevel(Level.OFF);
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new BadOptionException(
                    "--store is " + Secrets.maskedUrl(url) + ", which cannot be read; allowed is a URL such as"
                            + " jdbc:postgresql://localhost:5432/vpcep?user=vpcep",
                    e);
        } finally {
            DRIVER.setLevel(before);
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not from its jar)");
    }

    private static void end(int code, RuntimeException reason) {
        System.err.println(
                "vpcep-sandbox: " + message(reason).replaceAll("\\s+", " ").strip());
        System.exit(code);
    }

    /** What happened, and of what it came if that says more. */
    private static String message(RuntimeException reason) {
        Throwable root = reason;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(reason.getMessage());
        return root == reason
                        || reason instanceof BadOptionException
                        || message.contains(String.valueOf(root.getMessage()))
                ? message
                : message + ": " + Secrets.masked(String.valueOf(root.getMessage()));
    }
}
