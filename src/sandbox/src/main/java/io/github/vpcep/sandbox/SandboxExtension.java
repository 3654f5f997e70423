package io.github.vpcep.sandbox;

import io.github.vpcep.sandbox.store.Store;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The sandbox in the hands of JUnit. A class of its own, so that the sandbox starts where there is no JUnit. */
final class SandboxExtension extends VpcepSandbox implements BeforeAllCallback, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final boolean freshForEachTest;

    private SandboxExtension(SandboxConfig config, Store store, boolean freshForEachTest) {
        super(config, store);
        this.freshForEachTest = freshForEachTest;
    }

    /** Starts one. Its type is that of the sandbox: to return its own there, this class would have to be loaded. */
    static VpcepSandbox start(SandboxConfig config, Store store, boolean freshForEachTest) {
        return new SandboxExtension(config, store, freshForEachTest);
    }

    /** JUnit closes what is in a store with the outermost class that put it there. */
    @Override
    public void beforeAll(ExtensionContext tests) {
        tests.getStore(NAMESPACE).getOrComputeIfAbsent(this, sandbox -> sandbox);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (freshForEachTest) {
            reset();
        }
    }
}
