package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an edition of the documents changes of the rows of the one before it. */
final class Edition {
    private static final String FOLDER = "facts/editions";

    private final JsonNode node;

    private Edition(JsonNode node) {
        this.node = node;
    }

    /** One as it is written in a file. */
    static Edition of(JsonNode file) {
        return new Edition(file);
    }

    /** All of a spec folder, the oldest first. */
    static List<Edition> of(SpecFolder spec) {
        return spec.files(FOLDER).stream()
                .map(file -> new Edition(spec.file(file)))
                .toList();
    }

    String name() {
        return node.path("edition").asText();
    }

    /** What evidence may be beside pages. */
    boolean hasSource(String name) {
        return node.path("sources").has(name);
    }

    /** The rows, by operation and in their order. */
    Map<String, List<Row>> rows() {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        node.path("rows")
                .forEach(row -> rows.computeIfAbsent(row.path("operation").asText(), id -> new ArrayList<>())
                        .add(new Row(this, row)));
        return rows;
    }

    /** What is said of more than rows, or of none. */
    JsonNode statements() {
        return node.path("statements");
    }

    int count(String of) {
        return node.path("counts").path(of).asInt(-1);
    }

    /** One row. What it does not state is as it was. */
    record Row(Edition edition, JsonNode node) {
        String at() {
            return node.path("at").asText();
        }

        /** False when the documents have the row no more. */
        boolean isPresent() {
            return node.path("present").asBoolean(true);
        }
    }
}
