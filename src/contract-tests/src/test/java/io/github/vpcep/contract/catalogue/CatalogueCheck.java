package io.github.vpcep.contract.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.catalogue.DocumentedCodes.Row;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The catalogue has the documents' codes with their statuses and messages, and agrees with its own enumeration. */
public final class CatalogueCheck implements Check {
    private static final Set<String> KINDS = Set.of(
            "NOT_FOUND",
            "PERMISSION_DENIED",
            "AUTHENTICATION_FAILED",
            "INVALID_REQUEST",
            "QUOTA_EXCEEDED",
            "CONFLICT",
            "THROTTLED",
            "SERVER_FAILURE");
    private static final Set<String> RETRIES = Set.of("ALWAYS", "IDEMPOTENT", "NEVER");

    /** Where the status itself tells the meaning. Not 404: what is missing may be a part of the cloud. */
    private static final Map<Integer, String> KIND_OF_STATUS =
            Map.of(401, "AUTHENTICATION_FAILED", 403, "PERMISSION_DENIED");

    /** Readings that the design states by name. */
    private static final Map<String, String> KIND_OF_CODE =
            Map.of("EndPoint.0022", "THROTTLED", "Endpoint.1018", "QUOTA_EXCEEDED");

    /** Answers of 504 to a request that is wrong: P37. */
    private static final Set<String> NEVER_RETRIED = Set.of("EndPoint.0011", "EndPoint.0012");

    @Override
    public String name() {
        return "Catalogue";
    }

    @Override
    public Result run(SpecFolder spec) {
        JsonNode schema = spec.file("schemas/ErrorCode.yaml");
        JsonNode catalogue = schema.path("x-error-catalogue");
        List<String> findings = new ArrayList<>();
        agree(texts(schema.path("enum")), column(catalogue, "code"), "enum", findings);
        agree(texts(schema.path("x-enum-varnames")), column(catalogue, "name"), "x-enum-varnames", findings);
        unique(column(catalogue, "code"), findings);
        unique(column(catalogue, "name"), findings);
        Map<Integer, Integer> byStatus = new TreeMap<>();
        catalogue.forEach(entry -> {
            byStatus.merge(entry.path("status").asInt(), 1, Integer::sum);
            entry(entry, findings);
        });
        int rows = compareWithDocuments(catalogue, findings);
        return new Result(
                "Catalogue: " + catalogue.size() + " codes, by status " + byStatus + "; " + rows + " documented rows",
                findings);
    }

    private static void entry(JsonNode entry, List<String> findings) {
        String code = entry.path("code").asText();
        String kind = entry.path("kind").asText();
        String retry = entry.path("retry").asText();
        if (!KINDS.contains(kind) || !RETRIES.contains(retry)) {
            findings.add(code + " has the unknown kind or retry " + kind + ", " + retry);
        }
        if (entry.path("meaning").asText().isBlank()) {
            findings.add(code + " has no meaning");
        }
        String expected = KIND_OF_CODE.getOrDefault(
                code, KIND_OF_STATUS.getOrDefault(entry.path("status").asInt(), kind));
        if (!expected.equals(kind)) {
            findings.add(code + " is " + kind + ", but can only be " + expected);
        }
        if (NEVER_RETRIED.contains(code) && !retry.equals("NEVER")) {
            findings.add(code + " must not be retried");
        }
        if (retry.equals("ALWAYS") && !kind.equals("THROTTLED")) {
            findings.add(code + " says that the service did nothing, which only throttling says");
        }
    }

    private static int compareWithDocuments(JsonNode catalogue, List<String> findings) {
        Set<Row> stated = new LinkedHashSet<>();
        catalogue.forEach(entry -> stated.add(new Row(
                entry.path("status").asInt(),
                entry.path("code").asText(),
                entry.path("message").asText())));
        List<Row> rows = DocumentedCodes.rows();
        rows.stream().filter(row -> !stated.contains(row)).forEach(row -> findings.add("the catalogue lacks " + row));
        stated.stream().filter(row -> !rows.contains(row)).forEach(row -> findings.add("no document has " + row));
        return rows.size();
    }

    private static void agree(List<String> listed, List<String> catalogue, String what, List<String> findings) {
        if (!listed.equals(catalogue)) {
            findings.add(what + " and the catalogue are not the same, in the same order");
        }
    }

    private static void unique(List<String> values, List<String> findings) {
        Set<String> seen = new LinkedHashSet<>();
        values.stream()
                .filter(value -> !seen.add(value.toLowerCase(Locale.ROOT)))
                .forEach(value -> findings.add(value + " occurs twice, letter case aside"));
    }

    private static List<String> column(JsonNode catalogue, String name) {
        List<String> values = new ArrayList<>();
        catalogue.forEach(entry -> values.add(entry.path(name).asText()));
        return values;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
