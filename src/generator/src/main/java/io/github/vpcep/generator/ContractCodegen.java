package io.github.vpcep.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

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
        refuse(Extensions.faults(files));
        source = files;
        super.preprocessOpenAPI(contract);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ContractException(faults);
        }
    }

    /** Prints nothing, where other generators ask for donations: a build that is well is silent. */
    @Override
    public void postProcess() {}

    @Override
    public void postProcessModelProperty(CodegenModel model, CodegenProperty property) {
        super.postProcessModelProperty(model, property);
        property.name = Words.name(property);
        property.description = Objects.toString(property.unescapedDescription, "") + Bounds.words(property);
    }

    @Override
    public void postProcessParameter(CodegenParameter parameter) {
        super.postProcessParameter(parameter);
        parameter.paramName = Words.name(parameter);
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap group, List<ModelMap> models) {
        super.postProcessOperationsWithModels(group, models);
        Map<String, CodegenModel> byName = new HashMap<>();
        models.forEach(each -> byName.put(each.getModel().classname, each.getModel()));
        List<String> faults = new ArrayList<>();
        for (CodegenOperation each : group.getOperations().getOperation()) {
            faults.addAll(Agreement.faults(each, byName, Objects.requireNonNull(source)));
        }
        refuse(faults);
        Groups.add(group, byName, modelPackage);
        return group;
    }
}
