package io.github.vpcep.generator;

import java.util.List;

/** What is wrong with a contract: for each fault the file, the line, and what is allowed there. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Throws if there are faults. */
    static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ContractException(faults.stream().distinct().toList());
        }
    }

    ContractException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults), null, false, false);
    }
}
