package io.github.vpcep.contract.spec;

import java.util.List;
import java.util.Map;

/** Something that must hold for a spec folder, as a function, so that it can also be asked about a damaged copy. */
public interface Check {
    /** What it is called in prints. */
    String name();

    /** What its cases are, in the plural. */
    default String unit() {
        return "cases";
    }

    /** Looks at a folder. */
    Result run(SpecFolder spec);

    /**
     * What was looked at and found.
     *
     * @param summary what was counted, in one or more lines
     * @param findings what is wrong, empty when nothing is
     * @param cases how many cases of each operation were looked at, by operationId
     */
    record Result(String summary, List<String> findings, Map<String, Integer> cases) {
        /** Copies. */
        public Result {
            findings = List.copyOf(findings);
            cases = Map.copyOf(cases);
        }

        /** Of a check that looks at the contract as a whole. */
        public Result(String summary, List<String> findings) {
            this(summary, findings, Map.of());
        }
    }
}
