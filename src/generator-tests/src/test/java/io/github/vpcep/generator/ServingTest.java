package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.generator.View.Param;
import io.github.vpcep.generator.View.Params;
import io.github.vpcep.generator.View.Read;
import io.github.vpcep.generator.View.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server is given of an operation, how a router reads it, and what stands for what was not sent. */
class ServingTest {
    private static final String SCHEMAS = """
            State: {type: string, enum: [parked, moving]}
            Car: {type: object, properties: {number: {type: string}}}
            """;

    @TempDir
    private Path directory;

    private LaidOut of(String operation) throws IOException {
        return LaidOut.of(directory, """
                /cars/{car_id}:
                  post:
                    operationId: AskCar
                    tags: [Cars]
                """ + operation.indent(4), SCHEMAS);
    }

    private LaidOut withParameter(String schema, boolean required) throws IOException {
        return of("""
                responses: {'200': {description: None.}}
                parameters:
                  - {name: car_id, in: path, required: true, description: Its id., schema: {type: string, maxLength: 8}}
                  - {name: the_one, in: query, description: Theirs., required: %s, schema: %s}
                """.formatted(required, schema));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string, minLength: 2}                            | .text().minLength(2)
            {type: integer, format: int32, minimum: 1}              | .integer().min(1)
            {type: integer, format: int64, maximum: 9}              | .longInteger().max(9L)
            {type: number, format: float}                           | .single()
            {type: number, format: double}                          | .twofold()
            {type: number}                                          | .number()
            {type: boolean}                                         | .bool()
            {type: string, format: date}                            | .date()
            {type: string, format: date-time}                       | .instant()
            {$ref: '#/components/schemas/State'}                    | .oneOf(State::fromExact, State.values())
            """)
    void parameter_isReadByItsType(String schema, String reading) throws Exception {
        Served served = withParameter(schema, false).operation().served();

        assertThat(served.reads())
                .containsExactly(
                        new Read("String", "carId", "in.path(\"car_id\").text().maxLength(8).required()", List.of()),
                        new Read(
                                "CarsApi.AskCarParams",
                                "params",
                                "CarsApi.AskCarParams.builder()",
                                List.of(".theOne(in.query(\"the_one\")" + reading + ".orNull())")));
    }

    @Test
    void list_isReadItemByItem_andIsThereEvenIfEmpty() throws Exception {
        LaidOut asked = withParameter("{type: array, items: {type: integer, format: int32}}", true);
        LaidOut ofStates = withParameter("{type: array, items: {$ref: '#/components/schemas/State'}}", false);

        assertThat(asked.operation().served().reads().get(1).set())
                .containsExactly(".theOne(in.queries(\"the_one\").list(each -> each.integer().required()).required())");
        assertThat(ofStates.operation().served().reads().get(1).set())
                .containsExactly(".theOne(in.queries(\"the_one\").list(each ->"
                        + " each.oneOf(State::fromExact, State.values()).required()).orNull())");
    }

    @Test
    void parameterOfATypeThatNoRouterReads_isRefused() {
        assertThatThrownBy(() -> withParameter("{type: string, format: uuid}", false))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessage("AskCar has a parameter of the type UUID, which no router reads");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: integer, format: int32, default: 5}                        | 5
            {type: boolean, default: true}                                    | true
            {type: integer, format: int64, default: 5}                        | 5L
            {type: number, format: float, default: 1.5}                       | 1.5F
            {type: number, format: double, default: 1.5}                      | 1.5D
            {type: number, default: 1.5}                                      | new BigDecimal("1.5")
            {type: string, default: red}                                      | "red"
            {allOf: [{$ref: '#/components/schemas/State'}], default: moving}  | State.fromString("moving")
            """)
    void parameterThatWasNotSent_isItsDefault(String schema, String otherwise) throws Exception {
        Param served = withParameter(schema, false).served().list().get(0);

        assertThat(served.otherwise()).isEqualTo(otherwise);
        assertThat(served.nullable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string}                         | false |             | true
            {type: string}                         | true  |             | false
            {type: array, items: {type: string}}   | false | List.of()   | false
            """)
    void parameterWithoutADefault_mayBeNull_unlessItIsRequiredOrAList(
            String schema, boolean required, @Nullable String otherwise, boolean nullable) throws Exception {
        Param served = withParameter(schema, required).served().list().get(0);

        assertThat(served.otherwise()).isEqualTo(otherwise);
        assertThat(served.nullable()).isEqualTo(nullable);
        assertThat(served.required()).isEqualTo(required);
    }

    @Test
    void parameters_areDescribedForEitherSide() throws Exception {
        LaidOut asked = of("""
                responses: {'200': {description: None.}}
                x-java-name: ask
                parameters:
                  - {name: car_id, in: path, required: true, description: Its id., schema: {type: string}}
                  - name: how_many
                    in: query
                    description: How many.
                    deprecated: true
                    schema: {type: integer, format: int32, default: 5, minimum: 1}
                """);

        assertThat(asked.operation().params())
                .isEqualTo(new Params(
                        "Cars",
                        "AskParams",
                        "ask",
                        false,
                        List.of(new Param(
                                "howMany",
                                "Integer",
                                "how_many",
                                "AskCar: howMany (\\\"how_many\\\")",
                                false,
                                true,
                                true,
                                "How many. Minimum 1.",
                                "",
                                "5",
                                null))));
        assertThat(asked.operation().served().query())
                .isEqualTo(new Params(
                        "CarsApi",
                        "AskParams",
                        "ask",
                        true,
                        List.of(new Param(
                                "howMany",
                                "Integer",
                                "how_many",
                                "AskCar: howMany (\\\"how_many\\\")",
                                false,
                                false,
                                true,
                                "How many. Minimum 1.",
                                "@QueryParam(\"how_many\") @DefaultValue(\"5\") @Min(1) ",
                                "5",
                                "5"))));
    }

    @Test
    void arguments_areThoseOfThePath_theQuery_andTheBody() throws Exception {
        LaidOut asked = of("""
                responses: {'200': {description: None.}}
                parameters:
                  - {name: car_id, in: path, required: true, description: Its id., schema: {type: string, minLength: 1}}
                  - {name: age, in: query, description: How old., schema: {type: integer}}
                requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}}
                """);
        Served served = asked.operation().served();

        assertThat(served.arguments())
                .extracting(each -> each.annotations().strip() + " " + each.type() + " " + each.name() + " "
                        + each.wire() + ": " + each.description())
                .containsExactly(
                        "@PathParam(\"car_id\") @Size(min = 1, message = \"size must be at least {min}\") String carId"
                                + " car_id: Its id.",
                        "@Valid @BeanParam AskCarParams params : the parameters of the query",
                        "@NotNull @Valid Car body : the body of the request");
        assertThat(served.names()).isEqualTo("carId, params, body");
        assertThat(served.reads()).extracting(Read::isBuilt).containsExactly(false, true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}  | REQUIRED | Car       | in.body(Car.class)
            content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}                  | OPTIONAL | Car       | in.bodyOrNull(Car.class)
            content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Car'}}}} | OPTIONAL | List<Car> | in.bodyOrNull(new TypeReference<List<Car>>() {})
            """)
    void body_isReadAsItsType_andMayBeMissingUnlessItIsRequired(String body, String kind, String type, String reading)
            throws Exception {
        Served served = of("responses: {'200': {description: None.}}\nrequestBody: {" + body + "}")
                .operation()
                .served();

        assertThat(served.body()).isEqualTo(kind);
        assertThat(served.reads()).containsExactly(new Read(type, "body", reading, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '404': {description: None.}, '201': {description: Made.}     | 201
            '200': {description: All.}, '202': {description: Some.}      | 200
            default: {description: Any.}                                 | 200
            2XX: {description: Any.}                                     | 200
            """)
    void status_isTheFirstThatSaysThatAllIsWell(String answers, String status) throws Exception {
        Served served = of("responses: {" + answers + "}").operation().served();

        assertThat(served.status()).isEqualTo(status);
        assertThat(served.body()).isEqualTo("NONE");
        assertThat(served.query()).isNull();
        assertThat(served.reads()).isEmpty();
    }
}
