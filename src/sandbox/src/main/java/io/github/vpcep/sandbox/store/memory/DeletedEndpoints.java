package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.Unit;
import java.util.Comparator;
import java.util.Optional;

/** The latest endpoints that were deleted; immutable. */
final class DeletedEndpoints {
    static final DeletedEndpoints NONE = new DeletedEndpoints(
            new SortedTree<>(Comparator.comparing(Deleted::id)),
            new SortedTree<>(Comparator.comparingLong(Deleted::turn)),
            0);

    private final SortedTree<Deleted> byId;
    private final SortedTree<Deleted> byTurn;
    private final long turns;

    private DeletedEndpoints(SortedTree<Deleted> byId, SortedTree<Deleted> byTurn, long turns) {
        this.byId = byId;
        this.byTurn = byTurn;
        this.turns = turns;
    }

    Optional<DeletedEndpoint> find(String id) {
        int place = byId.rank(each -> each.id().compareTo(id));
        return place < byId.size() && byId.get(place).id().equals(id)
                ? Optional.of(byId.get(place).endpoint())
                : Optional.empty();
    }

    /** These and another one, without the oldest when they get too many. */
    DeletedEndpoints with(DeletedEndpoint endpoint) {
        Deleted latest = new Deleted(endpoint, turns);
        if (byId.contains(latest)) {
            return this;
        }
        DeletedEndpoints all = new DeletedEndpoints(byId.with(latest), byTurn.with(latest), turns + 1);
        return all.byTurn.size() > Unit.DELETED_ENDPOINTS ? all.without(all.byTurn.get(0)) : all;
    }

    private DeletedEndpoints without(Deleted oldest) {
        return new DeletedEndpoints(byId.without(oldest), byTurn.without(oldest), turns);
    }

    private record Deleted(DeletedEndpoint endpoint, long turn) {
        String id() {
            return endpoint.id();
        }
    }
}
