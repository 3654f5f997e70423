package io.github.vpcep.sandbox.store.memory;

import java.util.Comparator;

/** The latest ids that were deleted; immutable. */
final class DeletedIds {
    static final int CAPACITY = 10_000;
    static final DeletedIds NONE = new DeletedIds(
            new SortedTree<>(Comparator.comparing(Deleted::id)),
            new SortedTree<>(Comparator.comparingLong(Deleted::turn)),
            0);

    private final SortedTree<Deleted> byId;
    private final SortedTree<Deleted> byTurn;
    private final long turns;

    private DeletedIds(SortedTree<Deleted> byId, SortedTree<Deleted> byTurn, long turns) {
        this.byId = byId;
        this.byTurn = byTurn;
        this.turns = turns;
    }

    boolean contains(String id) {
        return byId.contains(new Deleted(id, 0));
    }

    /** These and another one, without the oldest when they get too many. */
    DeletedIds with(String id) {
        if (contains(id)) {
            return this;
        }
        Deleted latest = new Deleted(id, turns);
        DeletedIds all = new DeletedIds(byId.with(latest), byTurn.with(latest), turns + 1);
        return all.byTurn.size() > CAPACITY ? all.without(all.byTurn.get(0)) : all;
    }

    private DeletedIds without(Deleted oldest) {
        return new DeletedIds(byId.without(oldest), byTurn.without(oldest), turns);
    }

    private record Deleted(String id, long turn) {}
}
