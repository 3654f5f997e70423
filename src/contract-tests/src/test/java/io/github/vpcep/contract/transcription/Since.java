package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.errata.Erratum;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the contract says of its own newness, {@code x-since} and {@code x-known-from}, is what the rows say, both ways.
 */
final class Since {
    private static final Pattern PAGE = Pattern.compile("(zh|en|intl)\\b.*");

    private static final String PAGES = "pages";

    private final SpecFolder spec;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    Since(SpecFolder spec) {
        this.spec = spec;
    }

    /** Whether evidence is a page of the documents; else it begins with the name of a source. */
    static boolean isPage(String evidence) {
        return PAGE.matcher(evidence).matches();
    }

    /** The source that evidence beside pages names. */
    static String source(String evidence) {
        return evidence.startsWith("SDK changelog") ? "SDK changelog" : evidence.replaceFirst("[ ,].*", "");
    }

    /** Remembers a row of the tables of an operation; what is of a new operation alone is as new as that. */
    void old(String key, JsonNode node, String edition) {
        if (edition.equals(Erratum.FOUNDING_EDITION)) {
            of(key, node).editions.add(edition);
        }
    }

    /** Remembers a row of a later edition, and what it rests on. */
    void known(String key, JsonNode node, String edition, JsonNode from) {
        Known known = of(key, node);
        known.editions.add(edition);
        from.forEach(each -> known.from.add(isPage(each.asText()) ? PAGES : source(each.asText())));
    }

    private Known of(String key, JsonNode node) {
        return known.computeIfAbsent(key, each -> new Known(node, new TreeSet<>(), new TreeSet<>()));
    }

    /** An operation is as old as its tables. */
    void operation(Operation operation, String edition) {
        String expected = edition.equals(Erratum.FOUNDING_EDITION) ? "" : edition;
        compare(
                operation.id(),
                "x-since",
                expected,
                operation.node().path("x-since").asText());
    }

    List<String> findings() {
        known.forEach((key, of) -> {
            String first = of.editions.first();
            boolean isNew = !first.equals(Erratum.FOUNDING_EDITION);
            compare(key, "x-since", isNew ? first : "", of.node.path("x-since").asText());
            boolean isPrinted = of.from.contains(PAGES);
            compare(
                    key,
                    "x-known-from",
                    isNew && !isPrinted ? String.join(", ", of.from) : "",
                    of.node.path("x-known-from").asText());
        });
        for (String file : spec.files("schemas")) {
            String schema = file.replaceFirst(".*/", "").replace(".yaml", "");
            spec.file(file).path("properties").properties().forEach(property -> {
                if (!known.containsKey(schema + "." + property.getKey())
                        && (property.getValue().has("x-since")
                                || property.getValue().has("x-known-from"))) {
                    findings.add(schema + "." + property.getKey() + " says since when it is known, but no row does");
                }
            });
        }
        return findings;
    }

    private void compare(String key, String extension, String expected, String actual) {
        if (!expected.equals(actual)) {
            findings.add(key + ": by its rows " + extension + " is \"" + expected + "\", the contract says \"" + actual
                    + "\"");
        }
    }

    /** What the rows say of one parameter or property. */
    private record Known(JsonNode node, TreeSet<String> editions, TreeSet<String> from) {}
}
