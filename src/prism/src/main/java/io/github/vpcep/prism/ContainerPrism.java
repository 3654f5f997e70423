package io.github.vpcep.prism;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Prism in its container, by Testcontainers. An image that is present is never pulled. */
final class ContainerPrism implements PrismServer.Running {
    static final String IMAGE = "stoplight/prism:5";
    private static final int PORT = 4010;
    private static final int MINUTES_TO_PULL = 5;
    private static final String CONTRACT = "/tmp/openapi.yaml";

    private final GenericContainer<?> container;
    private final int port;
    private final @Nullable URI upstream;

    private ContainerPrism(GenericContainer<?> container, int port, @Nullable URI upstream) {
        this.container = container;
        this.port = port;
        this.upstream = upstream;
    }

    /** Whether an engine answers in time. Testcontainers itself may throw, or wait for minutes. */
    static boolean isDockerAvailable(Duration limit) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asks = new Thread(
                () -> {
                    try {
                        answer.complete(DockerClientFactory.instance().isDockerAvailable());
                    } catch (RuntimeException | Error e) {
                        // Every failure has the same meaning here.
                        answer.complete(false);
                    }
                },
                "docker-probe");
        asks.setDaemon(true);
        asks.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("Prism: Docker does not answer within " + limit.toSeconds() + " seconds");
            return false;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Not left to Testcontainers, which asks an engine without way to a registry for minutes. */
    private static void pullUnlessPresent() {
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(IMAGE).exec();
            return;
        } catch (NotFoundException e) {
            System.out.println("Prism: pulling " + IMAGE);
        }
        try {
            boolean done = docker.pullImageCmd(IMAGE)
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(MINUTES_TO_PULL, TimeUnit.MINUTES);
            if (!done) {
                throw new IllegalStateException(IMAGE + " was not pulled within " + MINUTES_TO_PULL + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + IMAGE + " was pulled", e);
        }
    }

    static ContainerPrism start(Task task) {
        pullUnlessPresent();
        // Where an engine has no bridge there is no port mapping either: the container uses the host's network.
        boolean hostNetwork = "host".equals(System.getenv("PRISM_NETWORK"));
        int port = hostNetwork ? freePort() : PORT;
        URI upstream = hostNetwork ? task.upstream() : seenFromTheBridge(task.upstream());
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(
                                task.contract().toAbsolutePath().toString(), 0644),
                        CONTRACT)
                .withCommand(task.arguments("0.0.0.0", port, CONTRACT, upstream).toArray(String[]::new))
                .waitingFor(Wait.forLogMessage(".*Prism is listening.*\\n", 1))
                .withStartupTimeout(Duration.ofSeconds(60));
        if (hostNetwork) {
            container.withNetworkMode("host");
        } else {
            container.withExposedPorts(PORT).withAccessToHost(upstream != null);
        }
        try {
            container.start();
        } catch (RuntimeException e) {
            container.stop();
            throw new IllegalStateException("The container " + IMAGE + " did not start", e);
        }
        return new ContainerPrism(container, hostNetwork ? port : container.getMappedPort(PORT), upstream);
    }

    /** A container on a bridge does not reach this machine's loopback interface by itself. */
    private static @Nullable URI seenFromTheBridge(@Nullable URI upstream) {
        if (upstream == null) {
            return null;
        }
        Testcontainers.exposeHostPorts(upstream.getPort());
        return URI.create("http://" + GenericContainer.INTERNAL_HOST_HOSTNAME + ":" + upstream.getPort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }

    @Override
    public URI uri() {
        return URI.create("http://" + container.getHost() + ":" + port);
    }

    @Override
    public @Nullable URI upstream() {
        return upstream;
    }

    @Override
    public String startedFrom() {
        return "container " + IMAGE;
    }

    @Override
    public void close() {
        container.stop();
    }
}
