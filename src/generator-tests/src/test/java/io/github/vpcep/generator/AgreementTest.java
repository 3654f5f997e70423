package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.generator.View.Face;
import io.github.vpcep.generator.View.Group;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            """ + LaidOut.ERROR_CODES + """
                DoorAction: {type: string, enum: [open, shut]}
                DoorRequest:
                  type: object
                  REQUIRED
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
        return groups(extensions, chosen, "");
    }

    private List<Group> groups(String extensions, String chosen, String required) throws Exception {
        return generated(contract(extensions, chosen, required));
    }

    private static String contract(String extensions, String chosen, String required) {
        return OPERATION
                .replace("EXTENSIONS", extensions)
                .replace("CHOSEN", chosen)
                .replace("REQUIRED", required);
    }

    private List<Group> generated(String contract) throws Exception {
        return LaidOut.of(directory, contract).groups();
    }

    private void assertRefused(String extensions, String chosen, String message) {
        assertThatThrownBy(() -> groups(extensions, chosen))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith(directory.getFileName() + "/openapi.yaml:" + message);
    }

    private static List<String> methods(Face face) {
        return LaidOut.calls(face).stream().map(LaidOut::declared).toList();
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
                                - {name: open, with: {action: DoorAction.OPEN}, summary: Opens.}
                                - {name: shut, with: {action: DoorAction.SHUT}, summary: Shuts.}""", "").get(0);

        assertThat(methods(group.sync()))
                .containsExactly(
                        "DoorList open(String carId, DoorRequest body, Doors.OpenOrShutParams params)",
                        "DoorList shut(String carId, DoorRequest body, Doors.OpenOrShutParams params)");
        assertThat(group.operations().get(0).calls().get(0).overloads())
                .extracting(each -> each.arguments().declared() + " -> " + each.values())
                .containsExactly(
                        "String carId, Consumer<DoorRequest.Builder> body, Doors.OpenOrShutParams params"
                                + " -> carId, builder.action(DoorAction.OPEN).build(), params",
                        "String carId, List<String> doors, Doors.OpenOrShutParams params"
                                + " -> carId, DoorRequest.builder().action(DoorAction.OPEN).doors(doors).build(), params");
    }

    @Test
    void intentionWithAConstantOfAnotherType_isRefused() {
        assertRefused(
                "x-java-calls: [{name: open, with: {doors: DoorAction.OPEN}, summary: Opens.}]",
                "",
                "9: x-java-calls names DoorAction.OPEN; allowed: none");
    }

    @Test
    void intentionOfAValueThatIsNone_isRefused() {
        assertRefused(
                "x-java-calls: [{name: open, with: {action: DoorAction.AJAR}, summary: Opens.}]",
                "",
                "9: x-java-calls names DoorAction.AJAR; allowed: DoorAction.OPEN, DoorAction.SHUT");
    }

    @Test
    void pageOfAPropertyThatIsNone_isRefused() {
        assertRefused(
                "x-java-page: {items: door, key: doorId, pageSize: 3}",
                "",
                "9: x-java-page names door; allowed: action, doors, totalCount");
    }

    @Test
    void pageByAKeyThatItemsDoNotHave_isRefused() {
        assertRefused(
                "x-java-page: {items: doors, key: id, pageSize: 3}", "", "9: x-java-page names id; allowed: doorId");
    }

    @Test
    void pageOfAQueryWithoutAnOffset_isRefused() {
        assertRefused(
                "x-java-page: {items: doors, key: doorId, pageSize: 3}",
                "",
                "9: x-java-page needs limit, and there are action, doors; pages by a marker are asked for one by one,"
                        + " without it" + System.lineSeparator() + directory.getFileName()
                        + "/openapi.yaml:9: x-java-page needs offset, and there are action, doors; pages by a marker"
                        + " are asked for one by one, without it");
    }

    @Test
    void pageInTheBodyWithAnOrder_isRefused() {
        assertThatThrownBy(() -> groups(
                        "x-java-page: {items: doors, key: doorId, pageSize: 3, order: [{name: limit, value: 1}]}", ""))
                .rootCause()
                .hasMessageContaining("x-java-page has an order, for which there is no place in a body");
    }

    @Test
    void waitForAStateAndForNone_isRefused() {
        assertRefused(
                "x-java-await: [{name: awaitOpen, summary: Waits., property: action, until: DoorAction.OPEN, gone: true}]",
                "",
                "9: x-java-await has until and gone, of which one is allowed");
    }

    @Test
    void waitForAStateThatIsNone_isRefused() {
        assertRefused(
                "x-java-await: [{name: awaitOpen, summary: Waits., property: action, until: DoorAction.AJAR}]",
                "",
                "9: x-java-await names DoorAction.AJAR; allowed: DoorAction.OPEN, DoorAction.SHUT");
    }

    @Test
    void doneByACodeThatTheCatalogueDoesNotHave_isRefused() {
        assertRefused("x-done: {codes: [No.2]}", "", "9: x-done names No.2; allowed: No.1");
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

    private void assertRefusedWith(String is, String was, String message) {
        assertThatThrownBy(() -> generated(contract("", "", "").replace(was, is)))
                .hasStackTraceContaining("ContractException: ")
                .hasStackTraceContaining(message);
    }

    @Test
    void operationWithoutATag_isRefused() {
        assertRefusedWith(
                "", "tags: [Doors]", "openapi.yaml:6: OpenOrShut needs one of tags, which is the group of its calls");
    }

    @Test
    void clientWithoutAnErrorCatalogue_isRefused() {
        assertRefusedWith(
                "x-ours", "x-error-catalogue", "a client needs a schema with x-error-catalogue, such as ErrorCode");
    }

    @Test
    void schemaOfANameThatGeneratedCodeImports_isRefused() {
        assertRefusedWith(
                "Page",
                "DoorRequest",
                "schema Page is not supported; allowed: a name that generated code does not import");
    }

    @Test
    void twoCallsOfOneSignature_areRefused() {
        assertRefused(
                "x-java-calls: [{name: first, parameter: limit}, {name: first, parameter: offset}]",
                "",
                "6: OpenOrShut and OpenOrShut both become Doors.first(String, Integer); one of them needs another"
                        + " x-java-name or name of its call");
    }

    @Test
    void twoParametersOfOneName_areRefused() {
        assertRefused(
                "x-java-flat-body: true",
                "x-java-name: carId",
                "6: two parameters of openOrShut are carId in Java; one of them needs another x-java-name");
    }

    @Test
    void flatBodyOfWhichMoreIsRequired_isRefused() {
        assertThatThrownBy(() -> groups("x-java-flat-body: true", "", "required: [doors]"))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessageEndingWith("openapi.yaml:9: x-java-flat-body stands for the first property of the body, and"
                        + " doors is required as well");
    }

    @Test
    void answerThatMayBeMissing_isRefused() {
        assertRefused(
                "x-java-calls: [{name: open, with: {action: DoorAction.OPEN}, summary: Opens., answer: totalCount}]",
                "",
                "9: x-java-calls answers totalCount, which may be missing");
    }

    @Test
    void callsByConstantsAndByParameter_areRefused() {
        assertRefused(
                "x-java-calls: [{name: first, parameter: limit}, {name: open, with: {action: DoorAction.OPEN}, summary: Opens.}]",
                "",
                "9: x-java-calls has calls with constants and by parameter, of which one is allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-java-calls: [{name: open, with: {lid: DoorAction.OPEN}, summary: O.}]                           | x-java-calls names lid; allowed: action, doors
            x-java-calls: [{name: open, with: {action: DoorAction.OPEN}, without: lid, summary: O.}]          | x-java-calls names lid; allowed: action, doors
            x-java-calls: [{name: open, with: {action: DoorAction.OPEN}, summary: O., page: true}]            | x-java-calls has a page, which needs x-java-page
            x-java-calls: [{name: open, with: {action: DoorAction.OPEN}, summary: O., answer: lid}]           | x-java-calls names lid; allowed: action, doors, totalCount
            x-java-await: [{name: await, summary: Waits., property: lid}]                                     | x-java-await names lid; allowed: action, doors, totalCount
            x-java-await: [{name: await, summary: Waits., property: action, failed: [DoorAction.AJAR]}]       | x-java-await names DoorAction.AJAR; allowed: DoorAction.OPEN, DoorAction.SHUT
            x-java-await: [{name: await, summary: Waits., property: action, errors: lid}]                     | x-java-await names lid; allowed: action, doors, totalCount
            x-java-page: {items: doors, key: doorId, pageSize: 3, order: [{name: lid, value: 1}]}             | x-java-page names lid; allowed: limit, offset
            """)
    void whatAnExtensionNames_andIsNotThere_isRefused(String extension, String fault) {
        assertThatThrownBy(() -> groups(extension, ""))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("openapi.yaml:9: " + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-idempotent: true                                                | post:                  | put:                 | x-idempotent is for POST, other methods say it by themselves
            x-java-page: {items: doors, key: doorId, pageSize: 3}             | total_count            | all                  | x-java-page needs totalCount in the answer
            x-java-await: [{name: a, summary: B., property: action}]          | in: path,              | in: query,           | x-java-await needs the id of a resource in the path
            x-java-await: [{name: a, summary: B., property: action}]          | in: path,              | in: path, x-client-setting: carId, | x-java-await needs the id of a resource in the path
            x-java-flat-body: true                                            | schemas/DoorRequest    | schemas/DoorAction   | x-java-flat-body needs a property in the body
            """)
    void extensionOfAnOperationThatIsNotFitForIt_isRefused(String extension, String was, String is, String fault) {
        assertThatThrownBy(() -> generated(contract(extension, "", "").replace(was, is)))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("openapi.yaml:9: " + fault);
    }

    @Test
    void faultThatIsFoundTwice_isToldOnce() {
        assertThatThrownBy(() -> ContractException.refuse(List.of("one", "other", "one")))
                .hasMessage("one" + System.lineSeparator() + "other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-idempotent: true      | x-done: {codes: [No.1], answer: '/cars/{car_id}'}                                     | action
            x-idempotent: true      | x-done: {codes: [No.1]}                                                               | action
            x-java-flat-body: true  | x-java-calls: [{name: open, with: {deed: DoorAction.OPEN}, summary: Opens.}]          | doors
            """)
    void whatAgrees_isNotRefused(String one, String other, String required) throws Exception {
        assertThat(groups(one + "\n      " + other, "x-java-name: deed", "required: [" + required + "]"))
                .hasSize(1);
    }
}
