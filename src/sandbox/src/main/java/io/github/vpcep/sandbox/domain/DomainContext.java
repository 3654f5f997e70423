package io.github.vpcep.sandbox.domain;

import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
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
import java.util.function.UnaryOperator;

/** What the rules need: the store, the time, the settings, the VPCs. */
public final class DomainContext {
    private final Store store;
    private final Clock clock;
    private volatile Settings settings;
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

    /** The settings, as they are now. */
    public Settings settings() {
        return settings;
    }

    /** Has other settings hold from now on, made of those that hold now. */
    public synchronized void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    /** What a caller may name of the VPC service. */
    VpcChecks vpcs(Caller caller) {
        return new VpcChecks(vpcs, caller);
    }

    /** Puts public services into the state; those that are there already stay as they are. */
    public void seed(List<PublicService> services) {
        write(unit -> {
            addPublic(unit, services);
            return unit;
        });
    }

    /** As {@link #seed}, as part of that unit. */
    void addPublic(Unit unit, List<PublicService> services) {
        services.forEach(each -> PublicServices.add(unit, settings.region(), each, now()));
    }

    /** The time, in whole seconds as it is shown. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Saves a service with a change of state that begins; one that takes no time is done at once. Answers the service
     * as it is while the change is under way.
     */
    StoredService begin(Unit unit, StoredService service, String status) {
        Duration delay = settings.serviceDelay();
        Due due = new Due(clock.instant().plus(delay), status);
        StoredService first = service.with(due);
        if (delay.isZero()) {
            first.at(due.at()).ifPresentOrElse(unit::save, () -> unit.deleteService(first.id()));
        } else {
            unit.save(first);
        }
        return first;
    }

    /** As {@link #begin(Unit, StoredService, String)}, for an endpoint. */
    StoredEndpoint begin(Unit unit, StoredEndpoint endpoint, String status) {
        Duration delay = settings.endpointDelay();
        Due due = new Due(clock.instant().plus(delay), status);
        StoredEndpoint first = endpoint.with(due);
        if (delay.isZero()) {
            first.at(due.at()).ifPresentOrElse(unit::save, () -> unit.deleteEndpoint(first.id()));
        } else {
            unit.save(first);
        }
        return first;
    }

    /** A new id. */
    String newId() {
        return ids.get();
    }

    /** This one where all that is done is part of that unit, nothing takes time, and ids come from there. */
    DomainContext within(Unit unit, Supplier<String> newIds) {
        return new DomainContext(
                new UnitStore(unit), clock, settings.withDelays(Duration.ZERO, Duration.ZERO), vpcs, newIds);
    }

    /** Runs a unit that asks one question. */
    <R> R ask(Function<Unit, R> question) {
        return store.ask(clock.instant(), question);
    }

    /** Runs a unit that changes nothing. */
    <R> R read(Function<Unit, R> work) {
        return store.read(clock.instant(), work);
    }

    /** Runs a unit that may change anything. */
    <R> R write(Function<Unit, R> work) {
        return store.write(clock.instant(), work);
    }

    /** Returns if a unit that writes would find all that it needs. */
    void check() {
        store.check();
    }
}
