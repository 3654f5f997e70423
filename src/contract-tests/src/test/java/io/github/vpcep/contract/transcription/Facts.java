package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.errata.Erratum;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The documented facts of one operation. */
final class Facts {
    private static final String FOLDER = "facts";
    private static final String OBJECTS = "facts/objects.yaml";

    private final JsonNode node;

    private Facts(JsonNode node) {
        this.node = node;
    }

    /** All files of the folder, by their names without ending. */
    static Map<String, Facts> of(SpecFolder spec) {
        Map<String, Facts> facts = new LinkedHashMap<>();
        spec.files(FOLDER).stream()
                .filter(file -> !file.equals(OBJECTS))
                .forEach(file -> facts.put(
                        file.substring(FOLDER.length() + 1, file.lastIndexOf('.')), new Facts(spec.file(file))));
        return facts;
    }

    /** Which schema stands for which documented object. */
    static JsonNode objects(SpecFolder spec) {
        return spec.file(OBJECTS);
    }

    String operationId() {
        return node.path("operationId").asText();
    }

    String method() {
        return node.path("method").asText();
    }

    String path() {
        return node.path("path").asText();
    }

    /** The edition of the documents that states the rows. */
    String edition() {
        return node.path("edition").asText(Erratum.FOUNDING_EDITION);
    }

    boolean isRequestRequired() {
        return node.path("request").path("required").asBoolean(true);
    }

    /** The rows of the parameter tables. */
    JsonNode parameters() {
        return node.path("parameters");
    }

    /** The tables of a body: {@code body} names the object that is the body. */
    Tables request() {
        return new Tables(node.path("request"));
    }

    /** The tables of the answer to a success; one without a body has none. */
    Tables response() {
        return new Tables(node.path("response"));
    }

    Tables errors() {
        return new Tables(node.path("errors"));
    }

    String successStatus() {
        return node.path("response").path("status").asText();
    }

    List<String> errorStatuses() {
        return texts(node.path("errors").path("statuses"));
    }

    List<String> statuses() {
        return texts(node.path("statuses"));
    }

    /** How many rows of each category the documents' pages have, as written down when they were read. */
    Map<Category, Integer> counts() {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        Stream.of(Category.values())
                .forEach(category -> counts.put(
                        category, node.path("counts").path(category.key()).asInt(-1)));
        return counts;
    }

    int total() {
        return node.path("counts").path("total").asInt(-1);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The tables of one body. */
    record Tables(JsonNode node) {
        boolean isPresent() {
            return node.has("body");
        }

        /** The name of the object that is the body. */
        String body() {
            return node.path("body").asText();
        }

        /** The rows by the documents' name of the object. */
        JsonNode objects() {
            return node.path("objects");
        }
    }

    /** What is counted apart. */
    enum Category {
        PATH("path"),
        QUERY("query"),
        HEADER("header"),
        REQUEST_BODY("requestBody"),
        REQUEST_OBJECT("requestObject"),
        SUCCESS_BODY("successBody"),
        SUCCESS_OBJECT("successObject"),
        ERROR_BODY("errorBody"),
        ERROR_OBJECT("errorObject"),
        STATUS_CODE("statusCode");

        private final String key;

        Category(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        static Category ofParameter(String in) {
            return switch (in) {
                case "path" -> PATH;
                case "query" -> QUERY;
                case "header" -> HEADER;
                default -> throw new IllegalArgumentException("no parameter is in " + in);
            };
        }
    }
}
