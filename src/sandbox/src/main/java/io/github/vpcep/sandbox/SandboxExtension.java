package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.store.Store;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The sandbox in the hands of JUnit. A class of its own, so that the sandbox starts where there is no JUnit. */
final class SandboxExtension extends VpcepSandbox implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);
    /** Longer than any test: who waits as long waits for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final boolean freshForEachTest;
    private final Semaphore turn = new Semaphore(1, true);

    SandboxExtension(SandboxConfig config, Store store, boolean freshForEachTest) {
        super(config, store);
        this.freshForEachTest = freshForEachTest;
    }

    /** Starts one. Its type is that of the sandbox: to return its own there, this class would have to be loaded. */
    static VpcepSandbox start(SandboxConfig config, Store store, boolean freshForEachTest) {
        return new SandboxExtension(config, store, freshForEachTest);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        closeWith(tests);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        // Not done yet for a field of the instance.
        closeWith(test);
        if (freshForEachTest) {
            // It ends with the test, after all that is to run after it.
            test.getStore(NAMESPACE).getOrComputeIfAbsent(turn, key -> takeTurn());
            reset();
        }
    }

    /** JUnit closes what is in a store with the outermost class or test that put it there. */
    private void closeWith(ExtensionContext context) {
        context.getStore(NAMESPACE).getOrComputeIfAbsent(this, key -> new AtEnd(this::close));
    }

    /** Tests that run in parallel take turns: to begin anew is to take the state from under another. */
    private AtEnd takeTurn() {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ExtensionConfigurationException("Another test has held this sandbox for "
                        + PATIENCE.toMinutes() + " minutes. Tests that run in parallel take turns with a sandbox that"
                        + " begins anew for each; give each one of its own: a field that is not static, or @WithSandbox"
                        + " on the method");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtensionConfigurationException("The thread was interrupted while it waited for the sandbox", e);
        }
        return new AtEnd(turn::release);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == VpcepSandbox.class || type == VpcepClient.class || type == VpcepAsyncClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == VpcepSandbox.class ? this : type == VpcepClient.class ? client() : client().async();
    }

    /** Before 5.13 JUnit closes the one, from then on the other; never both. */
    @SuppressWarnings("deprecation")
    private record AtEnd(Runnable action) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            action.run();
        }
    }
}
