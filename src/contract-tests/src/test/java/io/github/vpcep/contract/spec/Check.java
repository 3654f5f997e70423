package io.github.vpcep.contract.spec;

import java.util.List;

/** Something that must hold for a spec folder, as a function, so that it can also be asked about a damaged copy. */
public interface Check {
    /** What it is called in prints. */
    String name();

    /** Looks at a folder. */
    Result run(SpecFolder spec);

    /**
     * What was looked at and found.
     *
     * @param summary what was counted, in one or more lines
     * @param findings what is wrong, empty when nothing is
     */
    record Result(String summary, List<String> findings) {
        /** Copies. */
        public Result {
            findings = List.copyOf(findings);
        }
    }
}
