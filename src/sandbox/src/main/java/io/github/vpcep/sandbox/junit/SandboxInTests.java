package io.github.vpcep.sandbox.junit;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What JUnit does with a sandbox, wherever that runs: ends it, has tests take turns with it and hands it to them. */
public final class SandboxInTests implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxInTests.class);
    /** Longer than any test: who waits as long waits for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Runnable end;
    private final Map<Class<?>, Supplier<?>> parameters;
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Of a sandbox.
     *
     * @param end ends it
     * @param parameters what tests may ask for, by the type of the parameter
     */
    public SandboxInTests(Runnable end, Map<Class<?>, Supplier<?>> parameters) {
        this.end = end;
        this.parameters = Map.copyOf(parameters);
    }

    /** Has it ended with the outermost class or test that asked for this: JUnit then closes what is in its store. */
    public void endWith(ExtensionContext context) {
        context.getStore(NAMESPACE).getOrComputeIfAbsent(this, key -> new AtEnd(end));
    }

    /**
     * Waits until no other test has it, and gives it back after all that runs after this test. Tests that run in
     * parallel take turns: to begin anew is to take the state from under another.
     */
    public void takeTurn(ExtensionContext test) {
        test.getStore(NAMESPACE).getOrComputeIfAbsent(turn, key -> taken());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameters.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Supplier<?> given =
                Objects.requireNonNull(parameters.get(parameter.getParameter().getType()));
        return given.get();
    }

    private AtEnd taken() {
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

    /** Before 5.13 JUnit closes the one, from then on the other; never both. */
    @SuppressWarnings("deprecation")
    private record AtEnd(Runnable action) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            action.run();
        }
    }
}
