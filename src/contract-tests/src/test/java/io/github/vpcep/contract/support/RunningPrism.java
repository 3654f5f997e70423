package io.github.vpcep.contract.support;

import io.github.vpcep.prism.PrismServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One Prism for the whole run, stopped at its end. */
public final class RunningPrism implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(RunningPrism.class);

    @SuppressWarnings("NullAway.Init")
    private PrismServer prism;

    @Override
    public void beforeAll(ExtensionContext context) {
        prism = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("prism", key -> new Holder(PrismServer.mock()), Holder.class)
                .prism();
    }

    /** The running server. */
    public PrismServer prism() {
        return prism;
    }

    /** JUnit closes it with the root of its stores. */
    private record Holder(PrismServer prism) implements AutoCloseable {
        @Override
        public void close() {
            prism.close();
        }
    }
}
