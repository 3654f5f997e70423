package io.github.vpcep.contract.api;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What two dumps do not have in common, each line below the type that it belongs to. */
final class Difference {
    private Difference() {}

    /** The lines of difference, "- " for what is gone and "+ " for what is new; none when the dumps say the same. */
    static List<String> between(String accepted, String now) {
        NavigableMap<String, List<String>> before = byType(accepted);
        NavigableMap<String, List<String>> after = byType(now);
        NavigableMap<String, List<String>> all = new TreeMap<>(before);
        after.forEach(all::putIfAbsent);
        List<String> lines = new ArrayList<>();
        for (String name : all.keySet()) {
            List<String> old = before.getOrDefault(name, List.of());
            List<String> current = after.getOrDefault(name, List.of());
            List<String> changes = new ArrayList<>();
            old.stream().filter(line -> !current.contains(line)).forEach(line -> changes.add("- " + line));
            current.stream().filter(line -> !old.contains(line)).forEach(line -> changes.add("+ " + line));
            if (!changes.isEmpty() && old.stream().anyMatch(line -> current.contains(line))) {
                lines.add("  in " + name);
            } else if (changes.isEmpty() && !old.equals(current)) {
                lines.add("  in " + name + ": another order");
            }
            lines.addAll(changes);
        }
        return lines;
    }

    private static NavigableMap<String, List<String>> byType(String dump) {
        NavigableMap<String, List<String>> types = new TreeMap<>();
        for (String block : dump.split("\n\n", -1)) {
            List<String> lines = block.lines().toList();
            if (!lines.isEmpty()) {
                types.put(name(lines.get(0)), lines);
            }
        }
        return types;
    }

    private static String name(String header) {
        return header.startsWith("import ")
                ? "imports"
                : header.replaceFirst(".*?(class|interface|enum|record) ([\\w.]+).*", "$2");
    }
}
