package io.github.vpcep.sandbox.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.contract.RuntimeVersion;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.SandboxControl;
import io.github.vpcep.sandbox.auth.Account;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A sandbox in a container of its own, with state in memory: for tests of what cannot run in this JVM, or must not
 * share its class path. Where it may, {@code VpcepSandbox} does the same in milliseconds and needs no Docker.
 *
 * <pre>{@code
 * @Container
 * static final VpcepSandboxContainer sandbox = new VpcepSandboxContainer().withSeed(Path.of("seed.json"));
 *
 * sandbox.client().endpoints().list();
 * }</pre>
 *
 * <p>{@link #forEachTest()} is one that JUnit starts, and that begins anew for each test.
 *
 * <p>What is set up with {@code with…} counts from the next start on. A container that cannot start, as one whose seed
 * is not allowed, fails {@link #start()} with {@code ContainerLaunchException}; its log says why.
 */
public class VpcepSandboxContainer extends GenericContainer<VpcepSandboxContainer> {
    /** The image without its tag. */
    public static final DockerImageName IMAGE = DockerImageName.parse("vpcep/sandbox");

    private static final int PORT = 8280;
    private static final String SEED = "/opt/vpcep-sandbox/seed.json";
    private static final String CONFIG = "/opt/vpcep-sandbox/config.json";
    private static final String LISTENS = " listening on ";
    private static final String KEY = "VPCEP_CONTROL_KEY";
    private static final int READABLE_BY_ALL = 0644;

    private final Object controlLock = new Object();
    private @Nullable SandboxControl control;
    private int port = PORT;
    private boolean strict;
    private @Nullable MountableFile seed;
    private @Nullable MountableFile config;

    /** Of {@link #IMAGE}, of the same version as this library. */
    public VpcepSandboxContainer() {
        this(ofThisVersion());
    }

    /**
     * Of another image, as of a registry of one's own.
     *
     * @param image {@link #IMAGE}, or declared to be a substitute for it:
     *     {@code DockerImageName.parse("registry.example/sandbox:1").asCompatibleSubstituteFor("vpcep/sandbox")}
     * @throws IllegalStateException if it is neither
     */
    public VpcepSandboxContainer(DockerImageName image) {
        super(image);
        image.assertCompatibleWith(IMAGE);
        addExposedPort(PORT);
        addEnv(KEY, UUID.randomUUID().toString());
        // Not by a request, which an engine without mapped ports could not take.
        waitingFor(Wait.forLogMessage(".*vpcep-sandbox(" + LISTENS + "|: ).*\\n", 1)
                .withStartupTimeout(Duration.ofMinutes(1)));
    }

    /**
     * One of {@link #IMAGE} that is an extension of JUnit as well, for a field with {@code @RegisterExtension}: started
     * before the first test, begun anew for each, stopped after the last. Tests that run in parallel take turns with
     * it, unless the field is not static, so that each has its own. Methods and constructors may have it, its
     * {@link SandboxControl}, or a client of its first account, as a parameter.
     *
     * <pre>{@code
     * @RegisterExtension
     * static final VpcepSandboxContainer sandbox = VpcepSandboxContainer.forEachTest().withSeed(Path.of("seed.json"));
     * }</pre>
     */
    public static VpcepSandboxContainer forEachTest() {
        return forEachTest(ofThisVersion());
    }

    /** As {@link #forEachTest()}, of another image. */
    public static VpcepSandboxContainer forEachTest(DockerImageName image) {
        return ContainerExtension.of(image);
    }

    /** Begins with the services and endpoints of a file of this machine; see {@code VpcepSandbox.seed}. */
    public VpcepSandboxContainer withSeed(Path file) {
        return withSeed(MountableFile.forHostPath(file));
    }

    /** As {@link #withSeed(Path)}, from wherever Testcontainers can take a file, as the class path. */
    public VpcepSandboxContainer withSeed(MountableFile file) {
        seed = readable(file);
        return this;
    }

    /**
     * Sets it up as a file of this machine says: accounts, quotas, public services, VPCs, delays; see
     * {@code SandboxConfig.fromFile}.
     */
    public VpcepSandboxContainer withConfig(Path file) {
        return withConfig(MountableFile.forHostPath(file));
    }

    /** As {@link #withConfig(Path)}, from wherever Testcontainers can take a file, as the class path. */
    public VpcepSandboxContainer withConfig(MountableFile file) {
        config = readable(file);
        return this;
    }

    /** Has it refuse requests with something that the contract does not have: 400 {@code EndPoint.0002}. */
    public VpcepSandboxContainer withStrictRequests() {
        strict = true;
        return this;
    }

    /**
     * Where it listens, for clients of any kind on this machine.
     *
     * @throws IllegalStateException if it does not run
     */
    public URI uri() {
        if (getContainerId() == null) {
            throw new IllegalStateException("The container does not run: start() it");
        }
        return URI.create("http://" + getHost() + ":" + (onTheHostsNetwork() ? port : getMappedPort(PORT)));
    }

    /** Who may call: the accounts of {@link #withConfig}, else the two of {@code SandboxConfig.standard()}. */
    public List<Account> accounts() {
        SandboxConfig set =
                config == null ? SandboxConfig.standard() : SandboxConfig.fromFile(Path.of(config.getResolvedPath()));
        return set.accounts().all();
    }

    /**
     * What a test orders from it and looks at in it: faults, the clock, requests, state, reset. Its control API takes
     * the key in {@code VPCEP_CONTROL_KEY}, which is made up unless {@code withEnv} sets one. Closed with the
     * container.
     *
     * @throws IllegalStateException if it does not run
     */
    public SandboxControl control() {
        synchronized (controlLock) {
            if (control == null) {
                control = SandboxControl.of(
                        uri(), Objects.requireNonNull(getEnvMap().get(KEY)));
            }
            return control;
        }
    }

    /**
     * A client of the first account, ready to use, which signs by the sandbox's clock; closed with the container.
     *
     * @throws IllegalStateException if it does not run
     */
    public VpcepClient client() {
        return control().client();
    }

    /**
     * A new client of an account, which signs with its access key, by the sandbox's clock; the caller closes it.
     *
     * @throws IllegalStateException if it does not run
     */
    public VpcepClient clientOf(Account account) {
        return control().clientOf(account);
    }

    /** The port inside, which only the network of the host itself makes worth a choice. */
    VpcepSandboxContainer listeningOn(int other) {
        port = other;
        return this;
    }

    int portInside() {
        return port;
    }

    @Override
    protected void configure() {
        if (onTheHostsNetwork()) {
            // There is nothing that could be mapped, and it would be waited for.
            setExposedPorts(List.of());
        }
        List<String> words = new ArrayList<>(List.of("--port=" + port));
        if (strict) {
            words.add("--strict");
        }
        if (seed != null) {
            withCopyFileToContainer(seed, SEED);
            words.add("--seed=" + SEED);
        }
        if (config != null) {
            withCopyFileToContainer(config, CONFIG);
            words.add("--config=" + CONFIG);
        }
        setCommand(words.toArray(String[]::new));
    }

    /** What cannot start says so in a line, and need not be waited for. */
    @Override
    protected void containerIsStarted(InspectContainerResponse container) {
        String said = getLogs();
        if (!said.contains(LISTENS)) {
            throw new ContainerLaunchException("The sandbox cannot start: " + said.strip());
        }
    }

    @Override
    public void stop() {
        synchronized (controlLock) {
            if (control != null) {
                control.close();
                control = null;
            }
        }
        super.stop();
    }

    private boolean onTheHostsNetwork() {
        return "host".equals(getNetworkMode());
    }

    /** For the image's user, which owns nothing. */
    private static MountableFile readable(MountableFile file) {
        return MountableFile.forHostPath(file.getResolvedPath(), READABLE_BY_ALL);
    }

    /** By the jar, which unlike a constant knows of snapshots; where it does not say, by the runtime. */
    static DockerImageName ofThisVersion() {
        return IMAGE.withTag(Objects.requireNonNullElse(
                VpcepSandboxContainer.class.getPackage().getImplementationVersion(), RuntimeVersion.VERSION));
    }
}
