package io.github.vpcep.contract.coverage;

import java.util.Map;

/**
 * A suite and its cases.
 *
 * @param name what it is called in prints
 * @param source its class
 * @param unit what its cases are, in the plural
 * @param cases how many of them each operation has, by operationId; none has zero
 */
record Suite(String name, Class<?> source, String unit, Map<String, Integer> cases) {
    int of(String operation) {
        return cases.getOrDefault(operation, 0);
    }

    int total() {
        return cases.values().stream().mapToInt(Integer::intValue).sum();
    }
}
