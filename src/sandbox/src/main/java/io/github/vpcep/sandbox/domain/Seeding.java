package io.github.vpcep.sandbox.domain;

import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Unit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * Begins with the public services, and with the seed unless one of the projects has any resource; of several
     * processes on one state, one adds it.
     *
     * @return whether the seed was added
     * @throws IllegalArgumentException if the rules refuse any of it; the message says its place and why
     */
    public boolean begin(List<PublicService> services, @Nullable Seed seed, Collection<String> projectIds) {
        return context.write(unit -> begin(unit, services, seed, projectIds));
    }

    /**
     * As {@link #begin}, after all that there was is forgotten. Nobody sees, or changes, anything in between.
     *
     * @param meanwhile what else begins anew, done while no other unit changes anything
     */
    public boolean beginAnew(
            List<PublicService> services, @Nullable Seed seed, Collection<String> projectIds, Runnable meanwhile) {
        return context.write(unit -> {
            meanwhile.run();
            unit.clear();
            return begin(unit, services, seed, projectIds);
        });
    }

    private boolean begin(Unit unit, List<PublicService> services, @Nullable Seed seed, Collection<String> projectIds) {
        context.addPublic(unit, services);
        if (seed == null || projectIds.stream().anyMatch(each -> isUsed(unit, each))) {
            return false;
        }
        new Sower(context, unit).sow(seed);
        return true;
    }

    private static boolean isUsed(Unit unit, String projectId) {
        return unit.countServices(Filter.by(ServiceField.PROJECT_ID, projectId))
                        + unit.countEndpoints(Filter.by(EndpointField.PROJECT_ID, projectId))
                > 0;
    }
}
