package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
    private static final List<Row> ROWS = Row.all();

    private static List<String> told(UnaryOperator<String> base, UnaryOperator<String> now) {
        return changes(base, now).stream()
                .map(each -> each.kind() + " " + each.line())
                .toList();
    }

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Change> changes(UnaryOperator<String> base, UnaryOperator<String> now) {
        String bundle = SmallProject.bundle();
        return SpecDiff.between(
                new Contract("the base", base.apply(bundle)), new Contract("the new one", now.apply(bundle)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void change_ofThisKind_isTold_andNothingElse(Row row) {
        assertThat(told(row.base(), row.now())).containsExactly(row.toString());
    }

    @ParameterizedTest
    @MethodSource("io.github.vpcep.specdiff.Told#all")
    void change_isTold_thereAndBack(Told told) {
        assertThat(told(Edit.none(), told.edit())).isEqualTo(told.there());
        assertThat(told(told.edit(), Edit.none())).isEqualTo(told.back());
    }

    @Test
    void header_thatBecomesRequired_isTold_thereAndBack() {
        UnaryOperator<String> required = Told.header("required: true");
        String place = "UpdateEndpointPolicy: answer 200 header X-Request-Id: ";
        assertThat(told(Told.header(""), required))
                .containsExactly("ANSWER_NOW_REQUIRED " + place + "optional → required");
        assertThat(told(required, Told.header("")))
                .containsExactly("ANSWER_NOW_OPTIONAL " + place + "required → optional");
    }

    @Test
    void header_ofAnotherType_isTold() {
        assertThat(told(
                        Told.header(""),
                        text -> Told.header("")
                                .apply(text)
                                .replace(
                                        "X-Request-Id:\n              schema:\n                type: string",
                                        "X-Request-Id:\n              schema:\n                type: integer")))
                .containsExactly("TYPE_CHANGED UpdateEndpointPolicy: answer 200 header X-Request-Id: string → integer");
    }

    @Test
    void header_thatChangesInAnotherWay_isNotExamined() {
        assertThat(told(Told.header(""), Told.header("deprecated: true")))
                .containsExactly("UNEXAMINED UpdateEndpointPolicy: changed in a way that has no row of its own");
    }

    @Test
    void otherNamesThatAreRead_areComparedOneByOne() {
        assertThat(told(alias("[job, jobid]"), alias("[jobid, job_id]")))
                .containsExactly(
                        "TOLERANCE_REMOVED Endpoint.jobId: spelling no longer read: job",
                        "TOLERANCE_ADDED Endpoint.jobId: spelling now read: job_id");
    }

    private static UnaryOperator<String> alias(String names) {
        return Edit.insertAfter(
                "\n    Endpoint:\n",
                "        jobId:\n",
                "          x-reads-alias:\n            names: " + names + "\n");
    }

    @Test
    void valuesOfAMap_areComparedLikeOthers() {
        assertThat(told(map("type: string"), map("maxLength: 3\n        type: string")))
                .containsExactly(
                        "ANSWER_NARROWED ListEndpoints, UpdateEndpointPolicy: Tag.*: maxLength none → 3",
                        "TYPE_CHANGED Tag: additionalProperties {\"type\":\"string\"} →"
                                + " {\"maxLength\":3,\"type\":\"string\"}");
    }

    private static UnaryOperator<String> map(String values) {
        return Edit.insertAfter("", "\n    Tag:\n", "      additionalProperties:\n        " + values + "\n");
    }

    @Test
    void numberOfProperties_whenItIsAnother_isJudgedByItsSide() {
        assertThat(told(properties(1, 8), properties(2, 9)))
                .containsExactly(
                        "ANSWER_NARROWED ListEndpoints, UpdateEndpointPolicy: Tag: minProperties 1 → 2",
                        "ANSWER_WIDENED ListEndpoints, UpdateEndpointPolicy: Tag: maxProperties 8 → 9");
    }

    private static UnaryOperator<String> properties(int least, int most) {
        return Edit.insertAfter(
                "", "\n    Tag:\n", "      minProperties: " + least + "\n      maxProperties: " + most + "\n");
    }

    @Test
    void operation_whoseParameterOfThePathHasAnotherName_isTheSame() {
        assertThat(told(
                        Edit.none(),
                        Edit.both(
                                Edit.replace("", "/{vpc_endpoint_id}/policy", "/{endpoint_id}/policy"),
                                Edit.replace("", "x-java-name: updatePolicy", "x-java-name: setPolicy"))))
                .containsExactly("JAVA_NAME_CHANGED UpdateEndpointPolicy: x-java-name updatePolicy → setPolicy");
    }

    @Test
    void document_thatIsNoContract_isRefused() {
        Contract contract = new Contract("the base", SmallProject.bundle());
        assertThatThrownBy(() -> SpecDiff.between(contract, new Contract("the new one", "openapi: 3.0.3")))
                .isInstanceOf(SpecDiffException.class)
                .hasMessage("the new one is no OpenAPI document");
        assertThatThrownBy(() -> new Contract("the new one", "openapi: ["))
                .isInstanceOf(SpecDiffException.class)
                .hasMessageStartingWith("the new one is not YAML: ");
    }

    @Test
    void operationsWithoutIds_areKnownByTheirPaths() {
        UnaryOperator<String> withoutIds = text -> text.replaceAll(" *operationId: .*\n", "");
        assertThat(told(withoutIds, text -> withoutIds.apply(text).replace("/vpc-endpoints", "/endpoints")))
                .containsExactly(
                        "OPERATION_REMOVED GET /v1/{project_id}/vpc-endpoints: operation removed: GET"
                                + " /v1/{project_id}/vpc-endpoints",
                        "OPERATION_REMOVED PUT /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy: operation"
                                + " removed: PUT /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy",
                        "OPERATION_ADDED GET /v1/{project_id}/endpoints: operation added: GET"
                                + " /v1/{project_id}/endpoints",
                        "OPERATION_ADDED PUT /v1/{project_id}/endpoints/{vpc_endpoint_id}/policy: operation added:"
                                + " PUT /v1/{project_id}/endpoints/{vpc_endpoint_id}/policy");
    }

    @Test
    void numberThatValuesAreMultiplesOf_whenItIsAnother_cannotBeCompared() {
        assertThat(told(multiple(10), multiple(20)))
                .containsExactly("REQUEST_PATTERN_CHANGED ListEndpoints: query limit: multipleOf 10 → 20");
    }

    private static UnaryOperator<String> multiple(int of) {
        return Edit.insertAfter(
                "operationId: ListEndpoints\n", "          minimum: 1\n", "          multipleOf: " + of + "\n");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void change_ofThisKind_isJudged(Row row) {
        assertThat(List.of(row.kind().forCallers(), row.kind().forImplementers()))
                .containsExactly(row.callers(), row.implementers());
    }

    @Test
    void kind_saysInWordsWhomItBreaks() {
        assertThat(List.of(Kind.REQUEST_NARROWED, Kind.REQUEST_WIDENED, Kind.TYPE_CHANGED, Kind.DEPRECATED))
                .extracting(Kind::broken)
                .containsExactly("callers", "implementers", "callers and implementers", "");
    }

    @Test
    void rows_together_holdEveryKind() {
        Set<Kind> kinds = ROWS.stream().map(Row::kind).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(kinds))).isEmpty();
    }

    @Test
    void document_thatIsTheSame_hasNoChanges() {
        assertThat(changes(Edit.none(), Edit.none())).isEmpty();
    }

    @Test
    void words_whenTheyChange_areNoChange() {
        UnaryOperator<String> words = Edit.both(
                Edit.replace("\n    Tag:\n", "A label on a resource.", "A label."),
                Edit.both(
                        Edit.replace("\n    Endpoint:\n", "The unique id of the endpoint.", "The id."),
                        Edit.replace("examples:", "endpoint_service_name: orders", "endpoint_service_name: bills")));
        assertThat(changes(Edit.none(), words)).isEmpty();
    }

    /** What neither openapi-diff nor we look into, at the example of what a schema must not be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: string                         | type: integer                         | true",
                "maximum: 1                           | minimum: 1                            | true",
                "title: a                             | title: b                              | false",
                "x-a: 1                               | x-a: 2                                | false",
                "properties: {title: {minimum: 1}}    | properties: {title: {minimum: 2}}     | true",
                "properties: {title: {title: a}}      | properties: {title: {title: b}}       | false",
                "properties: {x-a: {minimum: 1}}      | properties: {x-a: {minimum: 2}}       | true",
                "properties: {headers: {title: a}}    | properties: {headers: {title: b}}     | false",
                "properties: {required: {minimum: 1}} | properties: {required: {maximum: 1}}  | true",
                "required: [a, b]                     | required: [b, a]                      | false",
                "required: [a, b]                     | required: [a, c]                      | true",
                "anyOf: [{minimum: 1}, {minimum: 2}]  | anyOf: [{minimum: 2}, {minimum: 1}]   | true",
                "anyOf: [{minimum: 1}]                | anyOf: [{minimum: 2}]                 | true",
                "anyOf: [{title: a}]                  | anyOf: [{title: b}]                   | false"
            })
    void partThatNobodyLooksInto_isToldWhenMoreThanWordsOrOrderDiffer(String was, String is, boolean isTold) {
        assertThat(told(without(was), without(is)))
                .isEqualTo(isTold ? List.of("UNEXAMINED Tag: changed in a way that has no row of its own") : List.of());
    }

    private static UnaryOperator<String> without(String schema) {
        return Edit.insertAfter("", "\n    Tag:\n", "      not: {" + schema + "}\n");
    }

    @Test
    void typeBesideAReference_thatIsTheTypeOfTheSchema_isNoChange() {
        assertThat(changes(Edit.none(), besideServiceType("string"))).isEmpty();
    }

    @Test
    void typeBesideAReference_thatIsAnother_isAChange() {
        assertThat(changes(Edit.none(), besideServiceType("integer"))).isNotEmpty();
    }

    private static UnaryOperator<String> besideServiceType(String type) {
        String property = "        service_type:\n";
        return Edit.replace("\n    Endpoint:\n", property, property + "          type: " + type + "\n");
    }

    @Test
    void default_thatMovesFromAParameterToItsSchema_isNoChange() {
        assertThat(changes(Edit.none(), ChangeTest::withDefaultInTheSchema)).isEmpty();
    }

    @Test
    void default_thatIsAnotherInTheSchema_isAChangeOfTheParameter() {
        assertThat(changes(
                        Edit.none(),
                        text -> withDefaultInTheSchema(text).replace("default: create_at", "default: update_at")))
                .extracting(Change::line)
                .containsExactly(
                        "ListEndpoints, ListServicePublicDetails: query sort_key: default create_at → update_at");
    }

    private static String withDefaultInTheSchema(String text) {
        String moved =
                text.replaceAll("( *)allOf:\\n *- \\$ref: (.*/SortKey.*)\\n *default: create_at\\n", "$1\\$ref: $2\n");
        String schema = "    SortKey:\n      enum:\n";
        assertThat(moved).isNotEqualTo(text).contains(schema);
        return moved.replace(schema, schema.replace("      enum", "      default: create_at\n      enum"));
    }

    @Test
    void schema_whenRenamed_isToldWithWhereItIsUsed() {
        assertThat(changes(Edit.none(), text -> text.replace("NewPermission", "PermissionToAdd")))
                .extracting(Change::line)
                .containsExactlyInAnyOrder(
                        "NewPermission: type removed",
                        "PermissionToAdd: type added",
                        "AddPermissionsRequest.permissions[]: type NewPermission → PermissionToAdd");
    }

    @Test
    void schema_inRequestsAndAnswers_isJudgedForBoth() {
        assertThat(changes(
                        Edit.none(),
                        Edit.insertAfter(
                                "\n    PolicyStatement:\n",
                                "      properties:\n",
                                "        Sid:\n          type: string\n")))
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(Kind.REQUEST_PROPERTY_ADDED, Kind.ANSWER_PROPERTY_ADDED);
    }

    @Test
    void errorAnswers_whenTheirSchemaChanges_areOneLine() {
        assertThat(changes(
                        Edit.none(),
                        Edit.insertAfter(
                                "\n    ErrorResponse:\n",
                                "      properties:\n",
                                "        hint:\n          type: string\n")))
                .extracting(Change::line)
                .containsExactly("5 operations: ErrorResponse.hint: optional property added");
    }
}
