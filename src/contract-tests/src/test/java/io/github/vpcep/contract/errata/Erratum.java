package io.github.vpcep.contract.errata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of errata.yaml.
 *
 * @param id {@code P..} or {@code N..}
 * @param operations the operations that it touches, or {@code all}
 * @param pointers where its decision or evidence is found
 * @param violations where a printed example breaks the contract
 * @param facts where the contract deviates from a documented row
 * @param node the whole entry
 */
public record Erratum(
        String id,
        List<String> operations,
        List<String> pointers,
        List<Violation> violations,
        List<FactDeviation> facts,
        JsonNode node) {
    /** Stands for every operation. */
    public static final String ALL = "all";

    /** The kind of those that say what a newer edition of the documents superseded. */
    private static final String EDITION = "edition";

    /** The edition of a documented row unless another is named. */
    public static final String FOUNDING_EDITION = "2022-11";

    static Erratum of(JsonNode entry) {
        List<Violation> violations = new ArrayList<>();
        entry.path("violations")
                .forEach(each -> violations.add(new Violation(
                        each.path("example").asText(),
                        each.path("at").asText(),
                        each.path("keyword").asText())));
        List<FactDeviation> facts = new ArrayList<>();
        entry.path("facts")
                .forEach(each -> oneOrMore(each, "operation", "operations")
                        .forEach(operation -> oneOrMore(each, "at", "at")
                                .forEach(at -> facts.add(new FactDeviation(
                                        each.path("edition").asText(FOUNDING_EDITION),
                                        operation,
                                        at,
                                        each.path("attribute").asText(),
                                        each.path("documented"),
                                        each.path("spec"))))));
        return new Erratum(
                entry.path("id").asText(),
                Errata.texts(entry.path("operations")),
                Errata.texts(entry.path("pointers")),
                violations,
                facts,
                entry);
    }

    private static List<String> oneOrMore(JsonNode row, String one, String more) {
        return row.path(more).isArray()
                ? Errata.texts(row.path(more))
                : List.of(row.path(one).asText());
    }

    /** The id that a tolerance names: the value of an {@code x-reads-…}, or its {@code erratum}. */
    public static String ofTolerance(JsonNode value) {
        return value.path("erratum").asText(value.asText());
    }

    /** Whether it touches an operation. */
    public boolean touches(String operation) {
        return operations.contains(ALL) || operations.contains(operation);
    }

    /** Whether rows of the founding edition stand here because a newer one says something else. */
    public boolean isOfEdition() {
        return node.path("kind").asText().equals(EDITION);
    }

    /** What was decided for the client. */
    public String clientDecision() {
        return node.path("decision").path("client").asText();
    }

    /**
     * A place where a printed example breaks the contract.
     *
     * @param example the file
     * @param at a JSON pointer into it
     * @param keyword the keyword of the schema that fails
     */
    public record Violation(String example, String at, String keyword) {
        /** The operation of the example, with which its file name begins. */
        public String operation() {
            String file = example.substring(example.lastIndexOf('/') + 1);
            return file.substring(0, file.indexOf('.'));
        }
    }

    /**
     * A documented row from which the contract deviates.
     *
     * @param edition the edition of the row
     * @param operation an operationId, or {@code all}
     * @param at the row
     * @param attribute which attribute of it
     * @param documented its value in the documents
     * @param spec its value in the contract
     */
    public record FactDeviation(
            String edition, String operation, String at, String attribute, JsonNode documented, JsonNode spec) {}
}
