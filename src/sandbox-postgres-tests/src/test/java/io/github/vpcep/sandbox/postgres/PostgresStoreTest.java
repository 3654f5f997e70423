package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The store does what every store does. */
@SuppressWarnings("NullAway.Init")
class PostgresStoreTest extends StoreContract {
    private static Store store;

    @BeforeAll
    static void start() {
        store = PostgresStore.open(PostgresServer.shared().newDatabase());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    protected Store store() {
        return store;
    }
}
