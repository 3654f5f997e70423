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
import java.util.regex.Pattern;

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

    /** Else the words of the message tell it; the first that are found. */
    private static final List<Map.Entry<Pattern, String>> KIND_OF_WORDS = List.of(
            words("Please try later", "THROTTLED"),
            words("^Failed to |^System error|timed out", "SERVER_FAILURE"),
            words("^Quota exceeded|^The maximum ", "QUOTA_EXCEEDED"),
            words("no permission", "PERMISSION_DENIED"),
            words(
                    "being |in use|has been (frozen|disabled)|already exists|conflicted|(?<!Invalid )status|state|switching",
                    "CONFLICT"),
            words(
                    "[Ii]nvalid|incorrect|not valid|is (empty|null)|cannot be (empty|duplicated|modified)|can't have"
                            + "|does not belong",
                    "INVALID_REQUEST"),
            words("not exist|not found|has been deleted", "NOT_FOUND"));

    /** What is missing or wrong is a part of the cloud: no request is to blame, and sent again it would not help. */
    private static final Set<String> INSIDE = Set.of(
            "EndPoint.2016",
            "EndPoint.2020",
            "EndPoint.2023",
            "EndPoint.2024",
            "EndPoint.2025",
            "EndPoint.2026",
            "EndPoint.2035",
            "EndPoint.2038",
            "EndPoint.4015",
            "EndPoint.4021");

    /** Readings that neither status nor words tell. */
    private static final Map<String, String> KIND_OF_CODE = Map.ofEntries(
            Map.entry("EndPoint.0002", "INVALID_REQUEST"),
            Map.entry("EndPoint.0005", "NOT_FOUND"),
            Map.entry("EndPoint.0009", "PERMISSION_DENIED"),
            Map.entry("EndPoint.0016", "INVALID_REQUEST"),
            Map.entry("EndPoint.2004", "CONFLICT"),
            Map.entry("EndPoint.2014", "CONFLICT"),
            Map.entry("EndPoint.2030", "NOT_FOUND"),
            Map.entry("EndPoint.2031", "INVALID_REQUEST"),
            Map.entry("EndPoint.2040", "CONFLICT"),
            Map.entry("EndPoint.2046", "CONFLICT"),
            Map.entry("EndPoint.2049", "NOT_FOUND"),
            Map.entry("EndPoint.2052", "CONFLICT"),
            Map.entry("EndPoint.3011", "INVALID_REQUEST"),
            Map.entry("EndPoint.3068", "INVALID_REQUEST"),
            Map.entry("EndPoint.4008", "NOT_FOUND"));

    private static Map.Entry<Pattern, String> words(String pattern, String kind) {
        return Map.entry(Pattern.compile(pattern), kind);
    }

    private static String kindOf(JsonNode entry) {
        String code = entry.path("code").asText();
        String message = entry.path("message").asText();
        String told = INSIDE.contains(code)
                ? "SERVER_FAILURE"
                : KIND_OF_CODE.getOrDefault(
                        code, KIND_OF_STATUS.get(entry.path("status").asInt()));
        return told != null
                ? told
                : KIND_OF_WORDS.stream()
                        .filter(each -> each.getKey().matcher(message).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("undecided");
    }

    /** Throttling did nothing; a failure may have done something; what is refused is refused again. */
    private static String retryOf(String kind, String code) {
        return switch (kind) {
            case "THROTTLED" -> "ALWAYS";
            case "SERVER_FAILURE" -> INSIDE.contains(code) ? "NEVER" : "IDEMPOTENT";
            default -> "NEVER";
        };
    }

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
        String expected = kindOf(entry);
        if (!expected.equals(kind)) {
            findings.add(code + " is " + kind + ", but can only be " + expected);
        }
        if (!retryOf(expected, code).equals(retry)) {
            findings.add(code + " is retried " + retry + ", decided was " + retryOf(expected, code));
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
