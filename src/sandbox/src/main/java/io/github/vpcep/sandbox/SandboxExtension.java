package io.github.vpcep.sandbox;

import io.github.vpcep.sandbox.store.memory.MemoryStore;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The sandbox in the hands of JUnit. A class of its own, so that the sandbox starts where there is no JUnit. */
final class SandboxExtension extends VpcepSandbox implements BeforeAllCallback, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final boolean freshForEachTest;

    private SandboxExtension(SandboxConfig config, boolean freshForEachTest) {
        super(config, new MemoryStore());
        this.freshForEachTest = freshForEachTest;
    }

    /** Answers the wider type: to check that it is one, the JVM would load this class, and with it JUnit. */
    static VpcepSandbox start(SandboxConfig config, boolean freshForEachTest) {
        return new SandboxExtension(config, freshForEachTest);
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
