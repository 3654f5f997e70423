package io.github.vpcep.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;
import org.openapitools.codegen.utils.StringUtils;

/**
 * Writes one part of what is made from a contract: which templates become which files, and what they are given. The
 * part is the option {@code part}; packages, {@code artifactId} and {@code clientName} are options as well.
 */
public class ContractCodegen extends AbstractJavaCodegen {
    private static final String SHARED = "sharedPackage";
    private static final String ERRORS = "errorCode";

    private @Nullable Source source;

    /** For the service loader; the settings come by {@link #additionalProperties}. */
    public ContractCodegen() {
        openApiNullable = false;
        apiNameSuffix = "";
        inlineSchemaOption.put("RESOLVE_INLINE_ENUMS", "true");
        openapiNormalizer.put("NORMALIZER_CLASS", Alternatives.class.getName());
        // They are compared in lower case.
        Words.TAKEN.forEach(each -> reservedWords.add(each.toLowerCase(Locale.ROOT)));
        cliOptions.add(CliOption.newString("part", "What this run writes: model, client, server or constraints."));
        cliOptions.add(CliOption.newString("clientName", "What the names of the client's entry types begin with."));
        cliOptions.add(CliOption.newString("userAgent", "The name by which the client tells servers of itself."));
        cliOptions.add(
                CliOption.newString("contractFolder", "How sources call the contract's folder; spec unless set."));
        cliOptions.add(CliOption.newString(
                "sharedPackage",
                "Where the types are whose schemas lie outside of the contract's folder; unless set, they are made."));
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.OTHER;
    }

    @Override
    public String getName() {
        return "contract";
    }

    @Override
    public String getHelp() {
        return "Writes a part of a contract (model, client, server or constraints) as the templates lay it out.";
    }

    @Override
    public void processOpts() {
        super.processOpts();
        additionalProperties.putIfAbsent("contractFolder", "spec");
        typeMapping.put("DateTime", "Instant");
        // What the service answers twice must not fail a read.
        typeMapping.put("set", "List");
        importMapping.put("Instant", "java.time.Instant");
        Stream.of(
                        modelTemplateFiles,
                        apiTemplateFiles,
                        modelDocTemplateFiles,
                        apiDocTemplateFiles,
                        apiTestTemplateFiles)
                .forEach(Map::clear);
        String part = option("part").toLowerCase(Locale.ROOT);
        additionalProperties.put("is" + StringUtils.camelize(part), true);
        // What a folder of the user's does not have is taken from here.
        embeddedTemplateDir = "contract/" + part;
        String client = option("clientName");
        switch (part) {
            case "model" -> {
                modelTemplateFiles.put("model.mustache", ".java");
                source(modelPackage, "package-info", "package-info");
                nativeImage("reflect-config");
            }
            case "client" -> {
                apiTemplateFiles.put("api.mustache", "Api.java");
                apiTemplateFiles.put("group.mustache", ".java");
                apiTemplateFiles.put("groupAsync.mustache", "Async.java");
                apiTemplateFiles.put("groupImpl.mustache", "Impl.java");
                source(apiPackage, "client", client + "Client");
                source(apiPackage, "clientAsync", client + "AsyncClient");
                source(apiPackage, "contract", client + "Contract");
                source(apiPackage, "region", client + "Region");
                source(apiPackage, "package-info", "package-info");
                nativeImage("reflect-config");
                nativeImage("proxy-config");
                supportingFiles.add(new SupportingFile("names.mustache", "", "names.md"));
                supportingFiles.add(new SupportingFile(
                        "written.mustache",
                        "src/main/resources/META-INF/" + client.toLowerCase(Locale.ROOT),
                        "calls.json"));
            }
            case "server" -> {
                apiTemplateFiles.put("api.mustache", "Api.java");
                source(apiPackage, "router", client + "Router");
                source(apiPackage, "paramConverters", client + "ParamConverters");
                source(apiPackage, "operationId", "OperationId");
                source(apiPackage, "package-info", "package-info");
            }
            case "constraints" ->
                supportingFiles.add(new SupportingFile(
                        "constraints.mustache", "META-INF/" + client.toLowerCase(Locale.ROOT), "constraints.xml"));
            default ->
                throw new IllegalArgumentException("part is " + part + "; allowed: model, client, server, constraints");
        }
    }

    private static boolean hasCatalogue(OpenAPI contract, String schema) {
        Map<?, ?> extensions = ModelUtils.getSchema(contract, schema).getExtensions();
        return extensions != null && extensions.containsKey("x-error-catalogue");
    }

    private String option(String name) {
        return String.valueOf(additionalProperties.getOrDefault(name, ""));
    }

    private void source(String inPackage, String template, String type) {
        supportingFiles.add(new SupportingFile(
                template + ".mustache", sourceFolder + "/" + inPackage.replace('.', '/'), type + ".java"));
    }

    private void nativeImage(String template) {
        String folder = "src/main/resources/META-INF/native-image/" + option("groupId") + "/" + option("artifactId");
        supportingFiles.add(new SupportingFile(template + ".mustache", folder, template + ".json"));
    }

    @Override
    public void preprocessOpenAPI(OpenAPI contract) {
        Source files = Source.of(inputSpec);
        ContractException.refuse(Support.faults(files));
        ContractException.refuse(Extensions.faults(files));
        source = files;
        share(files.outside());
        tell(contract, files);
        super.preprocessOpenAPI(contract);
    }

    /** Takes the types of schemas that are another contract's from there. */
    private void share(Set<String> schemas) {
        if (!option(SHARED).isEmpty()) {
            schemas.forEach(each -> {
                schemaMapping.put(each, each);
                importMapping.put(each, option(SHARED) + "." + each);
            });
        }
    }

    /** What a client needs to be told, and what there would be nothing in. */
    private void tell(OpenAPI contract, Source files) {
        boolean regions = contract.getServers().stream().anyMatch(each -> each.getVariables() != null);
        boolean project = files.places().stream().anyMatch(each -> each.get("x-client-setting") != null);
        boolean credentials = contract.getSecurity() != null
                && contract.getSecurity().stream().noneMatch(Map::isEmpty);
        String errors = ModelUtils.getSchemas(contract).keySet().stream()
                .filter(each -> !schemaMapping.containsKey(each) && hasCatalogue(contract, each))
                .map(this::toModelName)
                .findFirst()
                .orElse("");
        additionalProperties.put(ERRORS, errors);
        additionalProperties.put("hasRegions", regions);
        additionalProperties.put("needsProject", project);
        additionalProperties.put("needsCredentials", credentials);
        if (!regions) {
            supportingFiles.removeIf(each -> each.getTemplateFile().equals("region.mustache"));
        }
    }

    /** Prints nothing, where other generators ask for donations: a build that is well is silent. */
    @Override
    public void postProcess() {}

    @Override
    public void postProcessModelProperty(CodegenModel model, CodegenProperty property) {
        super.postProcessModelProperty(model, property);
        property.name = Words.name(property);
        if (property.isFreeFormObject || (property.isMap && property.items.isAnyType)) {
            property.isFreeFormObject = true;
            property.isMap = false;
            property.isContainer = false;
            property.dataType = "Map<String, @Nullable Object>";
            property.datatypeWithEnum = property.dataType;
        }
        if ("password".equals(property.dataFormat)) {
            property.vendorExtensions.put("x-secret", true);
        }
        property.description = Objects.toString(property.unescapedDescription, "")
                + Bounds.words(property)
                + Words.since(property.vendorExtensions);
    }

    @Override
    public void postProcessParameter(CodegenParameter parameter) {
        super.postProcessParameter(parameter);
        parameter.paramName = Words.name(parameter);
    }

    /** Of a body the stock generator keeps only the escaped description. */
    @Override
    public CodegenParameter fromRequestBody(RequestBody body, Set<String> imports, String name) {
        CodegenParameter parameter = super.fromRequestBody(body, imports, name);
        parameter.unescapedDescription = body.getDescription();
        return parameter;
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
        super.postProcessAllModels(all);
        List<ModelMap> models =
                all.values().stream().flatMap(each -> each.getModels().stream()).toList();
        Types types = new Types(models.stream(), schemaMapping.keySet());
        ContractException.refuse(types.models().stream()
                .map(each -> each.classname)
                .filter(Words.TYPES::contains)
                .map(each ->
                        "schema " + each + " is not supported; allowed: a name that generated code does not import")
                .toList());
        Set<String> written = types.inside(bodies());
        for (ModelMap each : models) {
            CodegenModel model = each.getModel();
            if (written.contains(model.classname)) {
                each.put("of", types.value(model.classname));
            }
            model.vendorExtensions.put(
                    "x-shared",
                    model.vars.stream()
                            .map(property -> property.complexType)
                            .filter(schemaMapping::containsKey)
                            .map(importMapping::get)
                            .distinct()
                            .sorted()
                            .toList());
            model.vars.forEach(property -> {
                property.vendorExtensions.put("x-kept", Types.kept(model.classname, property));
                property.vendorExtensions.put("x-bounds", Bounds.constraints(property));
                if (property.isArray) {
                    property.items.vendorExtensions.put("x-bounds", Bounds.constraints(property.items));
                }
                if (Types.isListOfValues(property)) {
                    String item = property.items.datatypeWithEnum;
                    property.vendorExtensions.put("x-items", new View.Items(item, types.isPair(item)));
                }
            });
        }
        return all;
    }

    /** The types of the bodies of requests. */
    private Set<String> bodies() {
        return openAPI.getPaths().values().stream()
                .flatMap(each -> each.readOperations().stream())
                .map(each -> ModelUtils.getReferencedRequestBody(openAPI, each.getRequestBody()))
                .filter(Objects::nonNull)
                .map(each -> ModelUtils.getSchemaFromRequestBody(each).get$ref())
                .filter(Objects::nonNull)
                .map(each -> toModelName(ModelUtils.getSimpleRef(each)))
                .collect(Collectors.toSet());
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap group, List<ModelMap> models) {
        super.postProcessOperationsWithModels(group, models);
        Types types = new Types(models.stream(), schemaMapping.keySet());
        Source files = Objects.requireNonNull(source);
        if (option("part").equals("client") && option(ERRORS).isEmpty()) {
            ContractException.refuse(List.of("a client needs a schema with x-error-catalogue, such as ErrorCode"));
        }
        ContractException.refuse(group.getOperations().getOperation().stream()
                .flatMap(each -> Agreement.faults(each, types, files).stream())
                .toList());
        Groups.add(group, types, each -> importMapping.getOrDefault(each, modelPackage + "." + each), files);
        return group;
    }
}
