package io.github.vpcep.templates;

import io.github.vpcep.templates.Mutants.Mutant;
import io.github.vpcep.templates.Mutants.Operator;
import java.util.Optional;
import java.util.stream.Stream;

/** Of the changes that nobody noticed, those that nobody can, each kind with its reason. */
enum Unseen {
    CONSTRUCTOR("a public class without a constructor has the one that is written there") {
        @Override
        boolean covers(Mutant mutant) {
            return mutant.operator() == Operator.DROP_LINE
                    ? mutant.before().matches("public \\{\\{\\w+}}\\w*\\(\\) \\{}")
                    : mutant.operator() == Operator.DROP_SECTION
                            && mutant.template().equals("_common/params.mustache")
                            && mutant.before().equals("{{#isServed}}");
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
