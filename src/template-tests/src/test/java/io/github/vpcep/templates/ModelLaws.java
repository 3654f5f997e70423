package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.json.VpcepJson;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** What holds of every type, by what the contract says of its schema. */
final class ModelLaws {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final ObjectMapper SERVER = VpcepJson.serverMapper();
    private static final Set<String> TAKEN = Set.of("builder", "toBuilder", "hashCode", "additionalProperties");

    private final Compiled made;
    private final OpenAPI contract;

    ModelLaws(Compiled made, OpenAPI contract) {
        this.made = made;
        this.contract = contract;
    }

    /**
     * A property as the contract has it.
     *
     * @param wire its name on the wire
     * @param name its name in Java
     */
    private record Property(String wire, String name, Schema<?> schema, boolean required) {
        boolean isSecret() {
            return "password".equals(schema.getFormat());
        }

        boolean isDeprecated() {
            return Boolean.TRUE.equals(schema.getDeprecated());
        }
    }

    private interface Law {
        void of(Class<?> type, List<Property> properties, Schema<?> schema) throws Exception;
    }

    Map<String, Feature.Use> all() {
        Map<String, Feature.Use> all = new TreeMap<>();
        all.put("law: a value is made of its properties, and each of them counts", () -> objects(this::isValue));
        all.put("law: a property is written and read under its name on the wire", () -> objects(this::isWritten));
        all.put("law: what is required is demanded, and nothing else", () -> objects(this::isDemanded));
        all.put("law: a type cannot be changed nor made but by its builder", () -> objects(this::isClosed));
        all.put("law: an enumeration has the values of the contract and keeps others", this::enumerations);
        all.put("law: the catalogue has the rows of the contract", this::catalogue);
        return all;
    }

    private void objects(Law law) throws Exception {
        for (Map.Entry<String, Schema<?>> each : schemas().entrySet()) {
            Schema<?> schema = each.getValue();
            if (schema.getProperties() != null && schema.getEnum() == null) {
                try {
                    law.of(made.type("model." + each.getKey()), properties(schema), schema);
                } catch (InvocationTargetException e) {
                    throw new AssertionError(each.getKey() + ": " + e.getCause(), e.getCause());
                }
            }
        }
    }

    private Map<String, Schema<?>> schemas() {
        return schemas(contract);
    }

    /** The schemas of a contract by their names. */
    static Map<String, Schema<?>> schemas(OpenAPI contract) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        if (contract.getComponents() != null && contract.getComponents().getSchemas() != null) {
            contract.getComponents().getSchemas().forEach(schemas::put);
        }
        return schemas;
    }

    private static List<Property> properties(Schema<?> schema) {
        List<Property> properties = new ArrayList<>();
        schema.getProperties().forEach((wire, property) -> {
            Object given = property.getExtensions() == null
                    ? null
                    : property.getExtensions().get("x-java-name");
            properties.add(new Property(
                    wire,
                    Objects.toString(given, camel(wire)),
                    property,
                    schema.getRequired() != null && schema.getRequired().contains(wire)));
        });
        return properties.stream()
                // Java and the templates have these for themselves.
                .filter(each -> !SourceVersion.isKeyword(each.wire()) && !TAKEN.contains(each.name()))
                .toList();
    }

    static String camel(String wire) {
        String name = Pattern.compile("[_-](\\w)")
                .matcher(wire)
                .replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Method setter(Class<?> type, String name) throws Exception {
        return Samples.setters(type).stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no property " + name));
    }

    private static Object value(Class<?> type, Property property, int which) throws Exception {
        return Samples.of(setter(type, property.name()), which);
    }

    private static Object with(Class<?> type, Object of, Property property, @Nullable Object value) throws Exception {
        Object builder = Samples.call(type, of, "toBuilder");
        Object same = setter(type, property.name()).invoke(builder, value);
        assertThat(same).as("%s.%s gives its builder", type, property.name()).isSameAs(builder);
        return Samples.call(builder.getClass(), builder, "build");
    }

    /** One with all that the contract has. */
    private static Object full(Class<?> type, List<Property> properties) throws Exception {
        Object builder = Samples.call(type, null, "builder");
        for (Property each : properties) {
            setter(type, each.name()).invoke(builder, value(type, each, 1));
        }
        return Samples.call(builder.getClass(), builder, "build");
    }

    /** One with what it must have. */
    private static Object least(Class<?> type, List<Property> properties) throws Exception {
        return full(type, properties.stream().filter(Property::required).toList());
    }

    private void isValue(Class<?> type, List<Property> properties, Schema<?> schema) throws Exception {
        Object full = full(type, properties);
        assertThat(full(type, properties)).isEqualTo(full).hasSameHashCodeAs(full);
        assertThat(full).isNotEqualTo(null).isNotEqualTo("a");
        Object more =
                JSON.readValue(JSON.<ObjectNode>valueToTree(full).put("law", 1).toString(), type);
        assertThat(more).isNotEqualTo(full).doesNotHaveSameHashCodeAs(full);
        assertThat(Samples.call(type, more, "toBuilder")).isNotNull();
        Object builder = Samples.call(type, more, "toBuilder");
        assertThat(Samples.call(builder.getClass(), builder, "build")).isEqualTo(more);
        assertThat(Samples.call(type, more, "additionalProperties")).isEqualTo(Map.of("law", 1));
        assertThat(more.toString()).endsWith(", additionalProperties={law=1}]");

        String text = full.toString();
        assertThat(text).startsWith(type.getSimpleName() + "[").endsWith("]").doesNotContain(" additionalProperties=");
        for (Property each : properties) {
            Object first = value(type, each, 1);
            assertThat(Samples.call(type, full, each.name()))
                    .as("%s.%s", type, each.name())
                    .isEqualTo(first);
            Object other = with(type, full, each, value(type, each, 2));
            assertThat(Samples.call(type, other, each.name())).isEqualTo(value(type, each, 2));
            assertThat(other)
                    .as("other %s.%s", type, each.name())
                    .isNotEqualTo(full)
                    .doesNotHaveSameHashCodeAs(full);
            assertThat(with(type, other, each, first)).isEqualTo(full);
            String shown = each.name() + "=" + (each.isSecret() ? "***" : first);
            assertThat(text).containsPattern("[\\[ ]" + Pattern.quote(shown) + "(, |])");
        }
    }

    /** The text of an object with one property that another has. */
    private static String withText(ObjectNode json, String other) {
        json.remove(other.substring(2, other.indexOf("\":")));
        String text = json.toString();
        return text.length() == 2 ? other : text.substring(0, text.length() - 1) + "," + other.substring(1);
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void isWritten(Class<?> type, List<Property> properties, Schema<?> schema) throws Exception {
        JsonNode all = JSON.readTree(JSON.writeValueAsString(full(type, properties)));
        assertThat(names(all))
                .as("all of %s", type)
                .containsExactlyElementsOf(
                        properties.stream().map(Property::wire).toList());
        assertThat(JSON.readValue(all.toString(), type)).isEqualTo(full(type, properties));
        JsonNode least = JSON.valueToTree(least(type, properties));
        assertThat(names(least))
                .as("least of %s", type)
                .containsExactlyElementsOf(properties.stream()
                        .filter(Property::required)
                        .map(Property::wire)
                        .toList());
        for (Property each : properties) {
            ObjectNode alone = ((ObjectNode) JSON.valueToTree(least(type, properties)));
            alone.set(each.wire(), all.get(each.wire()));
            Object read = JSON.readValue(alone.toString(), type);
            assertThat(Samples.call(type, read, each.name()))
                    .as("%s of %s", each, alone)
                    .isEqualTo(value(type, each, 1));
            if (!each.required() && each.schema().getAdditionalProperties() instanceof Schema<?>) {
                alone.putObject(each.wire()).putNull("k");
                Object none = JSON.readValue(alone.toString(), type);
                assertThat(Samples.call(type, none, each.name()))
                        .as("%s with nothing for a key", each)
                        .isEqualTo(Collections.singletonMap("k", null));
            }
            if (!each.required() && type.getMethod(each.name()).getReturnType() == Object.class) {
                String exact = "{\"" + each.wire() + "\":[1.00,123456789012345678901]}";
                Object any = JSON.readValue(withText(alone, exact), type);
                assertThat(JSON.writeValueAsString(any)).contains(exact.substring(1, exact.length() - 1));
            }
        }
    }

    private void isDemanded(Class<?> type, List<Property> properties, Schema<?> schema) throws Exception {
        Object full = full(type, properties);
        Object least = least(type, properties);
        for (Property each : properties) {
            Method accessor = type.getMethod(each.name());
            Method setter = setter(type, each.name());
            boolean isList = accessor.getReturnType() == List.class;
            assertThat(accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                    .as("%s may be null", accessor)
                    .isEqualTo(!each.required() && !isList);
            assertThat(setter.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class))
                    .as("%s may be given null", setter)
                    .isEqualTo(!each.required());
            for (AnnotatedElement element : List.of(accessor, setter)) {
                assertThat(element.isAnnotationPresent(Deprecated.class))
                        .as("%s is deprecated", element)
                        .isEqualTo(each.isDeprecated());
            }
            if (each.required()) {
                assertThatThrownBy(() -> with(type, full, each, null))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("%s.%s (\"%s\") must not be null", type.getSimpleName(), each.name(), each.wire());
                ObjectNode without = JSON.valueToTree(full);
                without.remove(each.wire());
                assertThatThrownBy(() -> JSON.readValue(without.toString(), type))
                        .hasMessageContaining(each.wire());
            } else {
                assertThat(Samples.call(type, least, each.name())).isEqualTo(isList ? List.of() : null);
                assertThat(Samples.call(type, with(type, full, each, null), each.name()))
                        .isEqualTo(isList ? List.of() : null);
            }
            if ("number".equals(each.schema().getType()) && accessor.getReturnType() != BigDecimal.class) {
                Object endless = accessor.getReturnType() == Float.class ? (Object) Float.NaN : Double.NaN;
                assertThatThrownBy(() -> with(type, full, each, endless))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(type.getSimpleName() + "." + each.wire() + " ");
            }
            ObjectNode none = JSON.<ObjectNode>valueToTree(full).putNull(each.wire());
            if (each.required()) {
                assertThatThrownBy(() -> SERVER.readValue(none.toString(), type))
                        .hasMessageContaining(
                                "%s.%s (\"%s\") must not be null", type.getSimpleName(), each.name(), each.wire());
            } else if (accessor.getReturnType() != Object.class) {
                assertThatThrownBy(() -> SERVER.readValue(none.toString(), type))
                        .as("null for %s, which may be left out", each)
                        .isInstanceOf(InvalidNullException.class);
            }
            if (isList) {
                none.putArray(each.wire()).addNull();
                assertThatThrownBy(() -> JSON.readValue(none.toString(), type))
                        .as("null in %s", each)
                        .isInstanceOf(InvalidNullException.class);
                List<Object> given = new ArrayList<>((List<?>) value(type, each, 1));
                Object of = with(type, full, each, given);
                given.clear();
                List<?> kept = (List<?>) Samples.call(type, of, each.name());
                assertThat(kept).as("%s.%s is a copy", type, each.name()).isEqualTo(value(type, each, 1));
                assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
                given.add(null);
                assertThatThrownBy(() -> with(type, full, each, given))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("must not hold null");
            }
            assertThatThrownBy(() -> {
                        Object builder = Samples.call(type, full, "toBuilder");
                        builder.getClass()
                                .getMethod("additionalProperty", String.class, Object.class)
                                .invoke(builder, each.wire(), 1);
                    })
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Constructors and fields are private; the fields are final or not, and static only where they are named. */
    static void hidesItsParts(Class<?> type, boolean isFinal, Set<String> statics) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            assertThat(Modifier.isPrivate(constructor.getModifiers()))
                    .as("%s", constructor)
                    .isTrue();
        }
        for (Field field : type.getDeclaredFields()) {
            assertThat(Modifier.isPrivate(field.getModifiers())).as("%s", field).isTrue();
            assertThat(Modifier.isFinal(field.getModifiers())).as("%s", field).isEqualTo(isFinal);
            assertThat(Modifier.isStatic(field.getModifiers()))
                    .as("%s", field)
                    .isEqualTo(statics.contains(field.getName()));
        }
    }

    private void isClosed(Class<?> type, List<Property> properties, Schema<?> schema) throws Exception {
        Class<?> builder = type.getMethod("builder").getReturnType();
        for (Class<?> each : List.of(type, builder)) {
            assertThat(Modifier.isFinal(each.getModifiers()))
                    .as("%s is final", each)
                    .isTrue();
            assertThat(Modifier.isPublic(each.getModifiers()))
                    .as("%s is public", each)
                    .isTrue();
            hidesItsParts(each, each == type, Set.of("NAMES"));
        }
        for (Method each : builder.getDeclaredMethods()) {
            boolean hidden = each.getName().equals("keep") || AccessLaws.isForReaders(each);
            assertThat(Modifier.isPublic(each.getModifiers()) || each.isSynthetic())
                    .as("%s", each)
                    .isEqualTo(each.isSynthetic() || !hidden);
        }
        assertThat(type.isAnnotationPresent(Deprecated.class))
                .as("%s is deprecated", type)
                .isEqualTo(Boolean.TRUE.equals(schema.getDeprecated()));
        Method set = builder.getDeclaredMethod("set", int.class, Object.class);
        set.setAccessible(true);
        assertThatThrownBy(() -> set.invoke(Samples.call(type, null, "builder"), -1, null))
                .cause()
                .hasMessage("%s has no property -1", type.getSimpleName());
        Object other = Samples.call(builder, Samples.call(type, full(type, properties), "toBuilder"), "build");
        Map<?, ?> additional = (Map<?, ?>) Samples.call(type, other, "additionalProperties");
        assertThat(additional).isEmpty();
        assertThatThrownBy(additional::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private void enumerations() throws Exception {
        for (Map.Entry<String, Schema<?>> each : schemas().entrySet()) {
            Schema<?> schema = each.getValue();
            if (schema.getEnum() != null && !isCatalogue(schema)) {
                enumeration(made.type("model." + each.getKey()), schema);
            }
        }
    }

    private static boolean isCatalogue(Schema<?> schema) {
        return schema.getExtensions() != null && schema.getExtensions().containsKey("x-error-catalogue");
    }

    private static void enumeration(Class<?> type, Schema<?> schema) throws Exception {
        List<?> values = (List<?>) Samples.call(type, null, "values");
        List<String> texts = schema.getEnum().stream().map(Object::toString).toList();
        assertThat(values).extracting(Object::toString).containsExactlyElementsOf(texts);
        Method lenient = type.getMethod("fromString", String.class);
        Method exact = type.getMethod("fromExact", String.class);
        Class<?> known = Class.forName(type.getName() + "$Known", true, type.getClassLoader());
        List<Object> constants = new ArrayList<>();
        for (Field field : type.getFields()) {
            constants.add(field.get(null));
            assertThat(Samples.call(type, field.get(null), "known")).hasToString(field.getName());
        }
        assertThat(constants).isEqualTo(values);
        assertThat(known.getEnumConstants()).hasSize(values.size() + 1);
        assertThat(known.getEnumConstants()[values.size()]).hasToString("UNKNOWN");
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            Object value = values.get(at);
            assertThat(lenient.invoke(null, text)).isSameAs(value);
            assertThat(exact.invoke(null, text)).isSameAs(value);
            assertThat(Samples.call(type, value, "value")).isEqualTo(text);
            assertThat(Samples.call(type, value, "isKnown")).isEqualTo(true);
            assertThat(JSON.writeValueAsString(value)).isEqualTo("\"" + text + "\"");
            assertThat((Object) JSON.readValue("\"" + text + "\"", type)).isSameAs(value);
            String other = text.toUpperCase(Locale.ROOT).equals(text)
                    ? text.toLowerCase(Locale.ROOT)
                    : text.toUpperCase(Locale.ROOT);
            if (texts.stream().filter(other::equalsIgnoreCase).count() == 1 && !other.equals(text)) {
                assertThat(lenient.invoke(null, other)).isSameAs(value);
                assertThat(Samples.call(type, exact.invoke(null, other), "isKnown"))
                        .isEqualTo(false);
            }
        }
        for (Method each : List.of(lenient, exact)) {
            Object unknown = each.invoke(null, "law");
            assertThat(unknown)
                    .hasToString("law")
                    .isEqualTo(lenient.invoke(null, "law"))
                    .isNotEqualTo(values.get(0));
            assertThat(unknown).hasSameHashCodeAs(lenient.invoke(null, "law"));
            assertThat(Samples.call(type, unknown, "isKnown")).isEqualTo(false);
            assertThat(Samples.call(type, unknown, "known")).hasToString("UNKNOWN");
            Method is = type.getMethod("is", type);
            assertThat(is.invoke(unknown, lenient.invoke(null, "law"))).isEqualTo(true);
            assertThat(is.invoke(unknown, values.get(0))).isEqualTo(false);
            assertThat(is.invoke(unknown, new Object[] {null})).isEqualTo(false);
            assertThatThrownBy(() -> each.invoke(null, new Object[] {null}))
                    .cause()
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("value");
        }
        assertThatThrownBy(() -> ((List<?>) values).clear()).isInstanceOf(UnsupportedOperationException.class);
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            assertThat(Modifier.isPrivate(constructor.getModifiers()))
                    .as("%s", constructor)
                    .isTrue();
        }
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
    }

    private void catalogue() throws Exception {
        for (Map.Entry<String, Schema<?>> each : schemas().entrySet()) {
            if (isCatalogue(each.getValue())) {
                Class<?> type = made.type("model." + each.getKey());
                List<?> rows = (List<?>)
                        Objects.requireNonNull(each.getValue().getExtensions().get("x-error-catalogue"));
                assertThat(type.getEnumConstants()).hasSize(rows.size());
                Method find = type.getMethod("find", String.class);
                assertThat(find.invoke(null, new Object[] {null})).isNull();
                assertThat(find.invoke(null, "law")).isNull();
                for (Object row : rows) {
                    Map<?, ?> expected = (Map<?, ?>) row;
                    String code = String.valueOf(expected.get("code"));
                    Object found = find.invoke(null, code);
                    assertThat(find.invoke(null, code.toLowerCase(Locale.ROOT))).isNotNull();
                    assertThat(find.invoke(null, code.toUpperCase(Locale.ROOT))).isNotNull();
                    assertThat(found).hasToString((String) expected.get("name"));
                    for (String column : List.of("code", "status", "message", "kind", "retry")) {
                        assertThat(Samples.call(type, found, column))
                                .as("%s of %s", column, code)
                                .hasToString(String.valueOf(expected.get(column)));
                    }
                }
            }
        }
    }
}
