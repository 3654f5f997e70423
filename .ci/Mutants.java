import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What PIT found, by package, and of what was not noticed what is declared to change nothing:
 * {@code java .ci/Mutants.java REPORT DECLARED PERCENT}. REPORT is PIT's mutations.csv. DECLARED, which need not be there,
 * has lines of {@code class,method,mutator,count,reason}; the class with as much of its package as tells it from others.
 * Fails when less than PERCENT of all but the declared was
 * noticed, and when fewer than declared went unnoticed: then a test sees it, or it is there no more. What ended for
 * another reason than a test (RUN_ERROR: the process died) counts as not noticed, what the JVM does not load
 * (NON_VIABLE) is no change.
 */
public class Mutants {
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

    /** A place and what is done to it. */
    private record Kind(String type, String method, String mutator) {
        @Override
        public String toString() {
            return type + "." + method + " " + mutator;
        }
    }

    private static final class Count {
        int all;
        int noticed;
        final Map<String, Integer> byMutator = new TreeMap<>();
    }

    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]);
        if (!Files.exists(report)) {
            System.out.println("Mutants: none of the classes asked for");
            return;
        }
        Map<String, Count> packages = new TreeMap<>();
        Map<Kind, Integer> unnoticed = new HashMap<>();
        Set<String> types = new TreeSet<>();
        for (String line : Files.readAllLines(report)) {
            String[] columns = line.split(",", -1);
            if (columns[5].equals("NON_VIABLE")) {
                continue;
            }
            String name = columns[1];
            int dot = name.lastIndexOf('.');
            Kind kind = new Kind(
                    name, columns[3], columns[2].substring(columns[2].lastIndexOf('.') + 1).replace("Mutator", ""));
            types.add(name);
            Count count = packages.computeIfAbsent(name.substring(0, dot), key -> new Count());
            count.all++;
            if (NOTICED.contains(columns[5])) {
                count.noticed++;
            } else {
                count.byMutator.merge(kind.mutator(), 1, Integer::sum);
                unnoticed.merge(kind, 1, Integer::sum);
            }
        }
        List<String> wrong = new ArrayList<>();
        int declared = 0;
        Path file = Path.of(arguments[1]);
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split(",", 5);
            List<Kind> kinds = types.stream()
                    .filter(type -> type.endsWith("." + columns[0]))
                    .map(type -> new Kind(type, columns[1], columns[2]))
                    .toList();
            Kind kind = new Kind(columns[0], columns[1], columns[2]);
            int count = Integer.parseInt(columns[3]);
            if (columns[4].isBlank()) {
                wrong.add(kind + " is declared without a reason");
            }
            // A run may be of some packages only.
            if (!kinds.isEmpty()) {
                declared += count;
                int found = kinds.stream()
                        .mapToInt(each -> unnoticed.getOrDefault(each, 0))
                        .sum();
                if (found < count) {
                    wrong.add(kind + " is declared " + count + " times, but went unnoticed " + found + " times");
                }
            }
        }
        int all = 0;
        int noticed = 0;
        for (Map.Entry<String, Count> each : packages.entrySet()) {
            Count count = each.getValue();
            all += count.all;
            noticed += count.noticed;
            System.out.printf(
                    "Mutants: %s noticed %d of %d (%.1f %%); not: %s%n",
                    each.getKey(), count.noticed, count.all, 100.0 * count.noticed / count.all, count.byMutator);
        }
        double percent = 100.0 * noticed / Math.max(1, all - declared);
        System.out.printf(
                "Mutants: noticed %d of %d; %d more change nothing by %s: %.1f %%%n",
                noticed, all - declared, declared, file.getFileName(), percent);
        if (percent < Double.parseDouble(arguments[2])) {
            wrong.add("less than " + arguments[2] + " of 100 were noticed");
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(each -> System.out.println("Mutants: " + each));
            System.exit(1);
        }
    }
}
