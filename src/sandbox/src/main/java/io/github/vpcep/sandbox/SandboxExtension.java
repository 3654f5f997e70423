package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.junit.SandboxInTests;
import io.github.vpcep.sandbox.store.Store;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The sandbox in the hands of JUnit. A class of its own, so that the sandbox starts where there is no JUnit. */
final class SandboxExtension extends VpcepSandbox implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private final boolean freshForEachTest;
    private final SandboxInTests tests = new SandboxInTests(
            this::close,
            Map.of(
                    VpcepSandbox.class,
                    () -> this,
                    SandboxControl.class,
                    () -> this,
                    VpcepClient.class,
                    this::client,
                    VpcepAsyncClient.class,
                    () -> client().async()));

    SandboxExtension(SandboxConfig config, Store store, boolean freshForEachTest) {
        super(config, store);
        this.freshForEachTest = freshForEachTest;
    }

    /** Starts one. Its type is that of the sandbox: to return its own there, this class would have to be loaded. */
    static VpcepSandbox start(SandboxConfig config, Store store, boolean freshForEachTest) {
        return new SandboxExtension(config, store, freshForEachTest);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        tests.endWith(context);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        // Not done yet for a field of the instance.
        tests.endWith(test);
        if (freshForEachTest) {
            tests.takeTurn(test);
            reset();
        }
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
