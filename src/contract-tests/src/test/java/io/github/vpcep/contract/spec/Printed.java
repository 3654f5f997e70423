package io.github.vpcep.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A body as the documents print it: an entry of the index.
 *
 * @param operation the operationId
 * @param side {@code request} or {@code response}
 * @param status of an answer
 * @param file its name below the folder of printed bodies
 * @param readable the file to read for it: its own, or its repair when it is no JSON
 */
public record Printed(String operation, String side, String status, String file, String readable)
        implements OfOperation {
    /** The folder of printed bodies. */
    public static final String FOLDER = "examples/as-printed";

    /** All of a spec folder, in the order of its index. */
    public static List<Printed> of(SpecFolder spec) {
        List<Printed> printed = new ArrayList<>();
        spec.file(FOLDER + "/INDEX.yaml").forEach(entry -> printed.add(of(entry)));
        return printed;
    }

    /** An entry of the index. */
    public static Printed of(JsonNode entry) {
        String file = entry.path("file").asText();
        return new Printed(
                entry.path("operationId").asText(),
                entry.path("side").asText(),
                entry.path("status").asText(),
                file,
                entry.path("malformed").asBoolean() ? entry.path("repaired").asText() : file);
    }

    /** Whether the service sends it. */
    public boolean isAnswer() {
        return side.equals("response");
    }

    /** Whether it is no JSON as it is printed. */
    public boolean isMalformed() {
        return !readable.equals(file);
    }
}
