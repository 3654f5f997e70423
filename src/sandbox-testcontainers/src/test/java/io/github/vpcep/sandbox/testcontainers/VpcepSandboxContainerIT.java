package io.github.vpcep.sandbox.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.HostConfig;
import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.sandbox.SandboxControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.DockerImageName;

/** The images that {@code -Dsandbox.images} names, in the engine that is there; {@code .ci/run} makes and names one. */
class VpcepSandboxContainerIT {
    private static final int TERMINATED = 143;
    private static final long MEMORY = 128L << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @MethodSource("images")
    void container_withSeedAndConfig_servesWhatTheySay_inHalfOfTheMemoryThatItMayHave(String image) throws Exception {
        try (VpcepSandboxContainer sandbox = container(image)
                .withSeed(Samples.seed(directory))
                .withConfig(Samples.config(directory))
                .withCreateContainerCmdModifier(
                        command -> host(command).withMemory(MEMORY).withMemorySwap(MEMORY))) {
            sandbox.start();

            assertThat(sandbox.client().endpointServices().list().items())
                    .extracting(EndpointService::name)
                    .singleElement()
                    .asString()
                    .contains("orders");
            assertThat(sandbox.client().quotas().list().quotas().resources())
                    .filteredOn(each -> Objects.requireNonNull(each.type()).is(ResourceType.ENDPOINT_SERVICE))
                    .singleElement()
                    .satisfies(each -> assertThat(each.quota()).isEqualTo(2));
            assertThat(sandbox.execInContainer("cat", "/proc/1/cmdline").getStdout())
                    .contains("-Xmx64m");
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void container_onAReadOnlyFileSystem_isNotRoot_takesItsClassesFromTheArchive_isHealthy_andEndsWhenItIsTold(
            String image) throws Exception {
        try (VpcepSandboxContainer sandbox = container(image)
                .withEnv(Map.of("JAVA_OPTS", "-Xlog:class+load:stderr"))
                .withCreateContainerCmdModifier(command -> host(command).withReadonlyRootfs(true))) {
            sandbox.start();
            String log = sandbox.getLogs();

            assertThat(sandbox.execInContainer("id", "-u").getStdout().strip()).isEqualTo("65532");
            assertThat(sandbox.execInContainer(
                                    "/opt/vpcep-sandbox/vpcep-sandbox",
                                    "--health",
                                    "http://127.0.0.1:" + sandbox.portInside())
                            .getExitCode())
                    .isZero();
            assertThat(log.lines())
                    .filteredOn(line -> line.contains(" io.github.vpcep.sandbox.VpcepSandbox source: "))
                    .singleElement()
                    .asString()
                    .endsWith("source: shared objects file");
            assertThat(endOf(sandbox)).isIn(0, TERMINATED);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void container_whoseSeedIsNotAllowed_doesNotStart_andSaysWhy(String image) throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.json"), "{\"services\": [{}]}");
        try (VpcepSandboxContainer sandbox = container(image).withSeed(wrong)) {
            assertThatThrownBy(sandbox::start)
                    .isInstanceOf(ContainerLaunchException.class)
                    .rootCause()
                    .hasMessageContainingAll("vpcep-sandbox: --seed", "services[0]");
        }
    }

    /** Of the image that is tried. */
    private static DockerImageName tried = VpcepSandboxContainer.IMAGE;

    static class Asking {
        @RegisterExtension
        static final VpcepSandboxContainer sandbox = reachable(VpcepSandboxContainer.forEachTest(tried));

        private final VpcepSandboxContainer constructed;

        Asking(VpcepSandboxContainer container) {
            this.constructed = container;
        }

        @RepeatedTest(2)
        void test(SandboxControl control, VpcepClient client, VpcepAsyncClient async) {
            assertThat(constructed).isSameAs(sandbox);
            assertThat(client.endpointServices().list().items()).isEmpty();
            control.faults().always("ListEndpointService").withError(ErrorCode.TOO_MANY_REQUESTS);
            control.clock().advance(Duration.ofDays(1));
            assertThat(async.endpoints().list().join().items()).isEmpty();
            assertThat(control.requests("ListEndpoints")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void container_inTheHandsOfJUnit_beginsAnewForEachTest_andIsStoppedAfterTheLast(String image) {
        tried = DockerImageName.parse(image).asCompatibleSubstituteFor(VpcepSandboxContainer.IMAGE);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(request().selectors(selectClass(Asking.class)).build(), summary);

        assertThat(summary.getSummary().getFailures())
                .extracting(failure -> failure.getException())
                .isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(2);
        assertThat(Asking.sandbox.isRunning()).isFalse();
    }

    static Stream<String> images() {
        return Stream.of(
                Objects.requireNonNull(System.getProperty("sandbox.images")).split(",", -1));
    }

    private static VpcepSandboxContainer container(String image) {
        return reachable(new VpcepSandboxContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor(VpcepSandboxContainer.IMAGE)));
    }

    private static VpcepSandboxContainer reachable(VpcepSandboxContainer sandbox) {
        // Where an engine has no bridge there is no port mapping either: the container uses the host's network.
        if ("host".equals(System.getenv("PRISM_NETWORK"))) {
            sandbox.withNetworkMode("host");
            try (ServerSocket free = new ServerSocket(0)) {
                sandbox.listeningOn(free.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sandbox;
    }

    private static HostConfig host(CreateContainerCmd command) {
        return Objects.requireNonNull(command.getHostConfig());
    }

    private static int endOf(VpcepSandboxContainer sandbox) {
        DockerClient docker = sandbox.getDockerClient();
        docker.killContainerCmd(sandbox.getContainerId()).withSignal("TERM").exec();
        return docker.waitContainerCmd(sandbox.getContainerId())
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode();
    }
}
