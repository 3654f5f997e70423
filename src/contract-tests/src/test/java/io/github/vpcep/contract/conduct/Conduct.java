package io.github.vpcep.contract.conduct;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conduct that was decided for each operation, written a second time by hand. {@link ConductCheck} holds the
 * contract to it, {@link ConductTest} the client: a slip in one place shows, and a change is made in both on purpose.
 */
final class Conduct {
    /** The POSTs that may be sent again when their answer is lost: they only ask. All others would act twice. */
    static final Set<String> ONLY_ASK = Set.of("ListResourceInstances");

    /** What the documents show without a token. */
    static final Set<String> OPEN = Set.of("ListVersionDetails", "ListSpecifiedVersionDetails");

    /** What the documents announce to be taken offline. */
    static final Set<String> DEPRECATED = Set.of("DeleteEndpointPolicy");

    /** How a deletion is refused that has been carried out before, beside the codes that say that there is nothing. */
    static final Map<String, List<String>> DONE =
            Map.of("DeleteEndpoint", List.of("EndPoint.2018"), "DeleteEndpointPolicy", List.of("EndPoint.2049"));

    /** How many items a page has unless the caller says: few calls, and none that the service would refuse. */
    static final int PAGE_SIZE = 100;

    /** What is looked for by tags comes in the largest pages, as it does when nothing is asked for. */
    static final Map<String, Integer> PAGE_SIZES = Map.of("ListResourceInstances", 1000);

    /** What a call sends to say what is meant, where an operation has several intentions; its action comes first. */
    static final Map<String, String> INTENTIONS = Map.ofEntries(
            Map.entry("AcceptOrRejectEndpoint.accept", "receive"),
            Map.entry("AcceptOrRejectEndpoint.reject", "reject"),
            Map.entry("AddOrRemoveServicePermissions.add", "add"),
            Map.entry("AddOrRemoveServicePermissions.addPaths", "add, orgPath"),
            Map.entry("AddOrRemoveServicePermissions.remove", "remove"),
            Map.entry("AddOrRemoveServicePermissions.removePaths", "remove, orgPath"),
            Map.entry("BatchAddOrRemoveResourceInstance.add", "create"),
            Map.entry("BatchAddOrRemoveResourceInstance.remove", "delete"),
            Map.entry("ListResourceInstances.listResources", "filter"),
            Map.entry("ListResourceInstances.countResources", "count"),
            Map.entry("UpgradeEndpointService.upgrade", "upgrade"),
            Map.entry("UpgradeEndpointService.rollBack", "rollback"),
            Map.entry("UpgradeEndpoint.upgrade", "start"));

    static final List<Wait> WAITS = List.of(
            new Wait(
                    "ListEndpointInfoDetails",
                    "awaitStatus",
                    "EndpointStatus",
                    null,
                    Set.of("failed", "rejected", "deleting"),
                    Set.of("pendingAcceptance", "creating", "accepted")),
            new Wait(
                    "ListEndpointInfoDetails",
                    "awaitDeleted",
                    "EndpointStatus",
                    Wait.GONE,
                    Set.of(),
                    Set.of("pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting")),
            new Wait(
                    "ListServiceDetails",
                    "awaitAvailable",
                    "EndpointServiceStatus",
                    "available",
                    Set.of("failed", "deleting"),
                    Set.of("creating")),
            new Wait(
                    "ListServiceDetails",
                    "awaitDeleted",
                    "EndpointServiceStatus",
                    Wait.GONE,
                    Set.of(),
                    Set.of("creating", "available", "failed", "deleting")));

    private Conduct() {}

    /**
     * A wait, and what it makes of each state.
     *
     * @param operation what it asks with
     * @param name the call
     * @param states the enumeration of the states
     * @param until the state that is waited for, or {@link #GONE}; null where the caller names it
     * @param failed the states from which it does not come by itself, unless one is what is waited for
     * @param goesOn the states in which it asks again, unless one is what is waited for
     */
    record Wait(
            String operation,
            String name,
            String states,
            @Nullable String until,
            Set<String> failed,
            Set<String> goesOn) {
        static final String GONE = "gone";

        /** What becomes of a wait for a state when the answer tells another, or one that nobody knows. */
        Outcome outcome(String target, String state) {
            return state.equals(target) ? Outcome.REACHED : failed.contains(state) ? Outcome.FAILED : Outcome.GOES_ON;
        }

        @Override
        public String toString() {
            return operation + "." + name;
        }
    }

    /** What an answer is for a wait. */
    enum Outcome {
        REACHED,
        FAILED,
        GOES_ON
    }
}
