package io.github.vpcep.contract.coverage;

import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.Printed;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which operations must have cases in a suite.
 *
 * @param suite the name of the suite
 * @param words which operations
 * @param of whether an operation is one of them
 */
record Demand(String suite, String words, Predicate<Operation> of) {
    static final List<Demand> ALL = List.of(
            new Demand("Transcription", "every operation", operation -> true),
            new Demand("Examples", "every operation", operation -> true),
            new Demand("PrintedAnswers", "every operation with a printed answer", Demand::hasPrintedAnswer),
            new Demand("Prism", "every operation", operation -> true),
            new Demand("Routing", "every operation", operation -> true),
            new Demand("Wire", "every operation", operation -> true),
            new Demand("Conduct", "every operation", operation -> true));

    private static boolean hasPrintedAnswer(Operation operation) {
        return Printed.of(operation.spec()).stream()
                .anyMatch(each -> each.isAnswer() && each.operation().equals(operation.id()));
    }

    /** Where a suite has no cases and must have some, and where it has cases of what is no operation. */
    static List<String> gaps(SpecFolder spec, List<Suite> suites) {
        List<String> gaps = new ArrayList<>();
        for (Demand demand : ALL) {
            String forgotten = spec.operations().stream()
                    .filter(demand.of())
                    .map(Operation::id)
                    .filter(id ->
                            suites.stream().noneMatch(suite -> suite.name().equals(demand.suite()) && suite.of(id) > 0))
                    .collect(Collectors.joining(", "));
            if (!forgotten.isEmpty()) {
                gaps.add(demand.suite() + " has no case of " + forgotten);
            }
        }
        Set<String> known = spec.operations().stream().map(Operation::id).collect(Collectors.toSet());
        for (Suite suite : suites) {
            Set<String> unknown = new TreeSet<>(suite.cases().keySet());
            unknown.removeAll(known);
            unknown.forEach(id -> gaps.add(suite.name() + " has cases of " + id + ", which is no operation"));
        }
        return gaps;
    }
}
