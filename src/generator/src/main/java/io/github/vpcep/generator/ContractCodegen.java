package io.github.vpcep.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

/**
 * Writes one part of what is made from a contract: which templates become which files, and what they are given. The
 * part is the option {@code part}; packages, {@code artifactId} and {@code clientName} are options as well.
 */
public class ContractCodegen extends AbstractJavaCodegen {
    /** What one run writes. */
    enum Part {
        MODEL,
        CLIENT,
        SERVER,
        CONSTRAINTS
    }

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
        typeMapping.put("DateTime", "Instant");
        // What the service answers twice must not fail a read.
        typeMapping.put("set", "List");
        importMapping.put("Instant", "java.time.Instant");
        for (Map<String, String> stock : List.of(
                modelTemplateFiles,
                apiTemplateFiles,
                modelDocTemplateFiles,
                apiDocTemplateFiles,
                modelTestTemplateFiles,
                apiTestTemplateFiles)) {
            stock.clear();
        }
        supportingFiles.clear();
        // What a folder of the user's does not have is taken from here.
        embeddedTemplateDir = "contract/" + option("part").toLowerCase(Locale.ROOT);
        String client = option("clientName");
        switch (Part.valueOf(option("part").toUpperCase(Locale.ROOT))) {
            case MODEL -> {
                modelTemplateFiles.put("model.mustache", ".java");
                source(modelPackage, "package-info", "package-info");
                nativeImage("reflect-config");
            }
            case CLIENT -> {
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
            }
            case SERVER -> {
                apiTemplateFiles.put("api.mustache", "Api.java");
                source(apiPackage, "router", client + "Router");
                source(apiPackage, "paramConverters", client + "ParamConverters");
                source(apiPackage, "operationId", "OperationId");
                source(apiPackage, "package-info", "package-info");
            }
            case CONSTRAINTS ->
                supportingFiles.add(new SupportingFile(
                        "constraints.mustache", "META-INF/" + client.toLowerCase(Locale.ROOT), "constraints.xml"));
        }
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
        super.preprocessOpenAPI(contract);
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
        property.description = Objects.toString(property.unescapedDescription, "")
                + Bounds.words(property)
                + Words.since(property.vendorExtensions);
    }

    @Override
    public void postProcessParameter(CodegenParameter parameter) {
        super.postProcessParameter(parameter);
        parameter.paramName = Words.name(parameter);
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
        super.postProcessAllModels(all);
        List<ModelMap> models =
                all.values().stream().flatMap(each -> each.getModels().stream()).toList();
        Types types = new Types(models.stream());
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
            model.vars.stream().filter(Types::isListOfValues).forEach(list -> {
                String item = list.items.datatypeWithEnum;
                list.vendorExtensions.put("x-items", new View.Items(item, types.isPair(item)));
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
        Types types = new Types(models.stream());
        Source files = Objects.requireNonNull(source);
        if (option("part").equals("client") && types.model("ErrorCode") == null) {
            ContractException.refuse(List.of("a client needs a schema ErrorCode with x-error-catalogue"));
        }
        ContractException.refuse(group.getOperations().getOperation().stream()
                .flatMap(each -> Agreement.faults(each, types, files).stream())
                .toList());
        Groups.add(group, types, modelPackage, files);
        return group;
    }
}
