package io.github.vpcep.generator;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.OpenAPINormalizer;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * What a contract says of values that may have several forms, and Java has in one: a text of which some values are
 * known stays a text, and of the forms of an error answer, which the client's engine tells apart, the first is the
 * documented one.
 */
public final class Alternatives extends OpenAPINormalizer {
    /** For the generator, which makes one for each run. */
    public Alternatives(OpenAPI contract, Map<String, String> rules) {
        super(contract, rules);
    }

    /**
     * Leaves one form of each, before the generator makes types of them.
     *
     * @throws ContractException if anything but an error answer refers to a schema that has several forms
     */
    @Override
    protected void normalize() {
        settle(openAPI);
        super.normalize();
    }

    private static void settle(OpenAPI contract) {
        Map<String, Schema<?>> schemas = new HashMap<>();
        ModelUtils.getSchemas(contract).forEach((name, schema) -> schemas.put(name, schema));
        Map<String, String> firsts = new HashMap<>();
        schemas.forEach((name, schema) -> {
            if (schema.getAnyOf() != null && schema.getType() == null) {
                firsts.put(
                        "#/components/schemas/" + name, schema.getAnyOf().get(0).get$ref());
            }
            if (schema.getProperties() != null) {
                for (Schema<?> property : schema.getProperties().values()) {
                    settle(property);
                }
            }
        });
        if (firsts.isEmpty()) {
            return;
        }
        answersOfErrors(contract).stream()
                .flatMap(each -> each.values().stream())
                .map(each -> each.getSchema())
                .filter(each -> each != null && firsts.containsKey(each.get$ref()))
                .forEach(each -> each.set$ref(firsts.get(each.get$ref())));
        firsts.keySet().forEach(each -> contract.getComponents().getSchemas().remove(ModelUtils.getSimpleRef(each)));
        String left = Json.pretty(contract);
        ContractException.refuse(firsts.keySet().stream()
                .filter(each -> left.contains('"' + each + '"'))
                .map(each -> "anyOf of " + ModelUtils.getSimpleRef(each)
                        + " is not supported here; allowed: an error answer with it")
                .toList());
    }

    /** Its type is that of all places, also where one of them takes fewer values. */
    private static void settle(Schema<?> property) {
        if (property.getType() != null) {
            property.setAnyOf(null);
        }
        if (property.getAllOf() != null) {
            property.setEnum(null);
        }
    }

    private static List<Content> answersOfErrors(OpenAPI contract) {
        List<Content> contents = new ArrayList<>();
        contract.getPaths().values().stream()
                .flatMap(each -> each.readOperations().stream())
                .map(Operation::getResponses)
                .forEach(answers -> answers.forEach((status, answer) -> {
                    Content content = ModelUtils.getReferencedApiResponse(contract, answer)
                            .getContent();
                    if (!status.startsWith("2") && content != null) {
                        contents.add(content);
                    }
                }));
        return contents;
    }
}
