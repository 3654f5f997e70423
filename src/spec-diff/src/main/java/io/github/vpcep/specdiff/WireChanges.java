package io.github.vpcep.specdiff;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ChangedSecurityRequirements;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.DiffResult;
import org.openapitools.openapidiff.core.model.Endpoint;

/** What openapi-diff sees. Its own verdict is for callers alone, so each difference is taken for what it is. */
final class WireChanges {
    private static final String UNREFERENCED = "/unreferenced/";

    private final List<Change> changes = new ArrayList<>();
    private final Set<ChangedSchema> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ChangedOpenApi diff;
    /** The documents as they are read: openapi-diff takes apart those that it compares. */
    private final OpenAPI base;

    private final OpenAPI now;

    private WireChanges(ChangedOpenApi diff, OpenAPI base, OpenAPI now) {
        this.diff = diff;
        this.base = base;
        this.now = now;
    }

    static List<Change> between(Contract base, Contract now) {
        OpenAPI before = base.openApi();
        OpenAPI after = now.openApi();
        // It starts from the operations: what none of them refers to is given one.
        Set<String> unreferenced = Contract.unreferenced(base.tree());
        unreferenced.addAll(Contract.unreferenced(now.tree()));
        for (String name : unreferenced) {
            if (schemas(before).containsKey(name) && schemas(after).containsKey(name)) {
                Stream.of(before, after).forEach(each -> each.path(UNREFERENCED + name, answering(name)));
            }
        }
        WireChanges changes =
                new WireChanges(OpenApiCompare.fromSpecifications(before, after), base.openApi(), now.openApi());
        changes.read();
        return changes.changes;
    }

    private static PathItem answering(String schema) {
        Content content = new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
        return new PathItem()
                .get(new Operation()
                        .responses(new ApiResponses()
                                .addApiResponse(
                                        "200", new ApiResponse().description("").content(content))));
    }

    @SuppressWarnings("rawtypes") // As the library declares it.
    private static Map<String, Schema> schemas(OpenAPI openApi) {
        return openApi.getComponents() == null || openApi.getComponents().getSchemas() == null
                ? Map.of()
                : openApi.getComponents().getSchemas();
    }

    private void read() {
        Map<String, Endpoint> added = byOperation(diff.getNewEndpoints());
        Map<String, Endpoint> removed = byOperation(diff.getMissingEndpoints());
        removed.forEach((operation, from) -> {
            Endpoint to = added.remove(operation);
            changes.add(Change.ofOperation(
                    to == null ? Kind.OPERATION_REMOVED : Kind.PATH_CHANGED,
                    operation,
                    "",
                    to == null ? "operation removed: " + from : from + " → " + to));
        });
        added.forEach((operation, to) ->
                changes.add(Change.ofOperation(Kind.OPERATION_ADDED, operation, "", "operation added: " + to)));
        diff.getChangedOperations().forEach(this::operation);
    }

    private static Map<String, Endpoint> byOperation(List<Endpoint> endpoints) {
        Map<String, Endpoint> byOperation = new TreeMap<>();
        for (Endpoint each : endpoints) {
            String id = each.getOperation().getOperationId();
            byOperation.put(id == null ? each.toString() : id, each);
        }
        return byOperation;
    }

    private void operation(ChangedOperation changed) {
        String id = changed.getOldOperation().getOperationId();
        Site site = new Site(
                changed.getPathUrl().startsWith(UNREFERENCED) ? null : id == null ? changed.getPathUrl() : id,
                Direction.REQUEST,
                null,
                "");
        int before = changes.size();
        if (changed.isDeprecated()) {
            add(Kind.DEPRECATED, site, "deprecated");
        }
        security(
                changed.getSecurityRequirements(),
                security(base, operation(base, changed.getOldOperation())),
                security(now, operation(now, changed.getNewOperation())),
                site);
        if (changed.getParameters() != null) {
            for (Parameter each : changed.getParameters().getIncreased()) {
                boolean required = Boolean.TRUE.equals(each.getRequired());
                add(
                        required ? Kind.PARAMETER_ADDED_REQUIRED : Kind.PARAMETER_ADDED,
                        site,
                        (required ? "required" : "optional") + " parameter added: " + each.getIn() + " "
                                + each.getName());
            }
            for (Parameter each : changed.getParameters().getMissing()) {
                add(Kind.PARAMETER_REMOVED, site, "parameter removed: " + each.getIn() + " " + each.getName());
            }
            changed.getParameters().getChanged().forEach(each -> parameter(each, changed, site));
        }
        requestBody(changed.getRequestBody(), changed, site);
        if (changed.getApiResponses() != null) {
            Site answer = new Site(site.operation, Direction.ANSWER, null, "");
            changed.getApiResponses().getIncreased().keySet().forEach(status -> {
                add(
                        success(status) ? Kind.SUCCESS_STATUS_ADDED : Kind.ERROR_STATUS_ADDED,
                        answer,
                        "status added: " + status);
            });
            changed.getApiResponses().getMissing().keySet().forEach(status -> {
                add(
                        success(status) ? Kind.SUCCESS_STATUS_REMOVED : Kind.ERROR_STATUS_REMOVED,
                        answer,
                        "status removed: " + status);
            });
            changed.getApiResponses()
                    .getChanged()
                    .forEach((status, each) -> response(each, answer.at("answer " + status)));
        }
        if (changes.size() == before && differs(changed)) {
            add(Kind.UNEXAMINED, site, "changed in a way that has no row of its own");
        }
    }

    private static boolean success(String status) {
        return status.startsWith("2");
    }

    private void security(@Nullable ChangedSecurityRequirements changed, String was, String is, Site site) {
        if (changed == null || !changed.isDifferent()) {
            return;
        }
        if (was.equals(is)) {
            add(Kind.SECURITY_CHANGED, site, "security scheme changed: " + is);
        } else if (was.isEmpty() || is.isEmpty() || !changed.getChanged().isEmpty()) {
            add(Kind.SECURITY_CHANGED, site, "security " + orNone(was) + " → " + orNone(is));
        } else {
            if (changed.getMissing() != null && !changed.getMissing().isEmpty()) {
                add(Kind.SECURITY_REMOVED, site, "security removed: " + names(changed.getMissing()));
            }
            if (changed.getIncreased() != null && !changed.getIncreased().isEmpty()) {
                add(Kind.SECURITY_ADDED, site, "security added: " + names(changed.getIncreased()));
            }
        }
    }

    private static String orNone(String names) {
        return names.isEmpty() ? "none" : names;
    }

    /** What an operation of a document demands: one of these. */
    private static String security(OpenAPI document, @Nullable Operation operation) {
        List<SecurityRequirement> own = operation == null ? null : operation.getSecurity();
        List<SecurityRequirement> applied = own == null ? document.getSecurity() : own;
        return applied == null ? "" : names(applied);
    }

    private static @Nullable Operation operation(OpenAPI document, Operation same) {
        return document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(each -> Objects.equals(each.getOperationId(), same.getOperationId()))
                .findFirst()
                .orElse(null);
    }

    /** The schema of a parameter as the document has it. */
    private @Nullable Schema<?> written(Parameter parameter, ChangedOperation changed) {
        Operation operation = operation(now, changed.getNewOperation());
        return operation == null || operation.getParameters() == null
                ? parameter.getSchema()
                : operation.getParameters().stream()
                        .filter(each -> Objects.equals(each.getName(), parameter.getName())
                                && Objects.equals(each.getIn(), parameter.getIn()))
                        .findFirst()
                        .<Schema<?>>map(Parameter::getSchema)
                        .orElse(parameter.getSchema());
    }

    private static String names(List<? extends Map<String, List<String>>> requirements) {
        return String.join(
                " or ",
                requirements.stream()
                        .map(each -> String.join(" and ", each.keySet()))
                        .toList());
    }

    private void parameter(ChangedParameter changed, ChangedOperation of, Site operation) {
        Site site = operation.at(changed.getIn() + " " + changed.getName());
        if (changed.isChangeRequired()) {
            boolean now = Boolean.TRUE.equals(changed.getNewParameter().getRequired());
            add(Direction.REQUEST.required(now), site, now ? "optional → required" : "required → optional");
        }
        if (changed.isChangeStyle() || changed.isChangeExplode() || changed.isChangeAllowEmptyValue()) {
            add(
                    Kind.PARAMETER_FORM_CHANGED,
                    site,
                    form(changed.getOldParameter()) + " → " + form(changed.getNewParameter()));
        }
        if (changed.isDeprecated()) {
            add(Kind.DEPRECATED, site, "deprecated");
        }
        schema(changed.getSchema(), written(changed.getNewParameter(), of), site);
        content(changed.getContent(), site);
    }

    private static String form(Parameter parameter) {
        return "style " + parameter.getStyle() + ", explode " + parameter.getExplode() + ", empty value "
                + Boolean.TRUE.equals(parameter.getAllowEmptyValue());
    }

    private void requestBody(@Nullable ChangedRequestBody changed, ChangedOperation operation, Site site) {
        if (changed == null) {
            return;
        }
        RequestBody old = operation.getOldOperation().getRequestBody();
        RequestBody now = operation.getNewOperation().getRequestBody();
        if (old == null && now != null) {
            boolean required = Boolean.TRUE.equals(now.getRequired());
            add(
                    required ? Kind.REQUEST_BODY_ADDED_REQUIRED : Kind.REQUEST_BODY_ADDED,
                    site,
                    (required ? "required" : "optional") + " body added");
        } else if (old != null && now == null) {
            add(Kind.REQUEST_BODY_REMOVED, site, "body removed");
        } else {
            if (changed.isChangeRequired()) {
                boolean required = now != null && Boolean.TRUE.equals(now.getRequired());
                add(
                        Direction.REQUEST.required(required),
                        site.at("body"),
                        required ? "optional → required" : "required → optional");
            }
            content(changed.getContent(), site.at("body"));
        }
    }

    private void response(ChangedResponse changed, Site site) {
        content(changed.getContent(), site);
        ChangedHeaders headers = changed.getHeaders();
        if (headers == null) {
            return;
        }
        headers.getIncreased().keySet().forEach(name -> add(Kind.ANSWER_PROPERTY_ADDED, site, "header added: " + name));
        headers.getMissing()
                .keySet()
                .forEach(name -> add(Kind.ANSWER_PROPERTY_REMOVED, site, "header removed: " + name));
        headers.getChanged().forEach((name, each) -> {
            Site header = site.at(site.path + " header " + name);
            if (each.isRequired()) {
                boolean now = Boolean.TRUE.equals(each.getNewHeader().getRequired());
                add(Direction.ANSWER.required(now), header, now ? "optional → required" : "required → optional");
            }
            schema(each.getSchema(), each.getNewHeader().getSchema(), header);
        });
    }

    private void content(@Nullable ChangedContent changed, Site site) {
        if (changed == null) {
            return;
        }
        changed.getIncreased()
                .keySet()
                .forEach(type -> add(site.direction.mediaType(true), site, "media type added: " + type));
        changed.getMissing()
                .keySet()
                .forEach(type -> add(site.direction.mediaType(false), site, "media type removed: " + type));
        changed.getChanged().forEach((type, each) -> schema(each.getSchema(), each.getNewSchema(), site));
    }

    /**
     * Reads a schema.
     *
     * @param written the new schema as the document has it at this place, which is a reference or not
     */
    private void schema(@Nullable ChangedSchema changed, @Nullable Schema<?> written, Site at) {
        if (changed == null || !changed.isDifferent() || !open.add(changed)) {
            return;
        }
        int before = changes.size();
        String name = reference(written);
        Site site = name == null ? at : at.in(name);
        Schema<?> resolved = resolve(written);
        Schema<?> old = changed.getOldSchema();
        Schema<?> now = changed.getNewSchema();
        if (old == null || now == null) {
            add(Kind.TYPE_CHANGED, site, type(old) + " → " + type(now));
            open.remove(changed);
            return;
        }
        if (changed.isChangeDefault()) {
            // It stands beside the reference.
            add(Kind.DEFAULT_CHANGED, at, "default " + text(old.getDefault()) + " → " + text(now.getDefault()));
        }
        if (changed.isChangedType() || changed.isChangeFormat()) {
            add(Kind.TYPE_CHANGED, site, type(old) + " → " + type(now));
        }
        values(changed.getEnumeration(), site);
        bounds(old, now, site);
        if (changed.isChangeDeprecated()) {
            add(Kind.DEPRECATED, site, "deprecated");
        }
        properties(changed, now, resolved, site);
        schema(changed.getItems(), resolved == null ? null : resolved.getItems(), site.at(site.path + "[]"));
        schema(changed.getAddProp(), null, site.at(site.path + ".*"));
        open.remove(changed);
        if (changes.size() == before && differs(changed)) {
            add(Kind.UNEXAMINED, site, "changed in a way that has no row of its own");
        }
    }

    /** Whether more than words differ. openapi-diff calls it compatible when the words of a property do. */
    private static boolean differs(@Nullable Changed changed) {
        if (!(changed instanceof ComposedChanged composed)) {
            return changed != null && isMoreThanWords(changed.isChanged());
        }
        boolean itself = isMoreThanWords(composed.isCoreChanged());
        if (changed instanceof ChangedSchema schema) {
            itself &= schema.getChangedProperties().values().stream().allMatch(Changed::isUnchanged);
        }
        return itself || composed.getChangedElements().stream().anyMatch(WireChanges::differs);
    }

    private static boolean isMoreThanWords(DiffResult result) {
        return result != DiffResult.NO_CHANGES && result != DiffResult.METADATA;
    }

    private void values(@Nullable ChangedList<?> changed, Site site) {
        if (changed == null) {
            return;
        }
        changed.getIncreased().forEach(value -> add(site.direction.valueAdded(), site, "value added: " + value));
        changed.getMissing().forEach(value -> add(site.direction.valueRemoved(), site, "value removed: " + value));
    }

    private void properties(ChangedSchema changed, Schema<?> now, @Nullable Schema<?> resolved, Site site) {
        List<String> required = now.getRequired() == null ? List.of() : now.getRequired();
        changed.getIncreasedProperties().keySet().forEach(name -> {
            boolean must = required.contains(name);
            add(
                    site.direction.propertyAdded(must),
                    site.property(name),
                    (must ? "required" : "optional") + " property added");
        });
        changed.getMissingProperties()
                .keySet()
                .forEach(name -> add(site.direction.propertyRemoved(), site.property(name), "property removed"));
        ChangedList<String> flips = changed.getRequired();
        if (flips != null) {
            Set<String> added = changed.getIncreasedProperties().keySet();
            Set<String> removed = changed.getMissingProperties().keySet();
            flips.getIncreased().stream()
                    .filter(name -> !added.contains(name))
                    .forEach(name -> add(site.direction.required(true), site.property(name), "optional → required"));
            flips.getMissing().stream()
                    .filter(name -> !removed.contains(name))
                    .forEach(name -> add(site.direction.required(false), site.property(name), "required → optional"));
        }
        changed.getChangedProperties()
                .forEach((name, each) -> schema(each, property(resolved, name), site.property(name)));
    }

    private void bounds(Schema<?> old, Schema<?> now, Site site) {
        bound("minLength", old.getMinLength(), now.getMinLength(), false, site);
        bound("maxLength", old.getMaxLength(), now.getMaxLength(), true, site);
        bound("minItems", old.getMinItems(), now.getMinItems(), false, site);
        bound("maxItems", old.getMaxItems(), now.getMaxItems(), true, site);
        bound("minProperties", old.getMinProperties(), now.getMinProperties(), false, site);
        bound("maxProperties", old.getMaxProperties(), now.getMaxProperties(), true, site);
        bound("minimum", old.getMinimum(), now.getMinimum(), false, site);
        bound("maximum", old.getMaximum(), now.getMaximum(), true, site);
        flag("exclusiveMinimum", old.getExclusiveMinimum(), now.getExclusiveMinimum(), site);
        flag("exclusiveMaximum", old.getExclusiveMaximum(), now.getExclusiveMaximum(), site);
        flag("uniqueItems", old.getUniqueItems(), now.getUniqueItems(), site);
        rule("pattern", old.getPattern(), now.getPattern(), site);
        rule("multipleOf", old.getMultipleOf(), now.getMultipleOf(), site);
        if (isTrue(old.getNullable()) != isTrue(now.getNullable())) {
            boolean nullable = isTrue(now.getNullable());
            add(site.direction.nullable(nullable), site, nullable ? "now nullable" : "no longer nullable");
        }
    }

    /** A number up to which, or from which on, values are admitted. */
    private void bound(String keyword, @Nullable Number old, @Nullable Number now, boolean upper, Site site) {
        BigDecimal was = old == null ? null : new BigDecimal(old.toString());
        BigDecimal is = now == null ? null : new BigDecimal(now.toString());
        if (was == null ? is == null : is != null && was.compareTo(is) == 0) {
            return;
        }
        boolean wider = is == null || (was != null && (upper ? is.compareTo(was) > 0 : is.compareTo(was) < 0));
        add(site.direction.bound(wider), site, keyword + " " + text(was) + " → " + text(is));
    }

    /** What admits less when it is true. */
    private void flag(String keyword, @Nullable Boolean old, @Nullable Boolean now, Site site) {
        if (isTrue(old) != isTrue(now)) {
            add(site.direction.bound(isTrue(old)), site, keyword + " " + isTrue(old) + " → " + isTrue(now));
        }
    }

    /** What admits less when it is there, and of which two forms cannot be compared. */
    private void rule(String keyword, @Nullable Object old, @Nullable Object now, Site site) {
        if (!Objects.equals(old, now)) {
            Kind kind = old == null || now == null ? site.direction.bound(now == null) : site.direction.pattern();
            add(kind, site, keyword + " " + text(old) + " → " + text(now));
        }
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private static String type(@Nullable Schema<?> schema) {
        if (schema == null) {
            return "none";
        }
        String type = text(schema.getType());
        return schema.getFormat() == null ? type : type + " (" + schema.getFormat() + ")";
    }

    /** The name of the schema that is referred to, directly or with words beside the reference. */
    private static @Nullable String reference(@Nullable Schema<?> written) {
        if (written == null) {
            return null;
        }
        String ref = written.get$ref();
        if (ref == null && written.getAllOf() != null && written.getAllOf().size() == 1) {
            ref = written.getAllOf().get(0).get$ref();
        }
        return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
    }

    private @Nullable Schema<?> resolve(@Nullable Schema<?> written) {
        String name = reference(written);
        return name == null ? written : schemas(now).get(name);
    }

    private static @Nullable Schema<?> property(@Nullable Schema<?> schema, String name) {
        return schema == null || schema.getProperties() == null
                ? null
                : schema.getProperties().get(name);
    }

    private void add(Kind kind, Site site, String detail) {
        changes.add(Change.of(kind, site.operation, site.schema, site.path, detail));
    }

    /** A place in a document: below an operation, and within a named schema once one was entered. */
    private record Site(
            @Nullable String operation,
            Direction direction,
            @Nullable String schema,
            String path) {
        Site at(String place) {
            return new Site(operation, direction, schema, place);
        }

        Site in(String name) {
            return new Site(operation, direction, name, name);
        }

        Site property(String name) {
            return at(path + "." + name);
        }
    }
}
