package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.Unit;
import java.time.Instant;
import java.util.function.Function;

/**
 * One store in PostgreSQL for all tests of the sandbox: to make a database for each would take longer than the test.
 */
public final class PostgresUnderTest implements StoreUnderTest {
    @Override
    public Store begin() {
        Shared.STORE.clear();
        return Shared.STORE;
    }

    /** Closed by nobody: it ends with the server. */
    private record Shared(Store store) implements Store {
        static final Store STORE =
                new Shared(PostgresStore.open(PostgresServer.shared().newDatabase()));

        @Override
        public <R> R ask(Instant now, Function<Unit, R> question) {
            return store.ask(now, question);
        }

        @Override
        public <R> R read(Instant now, Function<Unit, R> work) {
            return store.read(now, work);
        }

        @Override
        public <R> R write(Instant now, Function<Unit, R> work) {
            return store.write(now, work);
        }

        @Override
        public boolean waits() {
            return store.waits();
        }

        @Override
        public void check() {
            store.check();
        }

        @Override
        public void close() {
            clear();
        }
    }
}
