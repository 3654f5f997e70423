package io.github.vpcep.generator;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Arguments;
import io.github.vpcep.generator.View.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelMap;

/** The types of a contract by their names, and the short ways to make them. */
final class Types {
    /** More than these are told apart by their names, in a builder, rather than by their places. */
    private static final int FEW = 3;

    private static final Set<String> PAIR = Set.of("key", "value");

    private final Map<String, CodegenModel> models = new HashMap<>();

    private final Set<String> shared;

    /**
     * Of a contract.
     *
     * @param shared the names of those that are made elsewhere, of which no more is known
     */
    Types(Stream<ModelMap> models, Set<String> shared) {
        this.shared = shared;
        models.map(ModelMap::getModel).forEach(each -> this.models.put(each.classname, each));
    }

    Collection<CodegenModel> models() {
        return models.values();
    }

    @Nullable
    CodegenModel model(@Nullable String type) {
        return type == null ? null : models.get(type);
    }

    /** Whether a type has a builder. */
    boolean isBuilt(@Nullable String type) {
        CodegenModel model = model(type);
        return model != null && !model.isEnum;
    }

    /** The properties of a type, none of one that has none. */
    List<CodegenProperty> properties(@Nullable String type) {
        CodegenModel model = model(type);
        return model == null ? List.of() : model.vars;
    }

    /** The property of a type by its Java name. */
    @Nullable
    CodegenProperty property(@Nullable String type, @Nullable Object name) {
        return properties(type).stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The type of a property of a type. */
    String type(@Nullable String type, @Nullable Object name) {
        CodegenProperty property = property(type, name);
        return property == null ? "" : property.datatypeWithEnum;
    }

    /** The type of the items of a list in a type. */
    String item(@Nullable String type, @Nullable Object name) {
        CodegenProperty property = property(type, name);
        return property == null || property.items == null ? "" : property.items.datatypeWithEnum;
    }

    /** The types inside of others, at any depth. */
    Set<String> inside(Collection<String> types) {
        Set<String> inside = new HashSet<>();
        List<String> open = new ArrayList<>(types);
        while (!open.isEmpty()) {
            properties(open.remove(0)).stream()
                    .map(each -> each.complexType)
                    .filter(each -> (models.containsKey(each) || shared.contains(each)) && inside.add(each))
                    .forEach(open::add);
        }
        return inside;
    }

    /** Whether the items of a list can be given one by one. */
    static boolean isListOfValues(CodegenProperty list) {
        return list.isArray && (isScalar(list.items) || list.items.isModel);
    }

    private static boolean isScalar(CodegenProperty value) {
        return !value.isContainer && !value.isModel && !value.isFreeFormObject && !value.isAnyType;
    }

    /** How a type takes a value out of its builder, which may be changed and used again. */
    static String kept(String type, CodegenProperty value) {
        String given = "builder." + value.name;
        String names = ", \"" + type + "\", \"" + value.name + "\", \"" + value.baseName + "\")";
        String checked = value.required ? "Required.property(" + given + names : given;
        if (value.isArray) {
            String copy = "Lists.copyOf(" + checked + names;
            return (value.required ? "" : given + " == null ? null : ")
                    + (value.items.isContainer ? "Containers.copyOf(" + copy + ")" : copy);
        }
        if (value.isMap) {
            return "Containers.copyOf(" + checked + ")";
        }
        return value.isFreeFormObject || value.isAnyType
                ? "JsonValues.copyOf(" + checked + ", \"" + type + "." + value.baseName + "\")"
                : checked;
    }

    /** Whether a type is a key with a value, such as a tag, of which a map can hold many. */
    boolean isPair(@Nullable String type) {
        return pair(type).size() == PAIR.size();
    }

    private List<CodegenProperty> pair(@Nullable String type) {
        return properties(type).stream()
                .filter(each -> each.isString && !each.isEnumRef && PAIR.contains(each.name))
                .toList();
    }

    /** How a type is made of the few scalars that it needs, the last of which may be many; null if it needs more. */
    @Nullable
    Value value(String type) {
        boolean pair = isPair(type);
        List<CodegenProperty> needed = properties(type).stream()
                .filter(each -> each.required || (pair && PAIR.contains(each.name)))
                .toList();
        List<Argument> arguments = new ArrayList<>();
        StringBuilder set = new StringBuilder();
        boolean many = false;
        for (CodegenProperty each : needed) {
            CodegenProperty item = each.isArray ? each.items : each;
            if (many || !isScalar(item)) {
                return null;
            }
            many = each.isArray;
            arguments.add(
                    new Argument(each.name, item.datatypeWithEnum + (many ? "..." : ""), each.description, null, ""));
            set.append("." + each.name + "(" + (many ? "Arrays.asList(" + each.name + ")" : each.name) + ")");
        }
        return needed.isEmpty() || needed.size() > FEW
                ? null
                : new Value(new Arguments(arguments), set.toString(), pair);
    }
}
