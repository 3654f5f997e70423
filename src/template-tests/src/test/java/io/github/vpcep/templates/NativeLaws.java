package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a native image is told: an entry for each type that is reached by reflection, and for no other. */
final class NativeLaws {
    private static final String MAY_BE_MADE = "{\"name\":\"%s\",\"allDeclaredConstructors\":true}";
    private static final String READ = "{\"name\":\"%s\",\"allDeclaredFields\":true,\"allDeclaredMethods\":true}";
    private static final String BUILT = "{\"name\":\"%s\",\"allDeclaredFields\":true,\"allDeclaredMethods\":true,"
            + "\"allDeclaredConstructors\":true}";
    private static final String CALLED = "{\"name\":\"%s\",\"allDeclaredMethods\":true}";
    private static final String PROXIED = "{\"interfaces\":[\"%s\"]}";

    private final Compiled made;
    private final Generation generation;

    NativeLaws(Compiled made, Generation generation) {
        this.made = made;
        this.generation = generation;
    }

    Map<String, Feature.Use> all(List<Layer> layers) {
        Map<String, Feature.Use> all = new TreeMap<>();
        if (layers.contains(Layer.MODEL)) {
            all.put("law: a native image may read and write each type", () -> {
                List<String> expected = new ArrayList<>();
                for (Class<?> type : made.types("model")) {
                    if (type.getSimpleName().equals("Builder")) {
                        expected.add(BUILT.formatted(type.getName()));
                    } else if (type.getSimpleName().equals("Reader")) {
                        expected.add(MAY_BE_MADE.formatted(type.getName()));
                    } else if (type.getEnclosingClass() == null && !type.isInterface()) {
                        expected.add(READ.formatted(type.getName()));
                    }
                }
                assertEntries(Layer.MODEL, "reflect-config.json", expected);
            });
        }
        if (layers.contains(Layer.CLIENT)) {
            all.put("law: a native image may call each interface of Retrofit", () -> {
                List<String> apis = made.types("client").stream()
                        .filter(each -> each.isInterface() && each.getName().endsWith("Api"))
                        .map(Class::getName)
                        .toList();
                assertThat(apis).isNotEmpty();
                assertEntries(
                        Layer.CLIENT,
                        "reflect-config.json",
                        apis.stream().map(CALLED::formatted).toList());
                assertEntries(
                        Layer.CLIENT,
                        "proxy-config.json",
                        apis.stream().map(PROXIED::formatted).toList());
            });
        }
        return all;
    }

    private void assertEntries(Layer layer, String file, List<String> expected) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> wanted = new ArrayList<>();
        for (String each : expected) {
            wanted.add(json.readTree(each));
        }
        List<Path> files = new Tree(generation.directory().resolve(layer.name())).files("/" + file);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).toString()).contains("META-INF/native-image/io.github.vpcep/");
        List<JsonNode> found = new ArrayList<>();
        json.readTree(files.get(0).toFile()).forEach(found::add);
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }
}
