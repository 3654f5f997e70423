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
    public <R> R ask(Instant now, Function<Unit, R> question) {
        return question.apply(unit);
    }

    @Override
    public <R> R read(Instant now, Function<Unit, R> work) {
        return work.apply(unit);
    }

    @Override
    public <R> R write(Instant now, Function<Unit, R> work) {
        return work.apply(unit);
    }

    @Override
    public void check() {}

    @Override
    public void close() {}
}
