package io.github.vpcep.sandbox.testcontainers;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.SandboxControl;
import io.github.vpcep.sandbox.junit.SandboxInTests;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.utility.DockerImageName;

/**
 * The container in the hands of JUnit. A class of its own, so that the container can be had where there is no JUnit.
 */
final class ContainerExtension extends VpcepSandboxContainer
        implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private final SandboxInTests tests = new SandboxInTests(
            this::stop,
            Map.of(
                    VpcepSandboxContainer.class,
                    () -> this,
                    SandboxControl.class,
                    this::control,
                    VpcepClient.class,
                    this::client,
                    VpcepAsyncClient.class,
                    () -> client().async()));

    private ContainerExtension(DockerImageName image) {
        super(image);
    }

    /** Makes one. Its type is that of the container: to return its own there, this class would have to be loaded. */
    static VpcepSandboxContainer of(DockerImageName image) {
        return new ContainerExtension(image);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        run(context);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        // Not done yet for a field of the instance.
        run(test);
        tests.takeTurn(test);
        control().reset();
    }

    /** Started once, until it is stopped. */
    private void run(ExtensionContext context) {
        tests.endWith(context);
        start();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return tests.supportsParameter(parameter, test);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return tests.resolveParameter(parameter, test);
    }
}
