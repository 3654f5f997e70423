package io.github.vpcep.templates;

import io.github.vpcep.templates.Mutants.Mutant;
import io.github.vpcep.templates.Mutants.Operator;
import java.util.Optional;
import java.util.stream.Stream;

/** Of the changes that nobody noticed, those that nobody can, each kind with its reason. */
enum Unseen {
    OVERRIDE("only the compiler asks for it, and only the other way round") {
        @Override
        boolean covers(Mutant mutant) {
            return mutant.before().equals("@Override")
                    && (mutant.operator() == Operator.DROP_ANNOTATION || mutant.operator() == Operator.DROP_LINE);
        }
    },
    ORDER("annotations, what they say, the branches of a switch, fields and the entries of JSON are in no order") {
        @Override
        boolean covers(Mutant mutant) {
            return mutant.operator() == Operator.SWAP_LINES
                    && mutant.before().matches("@.*|case .*|\\w+Visibility = .*|private [^=(]*;|\"\\w+\": .*,")
                    && mutant.after().matches("@.*|case .*|\\w+Visibility = .*|private [^=(]*;|\"\\w+\": .*,");
        }
    },
    SAME("a list that is never null is asked whether it is") {
        @Override
        boolean covers(Mutant mutant) {
            return mutant.operator() == Operator.DROP_TAGS && mutant.after().contains("== null ? List.of() :");
        }
    };

    private final String reason;

    Unseen(String reason) {
        this.reason = reason;
    }

    abstract boolean covers(Mutant mutant);

    String reason() {
        return reason;
    }

    /** Why a change that was not noticed cannot be, if it cannot. */
    static Optional<Unseen> of(Mutant mutant) {
        return Stream.of(values()).filter(each -> each.covers(mutant)).findFirst();
    }
}
