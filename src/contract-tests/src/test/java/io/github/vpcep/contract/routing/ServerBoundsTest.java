package io.github.vpcep.contract.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.server.OperationId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Every bound and every default of the contract is one of the generated server, and it has no others: those of
 * parameters are annotations, those of bodies a mapping.
 */
class ServerBoundsTest {
    private static final SpecFolder SPEC = SpecFolder.ofRepository();
    private static final List<String> ORDER =
            List.of("size at least", "size at most", "at least", "at most", "matching");

    @Test
    void parameters_haveTheBoundsAndDefaultsOfTheContract() {
        Map<String, List<String>> expected = new TreeMap<>();
        for (Operation operation : SPEC.operations()) {
            operation.parameters().forEach(parameter -> {
                JsonNode schema = SPEC.schema(parameter.path("schema"));
                List<String> bounds = bounds(schema);
                if (schema.has("default")) {
                    bounds.add("default " + schema.get("default").asText());
                }
                expected.put(operation.id() + " " + parameter.path("name").asText(), bounds);
            });
        }
        Map<String, List<String>> actual = new TreeMap<>();
        for (Class<?> type : NamingServer.INTERFACES) {
            for (Method method : type.getMethods()) {
                OperationId id = Objects.requireNonNull(method.getAnnotation(OperationId.class));
                for (Parameter parameter : method.getParameters()) {
                    List<AnnotatedElement> elements = new ArrayList<>(List.of(parameter));
                    if (parameter.isAnnotationPresent(BeanParam.class)) {
                        elements.addAll(Arrays.asList(parameter.getType().getDeclaredFields()));
                    }
                    elements.forEach(each -> note(id.value(), each, actual));
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static void note(String operation, AnnotatedElement element, Map<String, List<String>> actual) {
        PathParam path = element.getAnnotation(PathParam.class);
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (path == null && query == null) {
            return;
        }
        List<String> bounds = new ArrayList<>();
        Size size = element.getAnnotation(Size.class);
        if (size != null && size.min() > 0) {
            bounds.add("size at least " + size.min());
        }
        if (size != null && size.max() < Integer.MAX_VALUE) {
            bounds.add("size at most " + size.max());
        }
        Min min = element.getAnnotation(Min.class);
        if (min != null) {
            bounds.add("at least " + min.value());
        }
        Max max = element.getAnnotation(Max.class);
        if (max != null) {
            bounds.add("at most " + max.value());
        }
        Pattern pattern = element.getAnnotation(Pattern.class);
        if (pattern != null) {
            bounds.add("matching " + pattern.regexp());
        }
        DefaultValue standard = element.getAnnotation(DefaultValue.class);
        if (standard != null) {
            bounds.add("default " + standard.value());
        }
        actual.put(operation + " " + (path == null ? query.value() : path.value()), bounds);
    }

    @Test
    void bodies_haveTheBoundsOfTheContract() throws Exception {
        Map<String, List<String>> expected = new TreeMap<>();
        SPEC.document().path("components").path("schemas").properties().forEach(schema -> {
            String values = StreamSupport.stream(schema.getValue().path("enum").spliterator(), false)
                    .map(value -> "\\Q" + value.asText() + "\\E")
                    .collect(Collectors.joining("|"));
            if (!values.isEmpty() && !schema.getValue().has("x-error-catalogue")) {
                expected.put(schema.getKey() + ".value", List.of("matching " + values));
            }
            schema.getValue().path("properties").properties().forEach(property -> {
                String name = schema.getKey() + "." + javaName(property.getKey(), property.getValue());
                JsonNode value = SPEC.schema(property.getValue());
                put(expected, name, bounds(value));
                put(expected, name + "[]", bounds(SPEC.schema(value.path("items"))));
            });
        });
        Map<String, List<String>> actual = new TreeMap<>();
        try (InputStream in = OperationId.class.getResourceAsStream("/META-INF/vpcep/constraints.xml")) {
            NodeList fields = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Objects.requireNonNull(in))
                    .getElementsByTagName("field");
            for (int i = 0; i < fields.getLength(); i++) {
                Element field = (Element) fields.item(i);
                String name =
                        ((Element) field.getParentNode()).getAttribute("class") + "." + field.getAttribute("name");
                put(actual, name, mapped(field));
                children(field, "container-element-type").forEach(each -> put(actual, name + "[]", mapped(each)));
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static void put(Map<String, List<String>> all, String name, List<String> bounds) {
        if (!bounds.isEmpty()) {
            all.put(name, bounds);
        }
    }

    /** As the contract states them. */
    private static List<String> bounds(JsonNode schema) {
        List<String> bounds = new ArrayList<>();
        schema.properties().forEach(keyword -> {
            String value = keyword.getValue().asText();
            switch (keyword.getKey()) {
                case "minLength", "minItems" -> bounds.add("size at least " + value);
                case "maxLength", "maxItems" -> bounds.add("size at most " + value);
                case "minimum" -> bounds.add("at least " + value);
                case "maximum" -> bounds.add("at most " + value);
                case "pattern" -> bounds.add("matching " + value);
                default -> {}
            }
        });
        return sorted(bounds);
    }

    /** In one order, and without what bounds nothing. */
    private static List<String> sorted(List<String> bounds) {
        bounds.removeIf("size at least 0"::equals);
        bounds.sort((one, other) -> Integer.compare(ORDER.indexOf(kind(one)), ORDER.indexOf(kind(other))));
        return bounds;
    }

    private static String kind(String bound) {
        return ORDER.stream().filter(bound::startsWith).findFirst().orElse("");
    }

    private static List<String> mapped(Element holder) {
        List<String> bounds = new ArrayList<>();
        for (Element constraint : children(holder, "constraint")) {
            String kind = constraint.getAttribute("annotation").replaceFirst(".*[.]", "");
            for (Element element : children(constraint, "element")) {
                String name = element.getAttribute("name");
                String words = switch (kind + " " + name) {
                    case "Size min" -> "size at least ";
                    case "Size max" -> "size at most ";
                    case "Min value" -> "at least ";
                    case "Max value" -> "at most ";
                    case "Pattern regexp" -> "matching ";
                    default -> kind + " " + name + " ";
                };
                bounds.add(words + element.getTextContent());
            }
        }
        return sorted(bounds);
    }

    private static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String javaName(String wire, JsonNode property) {
        String[] words = wire.split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return property.path("x-java-name").asText(name.toString());
    }
}
