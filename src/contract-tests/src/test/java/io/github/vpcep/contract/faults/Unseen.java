package io.github.vpcep.contract.faults;

import io.github.vpcep.contract.faults.Mutants.Operator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Of the changes that no suite noticed, those that no rule tells from what is right, each kind with its reason; the
 * limits in {@link Faults} are samples of them.
 */
enum Unseen {
    WORDS("of prose the words and the names are known, not whether it is the right one of two that could be said") {
        @Override
        boolean covers(Mutant mutant) {
            return isOfValue(mutant) && isProse(mutant);
        }
    },
    ORDER("the order is nobody's: these lists are sets") {
        @Override
        boolean covers(Mutant mutant) {
            return mutant.operator() == Operator.SWAP
                    && mutant.change().startsWith("swap items")
                    && (mutant.file().startsWith("facts/")
                            || mutant.file().equals("errata.yaml")
                            || Set.of("required", "names", "codes", "parameters")
                                    .contains(mutant.key()));
        }
    },
    EVIDENCE("who says so, when and how surely: the documents themselves are not here") {
        @Override
        boolean covers(Mutant mutant) {
            return (mutant.file().startsWith("facts/") || mutant.file().equals("errata.yaml"))
                    && (isOfValue(mutant) || mutant.operator() == Operator.DROP || mutant.operator() == Operator.SWAP)
                    && Set.of("mark", "since", "from", "source", "SDKs", "SDK changelog", "Terraform")
                            .contains(mutant.key());
        }
    },
    PLACES("an erratum may point to fewer of the places where the documents say it, or name fewer of their pages") {
        @Override
        boolean covers(Mutant mutant) {
            return mutant.operator() == Operator.DROP
                    && mutant.file().equals("errata.yaml")
                    && Set.of("pointers", "documents", "evidence").contains(mutant.key());
        }
    },
    ANY_EXAMPLE("what other examples show as well is as good") {
        @Override
        boolean covers(Mutant mutant) {
            return (mutant.file().startsWith("examples/") || mutant.key().equals("example"))
                    && (isOfValue(mutant)
                            || Set.of(Operator.SWAP, Operator.DROP).contains(mutant.operator()));
        }
    };

    private final String reason;

    Unseen(String reason) {
        this.reason = reason;
    }

    abstract boolean covers(Mutant mutant);

    private static boolean isOfValue(Mutant mutant) {
        return mutant.operator() == Operator.CHANGE || mutant.operator() == Operator.BORROW;
    }

    private static boolean isProse(Mutant mutant) {
        return switch (mutant.key()) {
            case "description",
                    "summary",
                    "meaning",
                    "says",
                    "where",
                    "reason",
                    "title",
                    "field",
                    "about",
                    "became",
                    "x-enum-descriptions" -> true;
            case "spec", "client", "server" -> mutant.at().endsWith("/decision");
            default -> false;
        };
    }

    String reason() {
        return reason;
    }

    /** Why a change that was not noticed cannot be, if it cannot. */
    static Optional<Unseen> of(Mutant mutant) {
        return Stream.of(values()).filter(each -> each.covers(mutant)).findFirst();
    }
}
