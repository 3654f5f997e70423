package io.github.vpcep.sandbox;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The sandbox in the hands of JUnit. A class of its own, so that the sandbox starts where there is no JUnit. */
final class SandboxExtension extends VpcepSandbox implements BeforeEachCallback, AfterAllCallback {
    private final boolean freshForEachTest;

    SandboxExtension(SandboxConfig config, boolean freshForEachTest) {
        super(config);
        this.freshForEachTest = freshForEachTest;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (freshForEachTest) {
            reset();
        }
    }

    /** Nested classes end before the class that holds the sandbox. */
    @Override
    public void afterAll(ExtensionContext tests) {
        if (tests.getTestClass().map(Class::getEnclosingClass).isEmpty()) {
            close();
        }
    }
}
