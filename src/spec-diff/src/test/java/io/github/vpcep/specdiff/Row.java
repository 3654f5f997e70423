package io.github.vpcep.specdiff;

import static io.github.vpcep.specdiff.Edit.both;
import static io.github.vpcep.specdiff.Edit.cut;
import static io.github.vpcep.specdiff.Edit.insertAfter;
import static io.github.vpcep.specdiff.Edit.none;
import static io.github.vpcep.specdiff.Edit.replace;
import static io.github.vpcep.specdiff.Effect.BREAKS;
import static io.github.vpcep.specdiff.Effect.COMPATIBLE;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One row of the judgement, with a change of the small project's contract that it is about.
 *
 * @param base what makes the base of the bundled document
 * @param now what makes the new one
 * @param line how the change is told
 */
record Row(
        Kind kind,
        Effect callers,
        Effect implementers,
        UnaryOperator<String> base,
        UnaryOperator<String> now,
        String line) {
    private static final String NAME_REQUEST = "\n    EndpointServiceNameRequest:\n";
    private static final String ENDPOINT = "\n    Endpoint:\n";
    private static final String LIST = "operationId: ListEndpoints\n";
    private static final String POLICY = "operationId: UpdateEndpointPolicy\n";
    private static final String ADD = "\n    AddPermissionsRequest:\n";
    private static final String TAG = "\n    Tag:\n";
    private static final UnaryOperator<String> ANOTHER_REGION =
            insertAfter("", "    name: The North\n", "  - id: south-1\n    constant: SOUTH_1\n    name: The South\n");

    private static final String NAME = "UpdateEndpointServiceName: EndpointServiceNameRequest.endpoint_service_name: ";
    private static final String PERMISSIONS = "BatchAddEndpointServicePermissions: AddPermissionsRequest.permissions: ";
    private static final String LIMIT = "ListEndpoints: query limit: ";
    private static final String ENDPOINT_PLACE = "ListEndpoints, UpdateEndpointPolicy: Endpoint.";
    private static final String TAG_PLACE = "ListEndpoints, UpdateEndpointPolicy: Tag.";

    private static final UnaryOperator<String> WITH_QUOTAS = insertAfter("", "\npaths:\n", """
                    /v1/{project_id}/quotas:
                      get:
                        operationId: ListQuotas
                        responses:
                          "200":
                            description: Quotas.
                    """.indent(2));
    private static final UnaryOperator<String> ONE_SECURITY = replace("", "- Signature: []\n", "");
    private static final UnaryOperator<String> WITH_PARAMETER = insertAfter(LIST, "parameters:\n", """
                    - in: query
                      name: state
                      schema:
                        type: string
                    """.indent(6));
    private static final UnaryOperator<String> WITHOUT_BODY = cut(POLICY, "      requestBody:\n", "      responses:\n");
    private static final UnaryOperator<String> PLAIN_REQUEST =
            insertAfter(POLICY, "requestBody:\n        content:\n", """
                    text/plain:
                      schema:
                        type: string
                    """.indent(10));
    private static final UnaryOperator<String> PLAIN_ANSWER =
            insertAfter(POLICY, "\"200\":\n          content:\n", """
                    text/plain:
                      schema:
                        type: string
                    """.indent(12));
    private static final UnaryOperator<String> WITH_REQUEST_PROPERTY =
            insertAfter(NAME_REQUEST, "properties:\n", """
                    note:
                      type: string
                    """.indent(8));
    private static final UnaryOperator<String> REQUIRED_NAME = replace(
            NAME_REQUEST,
            "      type: object\n",
            "      required:\n      - endpoint_service_name\n      type: object\n");
    private static final UnaryOperator<String> LATER_SORT_KEY =
            insertAfter("\n    SortKey:\n", "- update_at\n", "      - delete_at\n");
    private static final UnaryOperator<String> LONGER_NAME = replace(NAME_REQUEST, "maxLength: 16", "maxLength: 32");
    private static final UnaryOperator<String> ACCEPTED = insertAfter(POLICY, "responses:\n", """
                    "202":
                      description: Taken.
                    """.indent(8));
    private static final UnaryOperator<String> TEAPOT = insertAfter(POLICY, "responses:\n", """
                    "418":
                      description: A teapot.
                    """.indent(8));
    private static final UnaryOperator<String> WITH_ANSWER_PROPERTY =
            insertAfter(ENDPOINT, "properties:\n", """
                    zone:
                      type: string
                    """.indent(8));
    private static final UnaryOperator<String> REQUIRED_TAG_KEY =
            replace(TAG, "      type: object\n", "      required:\n      - key\n      type: object\n");
    private static final UnaryOperator<String> PAUSED =
            insertAfter("\n    EndpointStatus:\n", "      - accepted\n", "      - paused\n");
    private static final UnaryOperator<String> LONGER_TAG = replace(TAG, "maxLength: 43", "maxLength: 50");
    private static final UnaryOperator<String> NULLABLE_TAG =
            replace(TAG, "          maxLength: 43\n", "          maxLength: 43\n          nullable: true\n");
    private static final UnaryOperator<String> WITH_SCHEMA = insertAfter("", "\n  schemas:\n", """
                    Quota:
                      type: object
                    """.indent(4));
    private static final UnaryOperator<String> WITHOUT_FLAT_BODY =
            replace(POLICY, "      x-java-flat-body: true\n", "");
    private static final UnaryOperator<String> WITHOUT_TOLERANCE =
            replace(ENDPOINT, "          x-reads-text-as-boolean: P02\n", "");

    static List<Row> all() {
        return List.of(
                new Row(
                        Kind.OPERATION_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        WITH_QUOTAS,
                        "ListQuotas: operation added: GET /v1/{project_id}/quotas"),
                new Row(
                        Kind.OPERATION_REMOVED,
                        BREAKS,
                        BREAKS,
                        WITH_QUOTAS,
                        none(),
                        "ListQuotas: operation removed: GET /v1/{project_id}/quotas"),
                new Row(
                        Kind.PATH_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("", "/vpc-endpoints:", "/endpoints:"),
                        "ListEndpoints: GET /v1/{project_id}/vpc-endpoints → GET /v1/{project_id}/endpoints"),
                new Row(
                        Kind.DEPRECATED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        insertAfter("", LIST, "      deprecated: true\n"),
                        "ListEndpoints: deprecated"),
                new Row(
                        Kind.SERVER_CHANGED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace("", "default: north-1", "default: east-3"),
                        "servers: https://vpcep.{region}.example.com region=north-1"
                                + " → https://vpcep.{region}.example.com region=east-3"),
                new Row(
                        Kind.SERVER_CHANGED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace("", "default: north-1", "default: north-1\n      enum:\n      - north-1"),
                        "servers: https://vpcep.{region}.example.com region=north-1"
                                + " → https://vpcep.{region}.example.com region=north-1 of [\"north-1\"]"),
                new Row(
                        Kind.REGION_ADDED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        ANOTHER_REGION,
                        "servers: region added: SOUTH_1"),
                new Row(
                        Kind.REGION_REMOVED,
                        BREAKS,
                        COMPATIBLE,
                        ANOTHER_REGION,
                        none(),
                        "servers: region removed: SOUTH_1"),
                new Row(
                        Kind.SECURITY_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        ONE_SECURITY,
                        none(),
                        "5 operations: security added: Signature"),
                new Row(
                        Kind.SECURITY_REMOVED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        ONE_SECURITY,
                        "5 operations: security removed: Signature"),
                new Row(
                        Kind.SECURITY_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("", "name: X-Auth-Token", "name: X-Token"),
                        "5 operations: security scheme changed: Token or Signature"),
                new Row(
                        Kind.PARAMETER_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        WITH_PARAMETER,
                        "ListEndpoints: optional parameter added: query state"),
                new Row(
                        Kind.PARAMETER_ADDED_REQUIRED,
                        BREAKS,
                        BREAKS,
                        none(),
                        both(WITH_PARAMETER, replace("", "name: state\n", "name: state\n        required: true\n")),
                        "ListEndpoints: required parameter added: query state"),
                new Row(
                        Kind.PARAMETER_REMOVED,
                        BREAKS,
                        BREAKS,
                        WITH_PARAMETER,
                        none(),
                        "ListEndpoints: parameter removed: query state"),
                new Row(
                        Kind.PARAMETER_FORM_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(LIST, "name: vpc_id\n", "name: vpc_id\n        explode: false\n"),
                        "ListEndpoints: query vpc_id: style form, explode true, empty value false"
                                + " → style form, explode false, empty value false"),
                new Row(
                        Kind.REQUEST_BODY_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        WITHOUT_BODY,
                        replace(POLICY, "        required: true\n      responses:", "      responses:"),
                        "UpdateEndpointPolicy: optional body added"),
                new Row(
                        Kind.REQUEST_BODY_ADDED_REQUIRED,
                        BREAKS,
                        BREAKS,
                        WITHOUT_BODY,
                        none(),
                        "UpdateEndpointPolicy: required body added"),
                new Row(
                        Kind.REQUEST_BODY_REMOVED,
                        BREAKS,
                        BREAKS,
                        none(),
                        WITHOUT_BODY,
                        "UpdateEndpointPolicy: body removed"),
                new Row(
                        Kind.REQUEST_MEDIA_TYPE_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        PLAIN_REQUEST,
                        "UpdateEndpointPolicy: body: media type added: text/plain"),
                new Row(
                        Kind.REQUEST_MEDIA_TYPE_REMOVED,
                        BREAKS,
                        COMPATIBLE,
                        PLAIN_REQUEST,
                        none(),
                        "UpdateEndpointPolicy: body: media type removed: text/plain"),
                new Row(
                        Kind.REQUEST_PROPERTY_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        WITH_REQUEST_PROPERTY,
                        "UpdateEndpointServiceName: EndpointServiceNameRequest.note: optional property added"),
                new Row(
                        Kind.REQUEST_PROPERTY_ADDED_REQUIRED,
                        BREAKS,
                        BREAKS,
                        none(),
                        both(
                                WITH_REQUEST_PROPERTY,
                                replace(
                                        NAME_REQUEST,
                                        "      type: object\n",
                                        "      required:\n      - note\n      type: object\n")),
                        "UpdateEndpointServiceName: EndpointServiceNameRequest.note: required property added"),
                new Row(
                        Kind.REQUEST_PROPERTY_REMOVED,
                        BREAKS,
                        BREAKS,
                        WITH_REQUEST_PROPERTY,
                        none(),
                        "UpdateEndpointServiceName: EndpointServiceNameRequest.note: property removed"),
                new Row(
                        Kind.REQUEST_NOW_REQUIRED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        REQUIRED_NAME,
                        NAME + "optional → required"),
                new Row(
                        Kind.REQUEST_NOW_REQUIRED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(LIST, "name: vpc_id\n", "name: vpc_id\n        required: true\n"),
                        "ListEndpoints: query vpc_id: optional → required"),
                new Row(
                        Kind.REQUEST_NOW_OPTIONAL,
                        COMPATIBLE,
                        BREAKS,
                        REQUIRED_NAME,
                        none(),
                        NAME + "required → optional"),
                new Row(
                        Kind.REQUEST_NOW_OPTIONAL,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        replace(POLICY, "        required: true\n      responses:", "      responses:"),
                        "UpdateEndpointPolicy: body: required → optional"),
                new Row(
                        Kind.REQUEST_VALUE_ADDED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        LATER_SORT_KEY,
                        "ListEndpoints, ListServicePublicDetails: SortKey: value added: delete_at"),
                new Row(
                        Kind.REQUEST_VALUE_REMOVED,
                        BREAKS,
                        BREAKS,
                        LATER_SORT_KEY,
                        none(),
                        "ListEndpoints, ListServicePublicDetails: SortKey: value removed: delete_at"),
                new Row(Kind.REQUEST_WIDENED, COMPATIBLE, BREAKS, none(), LONGER_NAME, NAME + "maxLength 16 → 32"),
                new Row(Kind.REQUEST_NARROWED, BREAKS, COMPATIBLE, LONGER_NAME, none(), NAME + "maxLength 32 → 16"),
                new Row(
                        Kind.REQUEST_NARROWED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(NAME_REQUEST, "minLength: 0", "minLength: 1"),
                        NAME + "minLength 0 → 1"),
                new Row(
                        Kind.REQUEST_WIDENED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        cut(NAME_REQUEST, "          pattern:", "          type:"),
                        NAME + "pattern ^[A-Za-z0-9_-]*$ → none"),
                new Row(
                        Kind.REQUEST_WIDENED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        replace(
                                NAME_REQUEST,
                                "          minLength: 0\n",
                                "          minLength: 0\n          nullable: true\n"),
                        NAME + "now nullable"),
                new Row(
                        Kind.REQUEST_PATTERN_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(NAME_REQUEST, "^[A-Za-z0-9_-]*$", "^[a-z]*$"),
                        NAME + "pattern ^[A-Za-z0-9_-]*$ → ^[a-z]*$"),
                new Row(
                        Kind.REQUEST_WIDENED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        replace(ADD, "maxItems: 50", "maxItems: 60"),
                        PERMISSIONS + "maxItems 50 → 60"),
                new Row(
                        Kind.REQUEST_NARROWED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(ADD, "minItems: 1", "minItems: 2"),
                        PERMISSIONS + "minItems 1 → 2"),
                new Row(
                        Kind.REQUEST_NARROWED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(
                                ADD,
                                "          maxItems: 50\n",
                                "          maxItems: 50\n          uniqueItems: true\n"),
                        PERMISSIONS + "uniqueItems false → true"),
                new Row(
                        Kind.REQUEST_NARROWED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(LIST, "maximum: 1000", "maximum: 100"),
                        LIMIT + "maximum 1000 → 100"),
                new Row(
                        Kind.REQUEST_NARROWED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(LIST, "maximum: 1000", "maximum: 1000\n          exclusiveMaximum: true"),
                        LIMIT + "exclusiveMaximum false → true"),
                new Row(
                        Kind.REQUEST_NARROWED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(LIST, "maximum: 1000", "maximum: 1000\n          multipleOf: 10"),
                        LIMIT + "multipleOf none → 10"),
                new Row(
                        Kind.REQUEST_WIDENED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        replace(LIST, "          maximum: 1000\n", ""),
                        LIMIT + "maximum 1000 → none"),
                new Row(
                        Kind.DEFAULT_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(LIST, "default: 10", "default: 20"),
                        LIMIT + "default 10 → 20"),
                new Row(
                        Kind.DEFAULT_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(LIST, "default: desc", "default: asc"),
                        "ListEndpoints: query sort_dir: default desc → asc"),
                new Row(
                        Kind.SUCCESS_STATUS_ADDED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        ACCEPTED,
                        "UpdateEndpointPolicy: status added: 202"),
                new Row(
                        Kind.SUCCESS_STATUS_REMOVED,
                        COMPATIBLE,
                        BREAKS,
                        ACCEPTED,
                        none(),
                        "UpdateEndpointPolicy: status removed: 202"),
                new Row(
                        Kind.ERROR_STATUS_ADDED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        TEAPOT,
                        "UpdateEndpointPolicy: status added: 418"),
                new Row(
                        Kind.ERROR_STATUS_REMOVED,
                        COMPATIBLE,
                        BREAKS,
                        TEAPOT,
                        none(),
                        "UpdateEndpointPolicy: status removed: 418"),
                new Row(
                        Kind.ANSWER_MEDIA_TYPE_ADDED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        PLAIN_ANSWER,
                        "UpdateEndpointPolicy: answer 200: media type added: text/plain"),
                new Row(
                        Kind.ANSWER_MEDIA_TYPE_REMOVED,
                        BREAKS,
                        BREAKS,
                        PLAIN_ANSWER,
                        none(),
                        "UpdateEndpointPolicy: answer 200: media type removed: text/plain"),
                new Row(
                        Kind.ANSWER_PROPERTY_ADDED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        WITH_ANSWER_PROPERTY,
                        ENDPOINT_PLACE + "zone: optional property added"),
                new Row(
                        Kind.ANSWER_PROPERTY_ADDED_REQUIRED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        both(WITH_ANSWER_PROPERTY, insertAfter(ENDPOINT, "      required:\n", "      - zone\n")),
                        ENDPOINT_PLACE + "zone: required property added"),
                new Row(
                        Kind.ANSWER_PROPERTY_REMOVED,
                        BREAKS,
                        BREAKS,
                        WITH_ANSWER_PROPERTY,
                        none(),
                        ENDPOINT_PLACE + "zone: property removed"),
                new Row(
                        Kind.ANSWER_NOW_REQUIRED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        REQUIRED_TAG_KEY,
                        TAG_PLACE + "key: optional → required"),
                new Row(
                        Kind.ANSWER_NOW_OPTIONAL,
                        BREAKS,
                        COMPATIBLE,
                        REQUIRED_TAG_KEY,
                        none(),
                        TAG_PLACE + "key: required → optional"),
                new Row(
                        Kind.ANSWER_VALUE_ADDED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        PAUSED,
                        "ListEndpoints, UpdateEndpointPolicy: EndpointStatus: value added: paused"),
                new Row(
                        Kind.ANSWER_VALUE_REMOVED,
                        BREAKS,
                        BREAKS,
                        PAUSED,
                        none(),
                        "ListEndpoints, UpdateEndpointPolicy: EndpointStatus: value removed: paused"),
                new Row(
                        Kind.ANSWER_VALUE_REMOVED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("\n    ErrorCode:\n", "      - EndPoint.0003\n", ""),
                        "ErrorCode: value removed: EndPoint.0003"),
                new Row(
                        Kind.ANSWER_WIDENED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        LONGER_TAG,
                        TAG_PLACE + "value: maxLength 43 → 50"),
                new Row(
                        Kind.ANSWER_NARROWED,
                        COMPATIBLE,
                        BREAKS,
                        LONGER_TAG,
                        none(),
                        TAG_PLACE + "value: maxLength 50 → 43"),
                new Row(
                        Kind.ANSWER_PATTERN_CHANGED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        replace(ENDPOINT, "^[^<>]*$", "^[^<>&]*$"),
                        ENDPOINT_PLACE + "description: pattern ^[^<>]*$ → ^[^<>&]*$"),
                new Row(
                        Kind.ANSWER_NOW_NULLABLE,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        NULLABLE_TAG,
                        TAG_PLACE + "value: now nullable"),
                new Row(
                        Kind.ANSWER_NARROWED,
                        COMPATIBLE,
                        BREAKS,
                        NULLABLE_TAG,
                        none(),
                        TAG_PLACE + "value: no longer nullable"),
                new Row(
                        Kind.TYPE_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(ENDPOINT, "format: int64", "format: int32"),
                        ENDPOINT_PLACE + "marker_id: integer (int64) → integer"),
                new Row(
                        Kind.TYPE_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(ENDPOINT, "          format: date-time\n", ""),
                        ENDPOINT_PLACE + "created_at: string (date-time) → string"),
                new Row(
                        Kind.TYPE_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        insertAfter(LIST, "name: vpc_id\n        schema:\n", "          format: uuid\n"),
                        "ListEndpoints: query vpc_id: string → string (uuid)"),
                new Row(
                        Kind.TYPE_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        insertAfter("", TAG, "      additionalProperties: false\n"),
                        "Tag: additionalProperties none → false"),
                new Row(Kind.SCHEMA_ADDED, COMPATIBLE, COMPATIBLE, none(), WITH_SCHEMA, "Quota: type added"),
                new Row(Kind.SCHEMA_REMOVED, BREAKS, BREAKS, WITH_SCHEMA, none(), "Quota: type removed"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("", "operationId: ListEndpoints", "operationId: ListAllEndpoints"),
                        "ListEndpoints: operationId ListEndpoints → ListAllEndpoints"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("", "x-java-name: rename", "x-java-name: setName"),
                        "UpdateEndpointServiceName: x-java-name rename → setName"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("operationId: BatchAdd", "      - Permissions\n", "      - EndpointServices\n"),
                        "BatchAddEndpointServicePermissions: tags [\"Permissions\"] → [\"EndpointServices\"]"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(LIST, "        x-java-name: sortDirection\n", ""),
                        "ListEndpoints: query sort_dir: x-java-name sortDirection → none"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace(ENDPOINT, "x-java-name: dnsEnabled", "x-java-name: dns"),
                        "Endpoint.enable_dns: x-java-name dnsEnabled → dns"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("\n    SortKey:\n", "- CREATED_AT", "- CREATION"),
                        "SortKey: constant of create_at: CREATED_AT → CREATION"),
                new Row(
                        Kind.CLIENT_CALL_ADDED,
                        COMPATIBLE,
                        COMPATIBLE,
                        WITHOUT_FLAT_BODY,
                        none(),
                        "UpdateEndpointPolicy: the client also takes the body's first property"),
                new Row(
                        Kind.CLIENT_CALL_CHANGED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        WITHOUT_FLAT_BODY,
                        "UpdateEndpointPolicy: x-java-flat-body true → none"),
                new Row(
                        Kind.CLIENT_CALL_CHANGED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace(LIST, "pageSize: 100", "pageSize: 50"),
                        "ListEndpoints: x-java-page.pageSize 100 → 50"),
                new Row(
                        Kind.CLIENT_RETRY_CHANGED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        insertAfter(
                                "", "operationId: BatchAddEndpointServicePermissions\n", "      x-idempotent: true\n"),
                        "BatchAddEndpointServicePermissions: x-idempotent none → true"),
                new Row(
                        Kind.ERROR_KIND_CHANGED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace("code: EndPoint.0001\n", "kind: SERVER_FAILURE", "kind: CONFLICT"),
                        "ErrorCode: kind of EndPoint.0001: SERVER_FAILURE → CONFLICT"),
                new Row(
                        Kind.JAVA_NAME_CHANGED,
                        BREAKS,
                        BREAKS,
                        none(),
                        replace("code: EndPoint.0001\n", "name: INTERNAL_ERROR", "name: BROKEN"),
                        "ErrorCode: name of EndPoint.0001: INTERNAL_ERROR → BROKEN"),
                new Row(
                        Kind.CLIENT_RETRY_CHANGED,
                        COMPATIBLE,
                        COMPATIBLE,
                        none(),
                        replace("code: EndPoint.0001\n", "retry: IDEMPOTENT", "retry: NEVER"),
                        "ErrorCode: retry of EndPoint.0001: IDEMPOTENT → NEVER"),
                new Row(
                        Kind.ERROR_CODE_STATUS_CHANGED,
                        COMPATIBLE,
                        BREAKS,
                        none(),
                        replace("code: EndPoint.0001\n", "status: 503", "status: 500"),
                        "ErrorCode: status of EndPoint.0001: 503 → 500"),
                new Row(
                        Kind.TOLERANCE_ADDED,
                        COMPATIBLE,
                        COMPATIBLE,
                        WITHOUT_TOLERANCE,
                        none(),
                        "Endpoint.enable_dns: x-reads-text-as-boolean added"),
                new Row(
                        Kind.TOLERANCE_REMOVED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        WITHOUT_TOLERANCE,
                        "Endpoint.enable_dns: x-reads-text-as-boolean removed"),
                new Row(
                        Kind.TOLERANCE_REMOVED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        cut("\n    EndpointServiceType:\n", "      x-reads-as:\n", "    EndpointStatus:\n"),
                        "EndpointServiceType: spelling no longer read: gataway"),
                new Row(
                        Kind.TOLERANCE_REMOVED,
                        BREAKS,
                        COMPATIBLE,
                        none(),
                        replace("\n    EndpointServiceType:\n", "value: gateway", "value: interface"),
                        "EndpointServiceType: spelling gataway read as gateway → interface"),
                new Row(
                        Kind.UNEXAMINED,
                        BREAKS,
                        BREAKS,
                        none(),
                        insertAfter("", TAG, "      x-new-rule: 1\n"),
                        "Tag: x-new-rule none → 1"),
                new Row(
                        Kind.UNEXAMINED,
                        BREAKS,
                        BREAKS,
                        none(),
                        insertAfter("", TAG, "      not:\n        type: string\n"),
                        "Tag: changed in a way that has no row of its own"));
    }

    @Override
    public String toString() {
        return kind + " " + line;
    }
}
