package io.github.vpcep.contract.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.Lines;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who and what plays in the examples' story. What is the same thing in two places cannot be another in one of them
 * unnoticed; what one place alone shows stands in {@code cast.txt}.
 */
final class Cast {
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final List<String> twice = new ArrayList<>();

    private Cast() {}

    /** What one place alone shows though the cast has it not, and what the cast has though nothing shows it. */
    static List<String> findings(SpecFolder spec) {
        Cast cast = new Cast();
        spec.files("examples")
                .forEach(file -> cast.collect(file, "", spec.file(file).path("value")));
        Stream.of("parameters", "headers")
                .flatMap(folder -> spec.files(folder).stream())
                .forEach(file -> cast.collect(
                        file,
                        spec.file(file).path("name").asText("header"),
                        spec.file(file).path("example")));
        List<String> findings = new ArrayList<>(cast.twice);
        Set<String> listed = new LinkedHashSet<>(Lines.of(Cast.class, "cast.txt"));
        cast.places.forEach((shown, at) -> {
            if (at.size() == 1 && !listed.contains(shown)) {
                findings.add(at.get(0) + " alone shows <" + shown
                        + ">: is it the same thing as elsewhere, then show the same; if it is new, add it to cast.txt");
            }
        });
        listed.stream()
                .filter(shown -> !cast.places.containsKey(shown))
                .forEach(shown -> findings.add("nothing shows <" + shown + "> any more: take it out of cast.txt"));
        return findings;
    }

    private void collect(String file, String key, JsonNode value) {
        if (value.isValueNode()) {
            places.computeIfAbsent(key + " " + value, each -> new ArrayList<>()).add(file);
        }
        value.properties().forEach(each -> collect(file, each.getKey(), each.getValue()));
        if (value.isArray()) {
            value.forEach(each -> collect(file, key, each));
            if (StreamSupport.stream(value.spliterator(), false).distinct().count() < value.size()) {
                twice.add(file + " shows one thing twice in its " + key);
            }
        }
    }
}
