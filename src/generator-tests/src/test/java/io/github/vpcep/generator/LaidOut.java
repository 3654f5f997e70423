package io.github.vpcep.generator;

import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Face;
import io.github.vpcep.generator.View.Group;
import io.github.vpcep.generator.View.Operation;
import io.github.vpcep.generator.View.Params;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/** What the templates of a client are given of a contract; no file comes of it. */
record LaidOut(List<OperationsMap> tags, Map<String, ModelMap> models) {
    /** The only schema that a client needs, as the first of a contract's schemas. */
    static final String ERROR_CODES = """
            ErrorCode:
              type: string
              enum: [No.1]
              x-error-catalogue:
                - {code: No.1, name: NONE, status: 404, message: None., meaning: None., kind: NOT_FOUND, retry: NEVER}
            """.indent(4);

    /** A contract with what any client needs; for paths and for more schemas. */
    private static final String GARAGE = """
            openapi: 3.0.3
            info: {title: Garage, version: '1'}
            servers: [{url: 'http://localhost'}]
            tags: [{name: Cars, description: What drives.}]
            paths:
            %s
            components:
              schemas:
            """ + ERROR_CODES + "%s";

    static LaidOut of(Path directory, String contract) throws IOException {
        Path spec = Files.writeString(directory.resolve("openapi.yaml"), contract);
        LaidOut made = new LaidOut(new ArrayList<>(), new TreeMap<>());
        ContractCodegen codegen = new ContractCodegen() {
            @Override
            public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
                Map<String, ModelsMap> processed = super.postProcessAllModels(all);
                processed.values().stream()
                        .flatMap(each -> each.getModels().stream())
                        .forEach(each -> made.models.put(each.getModel().classname, each));
                return processed;
            }

            @Override
            public OperationsMap postProcessOperationsWithModels(OperationsMap tag, List<ModelMap> models) {
                made.tags.add(super.postProcessOperationsWithModels(tag, models));
                return tag;
            }
        };
        codegen.setInputSpec(spec.toString());
        codegen.setOutputDir(directory.resolve("out").toString());
        codegen.additionalProperties()
                .putAll(Map.of("part", "client", "clientName", "Garage", "modelPackage", "garage.model"));
        new DefaultGenerator(true)
                .opts(new ClientOptInput()
                        .openAPI(new OpenAPIV3Parser().read(spec.toString()))
                        .config(codegen))
                .generate();
        return made;
    }

    /** Of the garage, with these paths and schemas. */
    static LaidOut of(Path directory, String paths, String schemas) throws IOException {
        return of(directory, GARAGE.formatted(paths.indent(2), schemas.indent(4)));
    }

    List<Group> groups() {
        return tags.stream().map(each -> (Group) each.get("group")).toList();
    }

    /** The only group's. */
    Face sync() {
        return groups().get(0).sync();
    }

    /** The only group's. */
    Face async() {
        return groups().get(0).async();
    }

    /** The first of the only group. */
    Operation operation() {
        return sync().operations().get(0);
    }

    /** The parameters of its query, as a client sends them. */
    Params sent() {
        return Objects.requireNonNull(operation().params());
    }

    /** The same as a server is given them. */
    Params served() {
        return Objects.requireNonNull(operation().served().query());
    }

    static List<Call> calls(Face face) {
        return face.operations().stream().flatMap(each -> each.calls().stream()).toList();
    }

    /** A call as it is declared. */
    static String declared(Call call) {
        return call.type() + " " + call.name() + "(" + call.arguments().declared() + ")";
    }
}
