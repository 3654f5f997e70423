package io.github.vpcep.contract.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All prose of a spec folder, and the names that are ours, for they are made of words as well. */
final class Texts {
    static final List<String> FOLDERS_OF_THE_DOCUMENT =
            List.of("paths", "schemas", "parameters", "responses", "headers", "examples");

    private static final String ERRATA = "errata.yaml";

    private static final Set<String> PROSE = Set.of(
            "description",
            "summary",
            "returns",
            "meaning",
            "title",
            "field",
            "where",
            "says",
            "reason",
            "about",
            "became",
            "source",
            "x-java-name",
            "x-java-single");

    /** Said of many things in the same words: pages, sources, titles and names. */
    private static final Set<String> NOT_ITS_OWN = Set.of(
            "field",
            "where",
            "source",
            "about",
            "title",
            "from",
            "name",
            "examples",
            "x-enum-varnames",
            "x-java-name",
            "x-java-single");

    private final List<Text> found = new ArrayList<>();
    private final boolean isOfTheDocument;

    private Texts(boolean isOfTheDocument) {
        this.isOfTheDocument = isOfTheDocument;
    }

    static List<Text> of(SpecFolder spec) {
        Texts document = new Texts(true);
        document.collect("openapi.yaml", "document", "", spec.file("openapi.yaml"));
        FOLDERS_OF_THE_DOCUMENT.forEach(folder -> spec.files(folder)
                .forEach(file -> document.collect(file, nameOf(file, spec.file(file)), "", spec.file(file))));
        Texts evidence = new Texts(false);
        evidence.collect(ERRATA, "", "", spec.file(ERRATA));
        Stream.of("facts", "facts/editions")
                .flatMap(folder -> spec.files(folder).stream())
                .forEach(file -> evidence.collect(file, file, "", spec.file(file)));
        return Stream.concat(document.found.stream(), evidence.found.stream()).toList();
    }

    /**
     * One text.
     *
     * @param at where it stands
     * @param about the name of what it describes
     * @param key what it is
     * @param text without the blanks around it
     * @param holder of the key
     * @param isOfTheDocument whether those who read the contract see it
     */
    record Text(String at, String about, String key, String text, JsonNode holder, boolean isOfTheDocument) {
        boolean mayRepeat() {
            return NOT_ITS_OWN.contains(key);
        }

        String folder() {
            return at.contains("/") ? at.substring(0, at.indexOf('/')) : "";
        }
    }

    private static String nameOf(String file, JsonNode content) {
        String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
        return file.startsWith("parameters/") ? content.path("name").asText(base) : base;
    }

    private void collect(String at, String about, String holder, JsonNode node) {
        node.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if ((PROSE.contains(key) && value.isTextual()) || isNamed(holder, key)) {
                add(at, about, key, value, node);
            } else if (Set.of("x-enum-descriptions", "x-enum-varnames", "from").contains(key)) {
                value.forEach(each -> add(at, about, key, each, node));
            } else if (Set.of("decision", "sources").contains(key)) {
                value.properties().forEach(each -> add(at + "/" + key, about, each.getKey(), each.getValue(), value));
            } else if (key.equals("examples")) {
                value.fieldNames().forEachRemaining(each -> add(at, about, key, TextNode.valueOf(each), node));
            } else if (!Set.of("value", "example", "violations").contains(key)) {
                collect(at + "/" + key, key.equals("items") || at.startsWith(ERRATA) ? about : key, key, value);
            }
        });
        for (int item = 0; node.isArray() && item < node.size(); item++) {
            JsonNode each = node.get(item);
            String id = Stream.of("id", "code", "name")
                    .map(key -> each.path(key).asText())
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(about);
            collect(at + "/" + item, id, holder, each);
        }
    }

    /** Names that are words. */
    private static boolean isNamed(String holder, String key) {
        return key.equals("name")
                && Set.of("contact", "x-regions", "x-java-calls", "x-java-await")
                        .contains(holder);
    }

    private void add(String at, String about, String key, JsonNode text, JsonNode holder) {
        if (text.isTextual()) {
            found.add(new Text(at + "/" + key, about, key, text.asText().strip(), holder, isOfTheDocument));
        }
    }
}
