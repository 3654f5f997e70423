package io.github.vpcep.specdiff;

import static io.github.vpcep.specdiff.Edit.both;
import static io.github.vpcep.specdiff.Edit.cut;
import static io.github.vpcep.specdiff.Edit.insertAfter;
import static io.github.vpcep.specdiff.Edit.replace;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * More changes of the small project's contract, each with all that is told of it and of its way back.
 *
 * @param name what is changed
 * @param edit what makes the new document
 * @param there what is told of it, with its kind
 * @param back what is told when the two documents are the other way round
 */
record Told(String name, UnaryOperator<String> edit, List<String> there, List<String> back) {
    private static final String NAME_REQUEST = "\n    EndpointServiceNameRequest:\n";
    private static final String ENDPOINT = "\n    Endpoint:\n";
    private static final String LIST = "operationId: ListEndpoints\n";
    private static final String POLICY = "operationId: UpdateEndpointPolicy\n";
    private static final String CALL = "x-java-name: updatePolicy\n";
    private static final String CODES = "\n    ErrorCode:\n";
    private static final String TAG = "\n    Tag:\n";
    private static final String TYPES = "ListEndpoints, UpdateEndpointPolicy: ";
    private static final String NAME = "UpdateEndpointServiceName: EndpointServiceNameRequest.endpoint_service_name: ";
    private static final String LIMIT = "ListEndpoints: query limit: ";
    private static final String VPC = "ListEndpoints: query vpc_id: ";
    private static final String FORM = "style form, explode true, empty value ";
    private static final String SERVER = "servers: https://vpcep.{region}.example.com region=north-1";
    private static final String A60 = "a".repeat(60);

    private static Told of(String name, UnaryOperator<String> edit, String there, String back) {
        return new Told(name, edit, there.lines().toList(), back.lines().toList());
    }

    private static Told nothing(String name, UnaryOperator<String> edit) {
        return of(name, edit, "", "");
    }

    private static Told rule(String name, UnaryOperator<String> edit, String direction, String place, String change) {
        List<String> values = List.of(change.split(" → "));
        int keyword = values.get(0).indexOf(' ') + 1;
        return of(
                name,
                edit,
                direction + "_NARROWED " + place + change,
                direction + "_WIDENED " + place + change.substring(0, keyword) + values.get(1) + " → "
                        + values.get(0).substring(keyword));
    }

    private static UnaryOperator<String> inLimit(String line) {
        return insertAfter(LIST, "          minimum: 1\n", "          " + line + "\n");
    }

    private static UnaryOperator<String> inVpcId(String line) {
        return insertAfter(LIST, "name: vpc_id\n", "        " + line + "\n");
    }

    private static UnaryOperator<String> inTag(String line) {
        return insertAfter("", TAG, "      " + line + "\n");
    }

    private static UnaryOperator<String> inJobId(String lines) {
        return insertAfter(ENDPOINT, "        jobId:\n", lines.indent(10));
    }

    static List<Told> all() {
        return List.of(
                rule("minimum", replace(LIST, "minimum: 1\n", "minimum: 2\n"), "REQUEST", LIMIT, "minimum 1 → 2"),
                rule(
                        "a bound where none was",
                        insertAfter(TAG, "        key:\n", "          maxLength: 64\n"),
                        "ANSWER",
                        TYPES + "Tag.key: ",
                        "maxLength none → 64"),
                rule(
                        "a lower bound",
                        replace(NAME_REQUEST, "minLength: 0", "minLength: 3"),
                        "REQUEST",
                        NAME,
                        "minLength 0 → 3"),
                rule("minProperties", inTag("minProperties: 1"), "ANSWER", TYPES + "Tag: ", "minProperties none → 1"),
                rule("maxProperties", inTag("maxProperties: 9"), "ANSWER", TYPES + "Tag: ", "maxProperties none → 9"),
                rule(
                        "exclusiveMinimum",
                        inLimit("exclusiveMinimum: true"),
                        "REQUEST",
                        LIMIT,
                        "exclusiveMinimum false → true"),
                rule("multipleOf", inLimit("multipleOf: 10"), "REQUEST", LIMIT, "multipleOf none → 10"),
                rule(
                        "pattern",
                        insertAfter(LIST, "name: vpc_id\n        schema:\n", "          pattern: ^a\n"),
                        "REQUEST",
                        VPC,
                        "pattern none → ^a"),
                of(
                        "the values of a map",
                        inTag("additionalProperties:\n        type: integer"),
                        "TYPE_CHANGED " + TYPES + "Tag.*: none → integer\n"
                                + "TYPE_CHANGED Tag: additionalProperties none → {\"type\":\"integer\"}",
                        "TYPE_CHANGED " + TYPES + "Tag.*: integer → none\n"
                                + "TYPE_CHANGED Tag: additionalProperties {\"type\":\"integer\"} → none"),
                of(
                        "a parameter that becomes a document",
                        replace(
                                LIST,
                                "name: vpc_id\n        schema:\n          type: string\n",
                                "name: vpc_id\n        content:\n          application/json: {schema: {type: string}}\n"),
                        "PARAMETER_FORM_CHANGED " + VPC + FORM + "false → style null, explode null, empty value false\n"
                                + "TYPE_CHANGED " + VPC + "string → none\n"
                                + "REQUEST_MEDIA_TYPE_ADDED " + VPC + "media type added: application/json",
                        "PARAMETER_FORM_CHANGED " + VPC + "style null, explode null, empty value false → " + FORM
                                + "false\n"
                                + "TYPE_CHANGED " + VPC + "none → string\n"
                                + "REQUEST_MEDIA_TYPE_REMOVED " + VPC + "media type removed: application/json"),
                of(
                        "a parameter that is required",
                        inVpcId("required: true"),
                        "REQUEST_NOW_REQUIRED " + VPC + "optional → required",
                        "REQUEST_NOW_OPTIONAL " + VPC + "required → optional"),
                of(
                        "a body that need not be",
                        replace(POLICY, "        required: true\n      responses:", "      responses:"),
                        "REQUEST_NOW_OPTIONAL UpdateEndpointPolicy: body: required → optional",
                        "REQUEST_NOW_REQUIRED UpdateEndpointPolicy: body: optional → required"),
                of(
                        "a deprecated parameter",
                        inVpcId("deprecated: true"),
                        "DEPRECATED " + VPC + "deprecated",
                        "DEPRECATED " + VPC + "deprecated"),
                of(
                        "a deprecated property",
                        inJobId("deprecated: true"),
                        "DEPRECATED " + TYPES + "Endpoint.jobId: deprecated",
                        "DEPRECATED " + TYPES + "Endpoint.jobId: deprecated"),
                of(
                        "an empty value",
                        inVpcId("allowEmptyValue: true"),
                        "PARAMETER_FORM_CHANGED " + VPC + FORM + "false → " + FORM + "true",
                        "PARAMETER_FORM_CHANGED " + VPC + FORM + "true → " + FORM + "false"),
                of(
                        "a style",
                        inVpcId("style: spaceDelimited"),
                        "PARAMETER_FORM_CHANGED " + VPC + FORM
                                + "false → style spaceDelimited, explode false, empty value false",
                        "PARAMETER_FORM_CHANGED " + VPC + "style spaceDelimited, explode false, empty value false → "
                                + FORM + "false"),
                of(
                        "no security at all",
                        replace("", "security:\n- Token: []\n- Signature: []\n", ""),
                        "SECURITY_CHANGED 5 operations: security Token or Signature → none",
                        "SECURITY_CHANGED 5 operations: security none → Token or Signature"),
                of(
                        "no security of an operation",
                        replace("", LIST, LIST + "      security: []\n"),
                        "SECURITY_CHANGED ListEndpoints: security Token or Signature → none",
                        "SECURITY_CHANGED ListEndpoints: security none → Token or Signature"),
                of(
                        "one security of an operation",
                        replace("", LIST, LIST + "      security:\n      - Token: []\n"),
                        "SECURITY_REMOVED ListEndpoints: security removed: Signature",
                        "SECURITY_ADDED ListEndpoints: security added: Signature"),
                of(
                        "two securities at once",
                        replace("", "- Token: []\n- Signature: []\n", "- Token: []\n  Signature: []\n"),
                        "SECURITY_CHANGED 5 operations: security Token or Signature → Token and Signature",
                        "SECURITY_CHANGED 5 operations: security Token and Signature → Token or Signature"),
                of(
                        "a header of an answer",
                        header(""),
                        "ANSWER_PROPERTY_ADDED UpdateEndpointPolicy: answer 200: header added: X-Request-Id",
                        "ANSWER_PROPERTY_REMOVED UpdateEndpointPolicy: answer 200: header removed: X-Request-Id"),
                of(
                        "the items of a list",
                        insertAfter(
                                "\n    PublicEndpointServiceList:\n",
                                "          items:\n",
                                "            format: uuid\n"),
                        "TYPE_CHANGED ListServicePublicDetails: PublicEndpointServiceList.endpoint_services[]: string →"
                                + " string (uuid)",
                        "TYPE_CHANGED ListServicePublicDetails: PublicEndpointServiceList.endpoint_services[]: string"
                                + " (uuid) → string"),
                of(
                        "the Java name of items",
                        insertAfter(
                                "\n    PublicEndpointServiceList:\n",
                                "          items:\n",
                                "            x-java-name: item\n"),
                        "JAVA_NAME_CHANGED PublicEndpointServiceList.endpoint_services[]: x-java-name none → item",
                        "JAVA_NAME_CHANGED PublicEndpointServiceList.endpoint_services[]: x-java-name item → none"),
                of(
                        "a property that was required",
                        cut(ENDPOINT, "      required:\n      - id\n", "      type: object\n")
                                .andThen(cut(ENDPOINT, "        id:\n", "        service_type:\n"))::apply,
                        "ANSWER_PROPERTY_REMOVED " + TYPES + "Endpoint.id: property removed",
                        "ANSWER_PROPERTY_ADDED_REQUIRED " + TYPES + "Endpoint.id: required property added"),
                of(
                        "the address of IAM",
                        replace("", "  x-regions:", "  x-iam-url: https://iam.example.com\n  x-regions:"),
                        "SERVER_CHANGED " + SERVER + " → https://vpcep.{region}.example.com region=north-1"
                                + " https://iam.example.com",
                        "SERVER_CHANGED " + SERVER + " https://iam.example.com → https://vpcep.{region}.example.com"
                                + " region=north-1"),
                of(
                        "a second server",
                        replace("", "servers:\n", "servers:\n- url: https://a.example.com\n"),
                        "SERVER_CHANGED " + SERVER
                                + " → https://a.example.com, https://vpcep.{region}.example.com region=north-1",
                        "SERVER_CHANGED servers: https://a.example.com, https://vpcep.{region}.example.com"
                                + " region=north-1 → https://vpcep.{region}.example.com region=north-1"),
                of(
                        "a parameter that the client's settings give",
                        replace(LIST, "        x-client-setting: projectId\n", ""),
                        "CLIENT_CALL_CHANGED ListEndpoints: path project_id: x-client-setting projectId → none",
                        "CLIENT_CALL_CHANGED ListEndpoints: path project_id: x-client-setting none → projectId"),
                of(
                        "the whole of an extension",
                        cut(LIST, "      x-java-page:\n", "  /v1/{project_id}/vpc-endpoints/{vpc"),
                        "CLIENT_CALL_CHANGED ListEndpoints: x-java-page"
                                + " {\"item\":\"Endpoint\",\"items\":\"endpoints\",\"pageSize\":100} → none",
                        "CLIENT_CALL_CHANGED ListEndpoints: x-java-page none →"
                                + " {\"item\":\"Endpoint\",\"items\":\"endpoints\",\"pageSize\":100}"),
                of(
                        "a member of an extension",
                        insertAfter(LIST, "        pageSize: 100\n", "        key: id\n"),
                        "CLIENT_CALL_CHANGED ListEndpoints: x-java-page.key none → id",
                        "CLIENT_CALL_CHANGED ListEndpoints: x-java-page.key id → none"),
                of(
                        "a text of sixty characters",
                        replace("", CALL, "x-java-name: " + A60 + "\n"),
                        "JAVA_NAME_CHANGED UpdateEndpointPolicy: x-java-name updatePolicy → " + A60,
                        "JAVA_NAME_CHANGED UpdateEndpointPolicy: x-java-name " + A60 + " → updatePolicy"),
                of(
                        "a longer text",
                        replace("", CALL, "x-java-name: " + A60 + "b\n"),
                        "JAVA_NAME_CHANGED UpdateEndpointPolicy: x-java-name updatePolicy → " + A60 + "…",
                        "JAVA_NAME_CHANGED UpdateEndpointPolicy: x-java-name " + A60 + "… → updatePolicy"),
                of(
                        "another name that is read",
                        inJobId("x-reads-alias:\n  names:\n  - job\n"),
                        "TOLERANCE_ADDED Endpoint.jobId: x-reads-alias added",
                        "TOLERANCE_REMOVED Endpoint.jobId: x-reads-alias removed"),
                of(
                        "what says that a call is done",
                        insertAfter("", CALL, "      x-done:\n        codes:\n        - EndPoint.0002\n"),
                        "CLIENT_RETRY_CHANGED UpdateEndpointPolicy: x-done none → {\"codes\":[\"EndPoint.0002\"]}",
                        "CLIENT_RETRY_CHANGED UpdateEndpointPolicy: x-done {\"codes\":[\"EndPoint.0002\"]} → none"),
                of(
                        "the Java name of a body",
                        insertAfter(POLICY, "      requestBody:\n", "        x-java-name: policy\n"),
                        "JAVA_NAME_CHANGED UpdateEndpointPolicy: body: x-java-name none → policy",
                        "JAVA_NAME_CHANGED UpdateEndpointPolicy: body: x-java-name policy → none"),
                of(
                        "a server of an operation",
                        insertAfter("", LIST, "      servers:\n      - url: https://a.example.com\n"),
                        "UNEXAMINED ListEndpoints: changed in a way that has no row of its own",
                        "UNEXAMINED ListEndpoints: changed in a way that has no row of its own"),
                of(
                        "what openapi-diff sees and no row speaks of",
                        inJobId("readOnly: true"),
                        "UNEXAMINED " + TYPES + "Endpoint.jobId: changed in a way that has no row of its own",
                        "UNEXAMINED " + TYPES + "Endpoint.jobId: changed in a way that has no row of its own"),
                of(
                        "the first value of an enumeration, with its name",
                        both(
                                replace("\n    SortKey:\n", "      - create_at\n", ""),
                                replace("\n    SortKey:\n", "      - CREATED_AT\n", "")),
                        "REQUEST_VALUE_REMOVED ListEndpoints, ListServicePublicDetails: SortKey: value removed:"
                                + " create_at",
                        "REQUEST_VALUE_ADDED ListEndpoints, ListServicePublicDetails: SortKey: value added:"
                                + " create_at"),
                of(
                        "the names of some values",
                        replace("\n    SortKey:\n", "      - UPDATED_AT\n", ""),
                        "JAVA_NAME_CHANGED SortKey: constant of update_at: UPDATED_AT → none",
                        "JAVA_NAME_CHANGED SortKey: constant of update_at: none → UPDATED_AT"),
                of(
                        "all names of values",
                        cut("\n    SortKey:\n", "      x-enum-varnames:\n", "    PublicEndpointServiceList:\n"),
                        "JAVA_NAME_CHANGED SortKey: constant of create_at: CREATED_AT → none\n"
                                + "JAVA_NAME_CHANGED SortKey: constant of update_at: UPDATED_AT → none",
                        "JAVA_NAME_CHANGED SortKey: constant of create_at: none → CREATED_AT\n"
                                + "JAVA_NAME_CHANGED SortKey: constant of update_at: none → UPDATED_AT"),
                of(
                        "the type of an answer",
                        replace("operationId: UpdateEndpointServiceName\n", "/EndpointServiceName\"", "/ErrorDetail\""),
                        """
                        ANSWER_PROPERTY_ADDED_REQUIRED UpdateEndpointServiceName: ErrorDetail.code: required property added
                        ANSWER_PROPERTY_REMOVED UpdateEndpointServiceName: ErrorDetail.endpoint_service_name: property removed
                        JAVA_NAME_CHANGED UpdateEndpointServiceName: answer 200: type EndpointServiceName → ErrorDetail
                        """,
                        """
                        ANSWER_PROPERTY_ADDED UpdateEndpointServiceName: EndpointServiceName.endpoint_service_name: optional property added
                        ANSWER_PROPERTY_REMOVED UpdateEndpointServiceName: EndpointServiceName.code: property removed
                        JAVA_NAME_CHANGED UpdateEndpointServiceName: answer 200: type ErrorDetail → EndpointServiceName
                        """),
                of("the type of a body", replace(POLICY, "/EndpointPolicyRequest\"", "/PolicyStatement\""), """
                        REQUEST_PROPERTY_ADDED_REQUIRED UpdateEndpointPolicy: PolicyStatement.Effect: required property added
                        REQUEST_PROPERTY_REMOVED UpdateEndpointPolicy: PolicyStatement.policy_statement: property removed
                        JAVA_NAME_CHANGED UpdateEndpointPolicy: body: type EndpointPolicyRequest → PolicyStatement
                        """, """
                        REQUEST_PROPERTY_ADDED_REQUIRED UpdateEndpointPolicy: EndpointPolicyRequest.policy_statement: required property added
                        REQUEST_PROPERTY_REMOVED UpdateEndpointPolicy: EndpointPolicyRequest.Effect: property removed
                        JAVA_NAME_CHANGED UpdateEndpointPolicy: body: type PolicyStatement → EndpointPolicyRequest
                        """),
                of("the type of a parameter", replace(LIST, "/SortKey\"", "/SortDirection\""), """
                        REQUEST_VALUE_ADDED ListEndpoints: SortDirection: value added: desc
                        REQUEST_VALUE_ADDED ListEndpoints: SortDirection: value added: asc
                        REQUEST_VALUE_REMOVED ListEndpoints: SortDirection: value removed: create_at
                        REQUEST_VALUE_REMOVED ListEndpoints: SortDirection: value removed: update_at
                        JAVA_NAME_CHANGED ListEndpoints: query sort_key: type SortKey → SortDirection
                        """, """
                        REQUEST_VALUE_ADDED ListEndpoints: SortKey: value added: create_at
                        REQUEST_VALUE_ADDED ListEndpoints: SortKey: value added: update_at
                        REQUEST_VALUE_REMOVED ListEndpoints: SortKey: value removed: desc
                        REQUEST_VALUE_REMOVED ListEndpoints: SortKey: value removed: asc
                        JAVA_NAME_CHANGED ListEndpoints: query sort_key: type SortDirection → SortKey
                        """),
                of(
                        "a schema that nothing refers to",
                        insertAfter(CODES, "      type: string\n", "      maxLength: 20\n"),
                        "ANSWER_NARROWED ErrorCode: maxLength none → 20",
                        "ANSWER_WIDENED ErrorCode: maxLength 20 → none"),
                of(
                        "what the catalogue says of a code",
                        cut(CODES, "      - code: EndPoint.0001\n", "      - code: EndPoint.0002\n"),
                        """
                        ERROR_KIND_CHANGED ErrorCode: kind of EndPoint.0001: SERVER_FAILURE → none
                        JAVA_NAME_CHANGED ErrorCode: name of EndPoint.0001: INTERNAL_ERROR → none
                        CLIENT_RETRY_CHANGED ErrorCode: retry of EndPoint.0001: IDEMPOTENT → none
                        ERROR_CODE_STATUS_CHANGED ErrorCode: status of EndPoint.0001: 503 → none""",
                        """
                        ERROR_KIND_CHANGED ErrorCode: kind of EndPoint.0001: none → SERVER_FAILURE
                        JAVA_NAME_CHANGED ErrorCode: name of EndPoint.0001: none → INTERNAL_ERROR
                        CLIENT_RETRY_CHANGED ErrorCode: retry of EndPoint.0001: none → IDEMPOTENT
                        ERROR_CODE_STATUS_CHANGED ErrorCode: status of EndPoint.0001: none → 503"""),
                of(
                        "a code with what the catalogue says of it",
                        both(
                                replace(CODES, "      - EndPoint.0001\n", ""),
                                cut(CODES, "      - code: EndPoint.0001\n", "      - code: EndPoint.0002\n")),
                        "ANSWER_VALUE_REMOVED ErrorCode: value removed: EndPoint.0001",
                        "ANSWER_VALUE_ADDED ErrorCode: value added: EndPoint.0001"),
                of(
                        "an operation without an id",
                        replace("", "      " + LIST, ""),
                        "JAVA_NAME_CHANGED ListEndpoints: operationId ListEndpoints → none",
                        "JAVA_NAME_CHANGED : operationId none → ListEndpoints"),
                nothing("why something is read", replace(ENDPOINT, "as-boolean: P02", "as-boolean: P03")),
                nothing("since when it is known", inJobId("x-since: 2022-11\nx-known-from: SDK")),
                nothing(
                        "the order of values",
                        replace(
                                        "\n    EndpointStatus:\n",
                                        "      - creating\n      - accepted\n",
                                        "      - accepted\n      - creating\n")
                                .andThen(replace(
                                        "\n    EndpointStatus:\n",
                                        "      - CREATING\n      - ACCEPTED\n",
                                        "      - ACCEPTED\n      - CREATING\n"))::apply),
                nothing(
                        "the name of a parameter of the path",
                        replace("", "/{vpc_endpoint_id}/policy", "/{endpoint_id}/policy")),
                nothing("what goes without saying of an integer", inLimit("format: int32")),
                nothing(
                        "what goes without saying of a query",
                        inVpcId("style: form\n        explode: true\n        required: false")),
                nothing(
                        "what goes without saying of a path",
                        insertAfter(LIST, "name: project_id\n", "        style: simple\n        explode: false\n")),
                nothing(
                        "a default that each parameter has of its own",
                        insertAfter("", "\n    SortDirection:\n", "      default: asc\n")));
    }

    /** A header of an answer, with a line more. */
    static UnaryOperator<String> header(String line) {
        return insertAfter(
                POLICY,
                "\"200\":\n",
                ("headers:\n  X-Request-Id:\n    " + line + (line.isEmpty() ? "" : "\n    ")
                                + "schema:\n      type: string\n")
                        .indent(10));
    }

    @Override
    public String toString() {
        return name;
    }
}
