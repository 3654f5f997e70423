package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.vpc.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The address of a new endpoint: the one that is asked for, or any that is free. */
final class AddressChoice {
    /** So many are looked at together, of which hardly ever all are taken. */
    private static final int TOGETHER = 16;

    private final Subnet subnet;
    private final @Nullable String wanted;
    private final long start;

    /** Begins to look at a place that differs between endpoints. */
    AddressChoice(Subnet subnet, @Nullable String wanted, String endpointId) {
        this.subnet = subnet;
        this.wanted = wanted;
        this.start = Math.floorMod((long) endpointId.hashCode(), subnet.hosts());
    }

    /** The addresses to look at first. */
    List<String> candidates() {
        return wanted == null ? candidates(0) : List.of(wanted);
    }

    /** An address that no endpoint has; of the candidates, these are taken. */
    String free(Unit unit, Set<String> takenCandidates) {
        if (wanted != null) {
            if (takenCandidates.contains(wanted)) {
                throw new Problem(ErrorCode.PORT_IP_IN_USE);
            }
            return wanted;
        }
        Optional<String> found = firstFree(candidates(0), takenCandidates);
        for (long tried = TOGETHER; found.isEmpty() && tried < subnet.hosts(); tried += TOGETHER) {
            List<String> next = candidates(tried);
            found = firstFree(next, unit.taken(subnet.id(), next));
        }
        return found.orElseThrow(() -> refusal(ErrorCode.ENDPOINT_CREATION_FAILED, "The subnet has no free address."));
    }

    private List<String> candidates(long tried) {
        return LongStream.range(tried, Math.min(tried + TOGETHER, subnet.hosts()))
                .mapToObj(each -> subnet.host((start + each) % subnet.hosts()))
                .toList();
    }

    private static Optional<String> firstFree(List<String> candidates, Set<String> taken) {
        return candidates.stream().filter(each -> !taken.contains(each)).findFirst();
    }
}
