package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
    private static final List<Row> ROWS = Row.all();

    private static final Map<Row, List<Change>> CHANGES = new HashMap<>();

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Change> changes(UnaryOperator<String> base, UnaryOperator<String> now) {
        String bundle = SmallProject.bundle();
        return SpecDiff.between(
                new Contract("the base", base.apply(bundle)), new Contract("the new one", now.apply(bundle)));
    }

    private static List<Change> changes(Row row) {
        return CHANGES.computeIfAbsent(row, each -> changes(each.base(), each.now()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void change_ofThisKind_isTold(Row row) {
        assertThat(changes(row))
                .extracting(each -> each.kind() + " " + each.line())
                .contains(row.toString());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void change_ofThisKind_isJudged(Row row) {
        assertThat(List.of(row.kind().forCallers(), row.kind().forImplementers()))
                .containsExactly(row.callers(), row.implementers());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void change_thatHasARow_isNotCalledUnexamined(Row row) {
        assertThat(changes(row))
                .extracting(Change::kind)
                .filteredOn(kind -> kind != row.kind())
                .doesNotContain(Kind.UNEXAMINED);
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
