package io.github.vpcep.specdiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is printed. */
final class Report {
    private Report() {}

    static String of(Contract base, Contract now, List<Change> changes) {
        List<String> lines = new ArrayList<>();
        lines.add("From " + base.title() + " to " + now.title());
        if (changes.isEmpty()) {
            lines.add("No change but of words and examples.");
        } else {
            side("Callers", changes, Kind::forCallers, lines);
            side("Implementers", changes, Kind::forImplementers, lines);
        }
        return String.join("\n", lines);
    }

    private static void side(String who, List<Change> changes, Function<Kind, Effect> effect, List<String> lines) {
        lines.add("");
        lines.add(who);
        for (Effect each : Effect.values()) {
            List<String> of = changes.stream()
                    .filter(change -> effect.apply(change.kind()) == each)
                    .map(change -> "    " + change.line())
                    .sorted()
                    .toList();
            lines.add("  " + each.heading() + (of.isEmpty() ? ": nothing" : ""));
            lines.addAll(of);
        }
    }
}
