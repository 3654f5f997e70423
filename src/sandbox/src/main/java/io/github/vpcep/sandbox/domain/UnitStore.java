package io.github.vpcep.sandbox.domain;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.Unit;
import java.time.Instant;
import java.util.function.Function;

/** A unit of work in the place of a store, which makes several operations one unit. */
final class UnitStore implements Store {
    private final Unit unit;

    UnitStore(Unit unit) {
        this.unit = unit;
    }

    @Override
    public <R> R read(Function<Unit, R> work) {
        return work.apply(unit);
    }

    @Override
    public <R> R write(Function<Unit, R> work) {
        return work.apply(unit);
    }

    @Override
    public boolean isDue(Instant now) {
        return !unit.dueServices(now).isEmpty() || !unit.dueEndpoints(now).isEmpty();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("A unit of work does not forget");
    }

    @Override
    public void close() {}
}
