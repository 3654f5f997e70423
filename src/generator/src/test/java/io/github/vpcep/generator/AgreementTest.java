package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Face;
import io.github.vpcep.generator.View.Group;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/** What operations become, and what of them contradicts itself. */
class AgreementTest {
    private static final String OPERATION = """
            openapi: 3.0.3
            info: {title: Garage, version: '1'}
            paths:
              /cars/{car_id}/doors:
                post:
                  operationId: OpenOrShut
                  summary: Opens or shuts.
                  tags: [Doors]
                  EXTENSIONS
                  parameters:
                    - {name: car_id, in: path, required: true, description: The car., schema: {type: string}}
                    - {name: limit, in: query, description: How many., schema: {type: integer}}
                    - {name: offset, in: query, description: From where., schema: {type: integer}}
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/DoorRequest'}
                  responses:
                    '200':
                      description: The doors.
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/DoorList'}
            components:
              schemas:
                DoorAction: {type: string, enum: [open, shut]}
                DoorRequest:
                  type: object
                  properties:
                    action:
                      allOf: [{$ref: '#/components/schemas/DoorAction'}]
                      CHOSEN
                    doors: {type: array, description: The doors., items: {type: string}}
                Door:
                  type: object
                  properties: {door_id: {type: string}}
                DoorList:
                  type: object
                  properties:
                    doors: {type: array, items: {$ref: '#/components/schemas/Door'}}
                    total_count: {type: integer}
                    action: {$ref: '#/components/schemas/DoorAction'}
            """;

    @TempDir
    private Path directory;

    private List<Group> groups(String extensions, String chosen) throws Exception {
        Path spec = Files.writeString(
                directory.resolve("openapi.yaml"),
                OPERATION.replace("EXTENSIONS", extensions).replace("CHOSEN", chosen));
        List<Group> groups = new ArrayList<>();
        ContractCodegen codegen = new ContractCodegen() {
            @Override
            public OperationsMap postProcessOperationsWithModels(OperationsMap tag, List<ModelMap> models) {
                OperationsMap made = super.postProcessOperationsWithModels(tag, models);
                groups.add((Group) made.get("group"));
                return made;
            }
        };
        codegen.setInputSpec(spec.toString());
        codegen.setOutputDir(directory.resolve("out").toString());
        codegen.additionalProperties().putAll(Map.of("part", "client", "clientName", "Garage"));
        new DefaultGenerator(true)
                .opts(new ClientOptInput()
                        .openAPI(new OpenAPIV3Parser().read(spec.toString()))
                        .config(codegen))
                .generate();
        return groups;
    }

    private void assertRefused(String extensions, String chosen, String message) {
        assertThatThrownBy(() -> groups(extensions, chosen))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessage(directory.getFileName() + "/openapi.yaml:" + message);
    }

    private static List<String> methods(Face face) {
        return face.calls().stream().map(AgreementTest::method).toList();
    }

    private static String method(Call call) {
        return call.type() + " " + call.name() + "(" + call.arguments().declared() + ")";
    }

    @Test
    void operation_isOneCallOfEachFace() throws Exception {
        Group group = groups("x-java-name: turn", "").get(0);

        assertThat(methods(group.sync()))
                .containsExactly("DoorList turn(String carId, DoorRequest body, Doors.TurnParams params)");
        assertThat(methods(group.async()))
                .containsExactly(
                        "CompletableFuture<DoorList> turn(String carId, DoorRequest body, Doors.TurnParams params)");
    }

    @Test
    void intentions_areOneCallEach_withoutWhatTheyStandFor() throws Exception {
        Group group = groups("""
                        x-java-flat-body: true
                              x-java-calls:
                                - {name: open, value: DoorAction.OPEN, summary: Opens.}
                                - {name: shut, value: DoorAction.SHUT, summary: Shuts.}""", "x-java-chosen: true").get(0);

        assertThat(methods(group.sync()))
                .containsExactly(
                        "DoorList open(String carId, List<String> doors)",
                        "DoorList shut(String carId, List<String> doors)");
        assertThat(group.operations().get(0).bodies())
                .extracting(View.Body::set)
                .containsExactly(".action(DoorAction.OPEN).doors(doors)", ".action(DoorAction.SHUT).doors(doors)");
    }

    @Test
    void intentionOfAValueThatIsNone_isRefused() {
        assertRefused(
                "x-java-calls: [{name: open, value: DoorAction.AJAR, summary: Opens.}]",
                "x-java-chosen: true",
                "9: x-java-calls names DoorAction.AJAR; allowed: DoorAction.OPEN, DoorAction.SHUT");
    }

    @Test
    void intentionsWithoutWhatTellsThemApart_areRefused() {
        assertRefused(
                "x-java-calls: [{name: open, value: DoorAction.OPEN, summary: Opens.}]",
                "",
                "9: x-java-calls needs one property of the body with x-java-chosen");
    }

    @Test
    void chosenPropertyWithoutIntentions_isRefused() {
        assertRefused(
                "",
                "x-java-chosen: true",
                "6: x-java-chosen in a property of the body needs x-java-calls in the operation");
    }

    @Test
    void pageOfAPropertyThatIsNone_isRefused() {
        assertRefused(
                "x-java-page: {item: Door, items: door, key: doorId, pageSize: 3}",
                "",
                "9: x-java-page names door; allowed: action, doors, totalCount");
    }

    @Test
    void pageByAKeyThatItemsDoNotHave_isRefused() {
        assertRefused(
                "x-java-page: {item: Door, items: doors, key: id, pageSize: 3}",
                "",
                "9: x-java-page names id; allowed: doorId");
    }

    @Test
    void pageOfAQueryWithoutAnOffset_isRefused() {
        assertRefused(
                "x-java-page: {in: body, item: Door, items: doors, key: doorId, pageSize: 3}",
                "",
                "9: x-java-page needs limit, and there are action, doors; pages by a marker are asked for one by one,"
                        + " without it" + System.lineSeparator() + directory.getFileName()
                        + "/openapi.yaml:9: x-java-page needs offset, and there are action, doors; pages by a marker"
                        + " are asked for one by one, without it");
    }

    @Test
    void waitForAStateAndForNone_isRefused() {
        assertRefused(
                "x-java-await: [{name: awaitOpen, summary: Waits., property: action, type: DoorAction, until: DoorAction.OPEN, gone: true}]",
                "",
                "9: x-java-await has until and gone, of which one is allowed");
    }

    @Test
    void waitForAStateThatIsNone_isRefused() {
        assertRefused(
                "x-java-await: [{name: awaitOpen, summary: Waits., property: action, type: DoorAction, until: DoorAction.AJAR}]",
                "",
                "9: x-java-await names DoorAction.AJAR; allowed: DoorAction.OPEN, DoorAction.SHUT");
    }

    @Test
    void doneByACodeThatTheCatalogueDoesNotHave_isRefused() {
        assertRefused("x-done: {codes: [No.1]}", "", "9: x-done names No.1; allowed: ");
    }

    @Test
    void answerOfWhatIsDone_outsideThePath_isRefused() {
        assertRefused(
                "x-done: {codes: [], answer: /doors}",
                "",
                "9: x-done has answer /doors, with which the path of the operation must begin");
    }

    @Test
    void callsByParameter_sendOneEach() throws Exception {
        Group group = groups("x-java-calls: [{name: first, parameter: limit}, {name: from, parameter: offset}]", "")
                .get(0);

        assertThat(methods(group.sync()))
                .containsExactly(
                        "DoorList first(String carId, Integer limit)", "DoorList from(String carId, Integer offset)");
    }

    @Test
    void callByAParameterThatIsNone_isRefused() {
        assertRefused(
                "x-java-calls: [{name: first, parameter: page}]",
                "",
                "9: x-java-calls names page; allowed: limit, offset");
    }

    @Test
    void callsByValueAndByParameter_areRefused() {
        assertRefused(
                "x-java-calls: [{name: first, parameter: limit}, {name: open, value: DoorAction.OPEN, summary: Opens.}]",
                "x-java-chosen: true",
                "9: x-java-calls has calls with value and with parameter, of which one is allowed");
    }
}
