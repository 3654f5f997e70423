package io.github.vpcep.sandbox;

import io.github.vpcep.sandbox.store.memory.MemoryStore;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link WithSandbox} registers: the sandbox of the class or, without one, of the method. */
final class AnnotatedSandbox implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(AnnotatedSandbox.class);

    /** Called by JUnit. */
    AnnotatedSandbox() {}

    @Override
    public void beforeAll(ExtensionContext tests) {
        sandbox(tests).beforeAll(tests);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        sandbox(test).beforeEach(test);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return sandbox(test).supportsParameter(parameter, test);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return sandbox(test).resolveParameter(parameter, test);
    }

    /** Started where it is first asked for, and seen from what is inside. */
    private static SandboxExtension sandbox(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        SandboxExtension.class,
                        key -> new SandboxExtension(SandboxConfig.standard(), new MemoryStore(), true),
                        SandboxExtension.class);
    }
}
