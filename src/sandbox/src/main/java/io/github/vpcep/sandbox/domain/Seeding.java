package io.github.vpcep.sandbox.domain;

import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.ServiceFilter;
import io.github.vpcep.sandbox.store.Unit;
import java.util.Collection;

/** Brings seeds into the state, each as one unit of work, wholly or not at all. */
public final class Seeding {
    private final DomainContext context;

    /** Works on that state. */
    public Seeding(DomainContext context) {
        this.context = context;
    }

    /**
     * Adds a seed to what is there.
     *
     * @throws IllegalArgumentException if the rules refuse any of it; the message says its place and why
     */
    public void add(Seed seed) {
        context.write(unit -> {
            new Sower(context, unit).sow(seed);
            return seed;
        });
    }

    /**
     * Adds a seed unless one of the projects has any resource; of several processes on one state, one adds it.
     *
     * @return whether it was added
     * @throws IllegalArgumentException if the rules refuse any of it; the message says its place and why
     */
    public boolean addUnlessUsed(Seed seed, Collection<String> projectIds) {
        return context.write(unit -> {
            boolean unused = projectIds.stream().noneMatch(each -> isUsed(unit, each));
            if (unused) {
                new Sower(context, unit).sow(seed);
            }
            return unused;
        });
    }

    private static boolean isUsed(Unit unit, String projectId) {
        return unit.count(ServiceFilter.ofProject(projectId)) + unit.count(EndpointFilter.ofProject(projectId)) > 0;
    }
}
