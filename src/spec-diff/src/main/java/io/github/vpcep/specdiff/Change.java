package io.github.vpcep.specdiff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param kind what kind of change it is
 * @param operations the ids of the operations that it touches, as they were if they were renamed
 * @param schema the schema that changed, null for a change of an operation itself
 * @param place where in the operation or schema
 * @param detail what was, and what is
 */
record Change(
        Kind kind, SortedSet<String> operations, @Nullable String schema, String place, String detail) {
    private static final int NAMED_OPERATIONS = 3;

    static Change ofOperation(Kind kind, String operation, String place, String detail) {
        return of(kind, operation, null, place, detail);
    }

    static Change ofSchema(Kind kind, String schema, String place, String detail) {
        return of(kind, null, schema, place, detail);
    }

    static Change of(Kind kind, @Nullable String operation, @Nullable String schema, String place, String detail) {
        SortedSet<String> operations = new TreeSet<>();
        if (operation != null) {
            operations.add(operation);
        }
        return new Change(kind, operations, schema, place, detail);
    }

    /** The same change, seen from several operations, as one. */
    static List<Change> merge(Collection<Change> changes) {
        Map<Change, Change> merged = new LinkedHashMap<>();
        for (Change each : changes) {
            Change key = new Change(each.kind, new TreeSet<>(), each.schema, each.place, each.detail);
            merged.computeIfAbsent(key, k -> new Change(k.kind, new TreeSet<>(), k.schema, k.place, k.detail))
                    .operations
                    .addAll(each.operations);
        }
        return new ArrayList<>(merged.values());
    }

    /** What an announcement has to name. */
    SortedSet<String> names() {
        if (schema != null) {
            return new TreeSet<>(List.of(schema));
        }
        return operations.isEmpty() ? new TreeSet<>(List.of(place)) : operations;
    }

    /** The change in one line. */
    String line() {
        return line(NAMED_OPERATIONS);
    }

    /**
     * The change in one line.
     *
     * @param named how many operations are named; of more only the number is told
     */
    String line(int named) {
        List<String> parts = new ArrayList<>();
        if (operations.size() > named) {
            parts.add(operations.size() + " operations");
        } else if (!operations.isEmpty()) {
            parts.add(String.join(", ", operations));
        }
        if (!place.isEmpty()) {
            parts.add(place);
        }
        parts.add(detail);
        return String.join(": ", parts);
    }
}
