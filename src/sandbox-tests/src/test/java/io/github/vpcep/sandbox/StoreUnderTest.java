package io.github.vpcep.sandbox;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.util.ServiceLoader;

/** The store that the tests run on: in memory, unless a module that runs them on another one provides it. */
public interface StoreUnderTest {
    /** The store, empty. What was got before must not be used any more. */
    Store begin();

    /** The one of this module, empty. */
    static Store empty() {
        return ServiceLoader.load(StoreUnderTest.class)
                .findFirst()
                .map(StoreUnderTest::begin)
                .orElseGet(MemoryStore::new);
    }

    /** A sandbox on it that is an extension of JUnit, as {@link VpcepSandbox#inMemory(SandboxConfig)}. */
    static VpcepSandbox sandbox(SandboxConfig config) {
        return SandboxExtension.start(config, empty(), true);
    }
}
