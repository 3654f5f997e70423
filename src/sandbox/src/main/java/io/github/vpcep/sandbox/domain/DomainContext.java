package io.github.vpcep.sandbox.domain;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.vpc.Vpcs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the rules need: the store, the time, the settings, the VPCs. Finishes the changes of state that are due before
 * each unit.
 */
public final class DomainContext {
    private final Store store;
    private final Clock clock;
    private final Settings settings;
    private final Vpcs vpcs;
    private final Supplier<String> ids;

    /** Puts them together. */
    public DomainContext(Store store, Clock clock, Settings settings, Vpcs vpcs) {
        this(store, clock, settings, vpcs, () -> UUID.randomUUID().toString());
    }

    private DomainContext(Store store, Clock clock, Settings settings, Vpcs vpcs, Supplier<String> ids) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.vpcs = vpcs;
        this.ids = ids;
    }

    /** Where any id is taken for one of the VPC service. */
    public DomainContext(Store store, Clock clock, Settings settings) {
        this(store, clock, settings, Vpcs.ANY);
    }

    /** The settings. */
    public Settings settings() {
        return settings;
    }

    /** What a caller may name of the VPC service. */
    VpcChecks vpcs(Caller caller) {
        return new VpcChecks(vpcs, caller);
    }

    /** Puts public services into the state; those that are there already stay as they are. */
    public void seed(List<PublicService> services) {
        write(unit -> {
            services.forEach(each -> PublicServices.add(unit, settings.region(), each, now()));
            return unit;
        });
    }

    /** The time, in whole seconds as it is shown. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The time at which a change of state that begins now is done. */
    Instant after(Duration delay) {
        return clock.instant().plus(delay);
    }

    /** A new id. */
    String newId() {
        return ids.get();
    }

    /** This one where all that is done is part of that unit, nothing takes time, and ids come from there. */
    DomainContext within(Unit unit, Supplier<String> newIds) {
        return new DomainContext(new UnitStore(unit), clock, settings.withoutDelays(), vpcs, newIds);
    }

    /** Runs a unit that changes nothing. */
    <R> R read(Function<Unit, R> work) {
        Instant now = clock.instant();
        if (store.isDue(now)) {
            store.write(unit -> {
                Transitions.settle(unit, now);
                return now;
            });
        }
        return store.read(work);
    }

    /** Runs a unit that may change anything. */
    <R> R write(Function<Unit, R> work) {
        Instant now = clock.instant();
        return store.write(unit -> {
            Transitions.settle(unit, now);
            return work.apply(unit);
        });
    }
}
