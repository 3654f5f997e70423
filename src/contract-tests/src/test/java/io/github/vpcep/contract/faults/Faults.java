package io.github.vpcep.contract.faults;

import java.util.List;
import org.junit.jupiter.api.Named;

/** The faults that are made, and those that no suite can see. */
final class Faults {
    private static final String EDITION = "facts/editions/2026-01.yaml";
    private static final String ERRATA = "errata.yaml";
    private static final String ENDPOINT = "schemas/Endpoint.yaml";
    private static final String CODES = "schemas/ErrorCode.yaml";
    private static final String LIST_EXAMPLE = "examples/ListEndpoints.response.yaml";
    private static final String OPENAPI = "openapi.yaml";

    private Faults() {}

    /** Each of these must be noticed, and by whom. */
    static List<Fault> toCatch() {
        return List.of(
                // Operations.
                new Fault(
                        "path changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(OPENAPI, "service_id}/name:", "service_id}/names:")),
                new Fault(
                        "path removed",
                        Suite.DOCUMENT,
                        s -> s.cut(OPENAPI, "  /v1/{project_id}/vpc-endpoints:\n", "  /v1/")),
                new Fault(
                        "method changed",
                        Suite.ERRATA,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "  post:\n    operationId: CreateEndpoint\n",
                                "  put:\n    operationId: CreateEndpoint\n")),
                new Fault(
                        "operationId renamed",
                        Suite.DOCUMENT,
                        s -> s.replace("paths/endpoints.yaml", "Id: ListEndpoints", "Id: ListVpcEndpoints")),
                new Fault("operation added without facts", Suite.SHAPE, s -> {
                    s.append("paths/permissions.yaml", """

                        again:
                          get:
                            operationId: Again
                            responses:
                              '400':
                                $ref: ../responses/BadRequest.yaml
                        """);
                    s.replace(
                            OPENAPI,
                            "components:\n  securitySchemes:",
                            "  /v1/again:\n    $ref: paths/permissions.yaml#/again\n\ncomponents:\n  securitySchemes:");
                }),
                // Statuses and bodies.
                new Fault(
                        "status removed",
                        Suite.TRANSCRIPTION,
                        s -> s.replaceFirst(
                                "paths/endpoints.yaml",
                                "      '504':\n        $ref: ../responses/GatewayTimeout.yaml\n",
                                "")),
                new Fault(
                        "status added",
                        Suite.TRANSCRIPTION,
                        s -> s.replaceFirst(
                                "paths/endpoints.yaml",
                                "      '500':",
                                "      '429':\n        $ref: ../responses/BadRequest.yaml\n      '500':")),
                new Fault(
                        "status 503 answers as 502",
                        Suite.DOCUMENT,
                        s -> s.replaceFirst("paths/endpoints.yaml", "ServiceUnavailable.yaml", "BadGateway.yaml")),
                new Fault(
                        "error schema changed for one status",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "responses/BadRequest.yaml", "AnyErrorResponse.yaml", "GatewayErrorResponse.yaml")),
                new Fault(
                        "error body of a gateway no longer admitted for one status",
                        Suite.DOCUMENT,
                        s -> s.replace("responses/BadRequest.yaml", "AnyErrorResponse.yaml", "ErrorResponse.yaml")),
                new Fault(
                        "error body of a gateway no longer admitted",
                        Suite.DOCUMENT,
                        s -> s.replace("schemas/AnyErrorResponse.yaml", "  - $ref: GatewayErrorResponse.yaml\n", "")),
                new Fault(
                        "code of an error no longer refers to the catalogue",
                        Suite.DOCUMENT,
                        s -> s.replace("schemas/ErrorDetail.yaml", "      - $ref: ErrorCode.yaml\n", "")),
                new Fault(
                        "code of an error limited to the catalogue",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "schemas/ErrorDetail.yaml",
                                "      - $ref: ErrorCode.yaml\n      - type: string\n",
                                "      - $ref: ErrorCode.yaml\n")),
                new Fault(
                        "names of two values in Java swapped",
                        Suite.DOCUMENT,
                        s -> s.replace("schemas/NetworkType.yaml", "[VLAN, VXLAN, ALL]", "[VXLAN, VLAN, ALL]")),
                new Fault(
                        "bound beside a reference",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "parameters/SortDirection.yaml",
                                "SortDirection.yaml\n",
                                "SortDirection.yaml\n  minLength: 1\n")),
                new Fault("field of the error schema renamed", Suite.DOCUMENT, s -> {
                    s.replace("schemas/ErrorDetail.yaml", "  code:", "  error_code:");
                    s.replace("schemas/ErrorDetail.yaml", "[code, message]", "[error_code, message]");
                }),
                new Fault(
                        "answer is of another schema",
                        Suite.DOCUMENT,
                        s -> s.replace("paths/endpoints.yaml", "schemas/EndpointList.yaml", "schemas/Endpoint.yaml")),
                new Fault(
                        "request body made optional",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                "paths/permissions.yaml",
                                "whitelist records to add.\n      required: true",
                                "whitelist records to add.\n      required: false")),
                new Fault(
                        "header of an answer removed",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "responses/MethodNotAllowed.yaml", "  Allow:\n    $ref: ../headers/Allow.yaml\n", "")),
                new Fault(
                        "summary with a full stop",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "VPC endpoints of the project\n",
                                "VPC endpoints of the project.\n")),
                new Fault(
                        "media type changed",
                        Suite.SHAPE,
                        s -> s.replace(
                                "responses/NotFound.yaml", "  application/json:", "  application/problem+json:")),
                // Parameters.
                new Fault(
                        "parameter removed",
                        Suite.DOCUMENT,
                        s -> s.replace("paths/endpoints.yaml", "      - $ref: ../parameters/VpcIdFilter.yaml\n", "")),
                new Fault(
                        "parameter renamed",
                        Suite.DOCUMENT,
                        s -> s.replace("parameters/SortDirection.yaml", "name: sort_dir\n", "name: sort_order\n")),
                new Fault(
                        "parameter moved to a header",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/PublicBorderGroupFilter.yaml", "in: query", "in: header")),
                new Fault(
                        "parameter made required",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/Offset.yaml", "in: query", "in: query\nrequired: true")),
                new Fault(
                        "default changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/Limit.yaml", "default: 10", "default: 20")),
                new Fault(
                        "default removed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/SortKey.yaml", "default: create_at\n", "")),
                new Fault(
                        "type beside a reference removed",
                        Suite.DOCUMENT,
                        s -> s.replace("schemas/PortMapping.yaml", "    type: string\n", "")),
                new Fault(
                        "parameter that wraps its schema",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "parameters/SortKey.yaml",
                                "  $ref: ../schemas/SortKey.yaml",
                                "  type: string\n  allOf:\n    - $ref: ../schemas/SortKey.yaml")),
                new Fault(
                        "maximum raised",
                        Suite.ERRATA,
                        s -> s.replace("parameters/Limit.yaml", "maximum: 1000", "maximum: 1001")),
                new Fault(
                        "format of an integer removed",
                        Suite.DOCUMENT,
                        s -> s.replace("schemas/EndpointService.yaml", "    format: int32\n", "")),
                new Fault(
                        "offset beyond what the service counts",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/Offset.yaml", "  maximum: 2147483647\n", "")),
                new Fault(
                        "name of a rename made optional",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                "schemas/EndpointServiceNameRequest.yaml", "required: [endpoint_service_name]\n", "")),
                new Fault(
                        "action on tags without tags",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/TagActionRequest.yaml", "[tags, action]", "[action]")),
                new Fault(
                        "gateway services created by users",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/CreateEndpointServiceRequest.yaml", "    enum: [interface]\n", "")),
                new Fault(
                        "description without an end",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/CreateEndpointRequest.yaml", "    maxLength: 512\n", "")),
                new Fault(
                        "marker that is no number",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/MarkerIdFilter.yaml", "  pattern: ^[0-9]+$\n", "")),
                new Fault(
                        "minimum lowered",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/Limit.yaml", "minimum: 1\n", "minimum: 0\n")),
                new Fault(
                        "length raised",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/VpcIdFilter.yaml", "maxLength: 64", "maxLength: 65")),
                new Fault(
                        "length removed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("parameters/EndpointId.yaml", "  minLength: 1\n", "")),
                // Properties.
                new Fault("property renamed", Suite.ERRATA, s -> s.replace(ENDPOINT, "  vpc_id:\n", "  vpcId:\n")),
                new Fault("property removed", Suite.ERRATA, s -> s.cut(ENDPOINT, "  subnet_id:\n", "  created_at:\n")),
                new Fault(
                        "property added",
                        Suite.TRANSCRIPTION,
                        s -> s.append(
                                ENDPOINT, "  zone:\n    type: string\n    description: Where the endpoint is.\n")),
                new Fault(
                        "type changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/EndpointList.yaml", "type: integer", "type: string")),
                new Fault(
                        "keyword that no row can state",
                        Suite.SHAPE,
                        s -> s.replace(
                                "schemas/PolicyStatement.yaml",
                                "    x-java-name: resources",
                                "    uniqueItems: true\n    x-java-name: resources")),
                new Fault(
                        "list becomes a single value",
                        Suite.ERRATA,
                        s -> s.replace(
                                ENDPOINT,
                                "    type: array\n    items:\n      $ref: EndpointError.yaml",
                                "    allOf: [$ref: EndpointError.yaml]")),
                new Fault(
                        "required dropped",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/EndpointList.yaml", "[endpoints, total_count]", "[endpoints]")),
                new Fault(
                        "required dropped in a request",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/NewPermission.yaml", "[permission, description]", "[permission]")),
                new Fault(
                        "required added",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(ENDPOINT, "required: [id]", "required: [id, status]")),
                new Fault(
                        "bound lowered",
                        Suite.ERRATA,
                        s -> s.replace("schemas/EndpointServiceNameRequest.yaml", "maxLength: 16", "maxLength: 15")),
                new Fault(
                        "number of items raised",
                        Suite.WORDS,
                        s -> s.replace("schemas/AddPermissionsRequest.yaml", "maxItems: 50", "maxItems: 100")),
                new Fault(
                        "pattern changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/EndpointServiceNameRequest.yaml", "A-Za-z0-9_-", "A-Za-z0-9_.-")),
                new Fault(
                        "format removed",
                        Suite.ERRATA,
                        s -> s.replace("schemas/Permission.yaml", "    format: date-time\n", "")),
                new Fault(
                        "format changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(ENDPOINT, "format: int64", "format: int32")),
                new Fault(
                        "null allowed",
                        Suite.SHAPE,
                        s -> s.replace(
                                "schemas/Tag.yaml", "    maxLength: 255", "    maxLength: 255\n    nullable: true")),
                new Fault(
                        "unknown properties forbidden",
                        Suite.DOCUMENT,
                        s -> s.append("schemas/Permission.yaml", "additionalProperties: false\n")),
                // Enumerations.
                new Fault("enum value removed", Suite.CONDUCT, s -> {
                    s.replace("schemas/EndpointStatus.yaml", "accepted, rejected,", "accepted,");
                    s.replace("schemas/EndpointStatus.yaml", "ACCEPTED, REJECTED,", "ACCEPTED,");
                    s.cut("schemas/EndpointStatus.yaml", "  - The owner of the endpoint service has rej", "  - ");
                }),
                new Fault("enum value added", Suite.TRANSCRIPTION, s -> {
                    s.replace("schemas/SortKey.yaml", "update_at]", "update_at, name]");
                    s.replace("schemas/SortKey.yaml", "UPDATED_AT]", "UPDATED_AT, NAME]");
                    s.append("schemas/SortKey.yaml", "  - By name.\n");
                }),
                new Fault(
                        "enum value misspelt",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("schemas/EnableStatus.yaml", "[enable, d", "[enabled, d")),
                new Fault(
                        "enum value misspelt as documented",
                        Suite.ERRATA,
                        s -> s.replace("schemas/EndpointServiceType.yaml", "[gateway,", "[gataway,")),
                new Fault(
                        "enum description missing",
                        Suite.DOCUMENT,
                        s -> s.replace("schemas/PolicyEffect.yaml", "  - Access is refused.\n", "")),
                new Fault(
                        "enum moved into a property",
                        Suite.SHAPE,
                        s -> s.replace(
                                ENDPOINT,
                                "    allOf:\n      - $ref: EnableStatus.yaml",
                                "    type: string\n    enum: [enable, disable]")),
                // Examples.
                new Fault(
                        "example removed",
                        Suite.SHAPE,
                        s -> s.cut("paths/permissions.yaml", "          examples:\n", "    responses:")),
                new Fault("example of a status deleted", Suite.DOCUMENT, s -> s.delete("examples/error-409.yaml")),
                new Fault(
                        "example value of a wrong type",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "marker_id: 302035929", "marker_id: many")),
                new Fault(
                        "example value outside its enum",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "status: failed", "status: broken")),
                new Fault(
                        "example value outside its format",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "'2022-08-01T06:36:20Z'", "'2022-08-01 06:36:20'")),
                new Fault(
                        "example without a required property",
                        Suite.STORY,
                        s -> s.replace("examples/ListServicePublicDetails.response.yaml", "  total_count: 2\n", "")),
                new Fault(
                        "example with a code of another status",
                        Suite.STORY,
                        s -> s.replace("examples/error-404.yaml", "EndPoint.0005", "EndPoint.0002")),
                new Fault(
                        "example's summary with a full stop",
                        Suite.EXAMPLES,
                        s -> s.replace(
                                "examples/error-404.yaml",
                                "The resource does not exist\n",
                                "The resource does not exist.\n")),
                new Fault(
                        "example that nothing refers to",
                        Suite.EXAMPLES,
                        s -> s.append("examples/more.yaml", "summary: More\nvalue: {}\n")),
                new Fault(
                        "printed example deleted",
                        Suite.ERRATA,
                        s -> s.delete("examples/as-printed/UpdateEndpointServiceName.request.json")),
                new Fault(
                        "printed example mended",
                        Suite.EXAMPLES,
                        s -> s.replaceFirst("examples/as-printed/ListEndpoints.response.json", "\"test123\"", "[]")),
                new Fault(
                        "printed example reformatted",
                        Suite.EXAMPLES,
                        s -> s.append("examples/as-printed/UpdateEndpointPolicy.request.json", "\n")),
                new Fault(
                        "printed example that is no JSON mended",
                        Suite.EXAMPLES,
                        s -> s.replace(
                                "examples/as-printed/malformed/UpdateEndpointWhite.request.txt", "true,", "true")),
                new Fault(
                        "repair changes a value",
                        Suite.EXAMPLES,
                        s -> s.replace(
                                "examples/as-printed/malformed/UpdateEndpointWhite.request.repaired.json",
                                "192.168.1.2",
                                "192.168.1.3")),
                new Fault(
                        "repair deleted",
                        Suite.ERRATA,
                        s -> s.delete("examples/as-printed/malformed/UpdateEndpointWhite.request.repaired.json")),
                new Fault(
                        "printed example said to be malformed",
                        Suite.EXAMPLES,
                        s -> s.replace(
                                "examples/as-printed/INDEX.yaml",
                                "  file: UpdateEndpointServiceName.request.json\n",
                                """
                                file: UpdateEndpointServiceName.request.json
                                malformed: true
                                repaired: UpdateEndpointServiceName.request.json
                                """.indent(2))),
                // What the examples tell.
                new Fault(
                        "parameter without an example",
                        Suite.SHAPE,
                        s -> s.replace(
                                "parameters/VpcIdFilter.yaml", "example: 84758cf5-9c62-43ae-a778-3dbd8370c0a4\n", "")),
                new Fault(
                        "example of a parameter outside its bounds",
                        Suite.STORY,
                        s -> s.replace("parameters/Limit.yaml", "example: 50", "example: 5000")),
                new Fault(
                        "example of a parameter outside its enum",
                        Suite.STORY,
                        s -> s.replace("parameters/SortKey.yaml", "example: create_at", "example: created_at")),
                new Fault(
                        "answer named otherwise than its request",
                        Suite.STORY,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "orders:\n                $ref: ../examples/CreateEndpoint.response.yaml",
                                "endpoint:\n                $ref: ../examples/CreateEndpoint.response.yaml")),
                new Fault(
                        "request without an answer of its name",
                        Suite.STORY,
                        s -> s.cut(
                                "paths/permissions.yaml",
                                "              orgPath:\n                $ref: ../examples/BatchAdd",
                                "      '400':")),
                new Fault(
                        "endpoint of a list in another VPC than its details",
                        Suite.STORY,
                        s -> s.replaceFirst(
                                LIST_EXAMPLE,
                                "vpc_id: 84758cf5-9c62-43ae-a778-3dbd8370c0a4",
                                "vpc_id: e251b400-2963-4131-b38a-da81e32026ee")),
                new Fault(
                        "endpoint of a list with another address than its details at the same time",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "ip: 192.168.0.232", "ip: 192.168.0.233")),
                new Fault(
                        "endpoint of an unknown service",
                        Suite.STORY,
                        s -> s.replace(
                                "examples/CreateEndpoint.response.2.yaml",
                                "endpoint_service_id: 31c7b0e4",
                                "endpoint_service_id: 41c7b0e4")),
                new Fault(
                        "connection of another account than its endpoint",
                        Suite.STORY,
                        s -> s.replaceFirst(
                                "examples/ListServiceConnections.response.yaml",
                                "6e9dfd51d1124e8d8498dce894923a0d",
                                "4dbb0ce8766f44a9bfd08ccf8fc02397")),
                new Fault(
                        "path with an id that nothing shows",
                        Suite.STORY,
                        s -> s.replace("parameters/PermissionId.yaml", "dfaaeff1-", "efaaeff1-")),
                new Fault(
                        "answer about another endpoint than the path's",
                        Suite.STORY,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "$ref: ../examples/ListEndpointInfoDetails.response.yaml",
                                "$ref: ../examples/DeleteEndpointPolicy.response.yaml")),
                new Fault(
                        "filter that finds nothing of what is shown",
                        Suite.STORY,
                        s -> s.replace("parameters/PublicBorderGroupFilter.yaml", "edge1", "edge2")),
                new Fault(
                        "description answered that was not sent",
                        Suite.STORY,
                        s -> s.replace(
                                "examples/UpdateEndpointConnectionsDesc.response.yaml",
                                "description: The web shop",
                                "description: Another shop")),
                new Fault(
                        "removed record still answered",
                        Suite.STORY,
                        s -> s.replace(
                                "examples/BatchRemoveEndpointServicePermissions.request.yaml",
                                "ab42a58b-6f8e-43b3-9400-aaf0e393ee0d",
                                "dfaaeff1-858d-4631-83c4-be3548a07935")),
                new Fault("accepted endpoint shown as rejected", Suite.STORY, s -> {
                    s.replace("examples/AcceptOrRejectEndpoint.request.yaml", "action: receive", "action: reject");
                }),
                new Fault(
                        "other endpoint accepted than was asked for",
                        Suite.STORY,
                        s -> s.replace(
                                "examples/AcceptOrRejectEndpoint.request.yaml",
                                "7a1f1b62-0c3e-4e0f-9b57-2d0f6a4c8e31",
                                "c2b7d0f4-3e58-4a77-b0c9-5d1e8f6a2b13")),
                new Fault(
                        "more used than the quota",
                        Suite.STORY,
                        s -> s.replace("examples/ListQuotaDetails.response.2.yaml", "used: 3", "used: 51")),
                new Fault(
                        "total count that is not that of the list",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "total_count: 3", "total_count: 4")),
                new Fault(
                        "message of another code",
                        Suite.STORY,
                        s -> s.replace(
                                "examples/error-404.yaml",
                                "The requested resource is unavailable.",
                                "System error. Please retry.")),
                new Fault(
                        "message of another code at an endpoint",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "Failed to create a port.", "Failed to delete a port.")),
                // Errata.
                new Fault("erratum removed", Suite.WORDS, s -> s.cut(ERRATA, "- id: P40\n", "- id: P41\n")),
                new Fault(
                        "erratum without evidence removed",
                        Suite.ERRATA,
                        s -> s.cut(ERRATA, "- id: P29\n", "- id: P30\n")),
                new Fault(
                        "violation removed from an erratum",
                        Suite.EXAMPLES,
                        s -> s.cut(
                                ERRATA,
                                "    - {example: ListEndpoints.response.json, at: /endpoints/1/dns_names",
                                "\n- id")),
                new Fault(
                        "violation added to an erratum",
                        Suite.WORDS,
                        s -> s.replace(
                                ERRATA, "  violations:\n    - {example: UpdateEndpointServiceName.request", """
                                      violations:
                                        - {example: UpdateEndpointServiceName.request.json, at: '', keyword: type}
                                        - {example: UpdateEndpointServiceName.request\
                                    """.indent(
                                        2).stripTrailing())),
                new Fault(
                        "fact added to an erratum",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA,
                                "    - {operation: ListEndpoints, at: query.sort_key,",
                                "    - {operation: ListEndpoints, at: query.id, attribute: maxLength, documented: 64,"
                                        + " spec: 65}\n    - {operation: ListEndpoints, at: query.sort_key,")),
                new Fault(
                        "fact of an erratum changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                ERRATA,
                                "UpdateEndpointServiceNameMode.endpoint_service_name, attribute: maxLength,"
                                        + " documented: 16, spec: 128",
                                "UpdateEndpointServiceNameMode.endpoint_service_name, attribute: maxLength,"
                                        + " documented: 16, spec: 64")),
                new Fault(
                        "id of an erratum used twice",
                        Suite.ERRATA,
                        s -> s.replace(ERRATA, "- id: P47\n", "- id: P46\n")),
                new Fault(
                        "erratum points to nothing",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA, "schemas/Link.yaml#/properties/href", "schemas/Link.yaml#/properties/hrefs")),
                new Fault(
                        "erratum points to another property",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA, "schemas/Link.yaml#/properties/href", "schemas/Link.yaml#/properties/rel")),
                new Fault(
                        "erratum points to another type",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA,
                                "    - schemas/ErrorDetail.yaml#/properties/message\n",
                                "    - schemas/Tag.yaml#/properties/key\n")),
                new Fault(
                        "erratum points to another operation",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA,
                                "    - paths/endpoint-services.yaml#/one/put/responses/200\n",
                                "    - paths/endpoints.yaml#/one/put/responses/200\n")),
                new Fault(
                        "erratum points to another place of a printed body than that of its violation",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA,
                                "examples/as-printed/ListEndpoints.response.json#/endpoints/1/dns_names",
                                "examples/as-printed/ListEndpoints.response.json#/endpoints/1/enable_dns")),
                new Fault(
                        "erratum names an unknown operation",
                        Suite.ERRATA,
                        s -> s.replace(
                                ERRATA,
                                "operations: [ListEndpoints]\n  field: dns_names",
                                "operations: [List]\n  field: dns_names")),
                new Fault(
                        "erratum without reason",
                        Suite.SHAPE,
                        s -> s.replace(ERRATA, "  reason: No wire name is touched.\n", "")),
                // Tolerances.
                new Fault(
                        "tolerance for a single value removed",
                        Suite.ERRATA,
                        s -> s.replace(ENDPOINT, "    x-reads-single-as-list: P03\n", "")),
                new Fault(
                        "tolerance for a text removed",
                        Suite.ERRATA,
                        s -> s.replace(
                                "schemas/EndpointServiceSummary.yaml", "    x-reads-text-as-boolean: P01\n", "")),
                new Fault(
                        "tolerance for text removed from a boolean that is printed as one",
                        Suite.ERRATA,
                        s -> s.replace(ENDPOINT, "    x-reads-text-as-boolean: N58\n", "")),
                new Fault(
                        "tolerance for a time without a zone removed",
                        Suite.ERRATA,
                        s -> s.replace("schemas/Permission.yaml", "    x-reads-time-without-zone: N56\n", "")),
                new Fault(
                        "tolerance for another name removed",
                        Suite.ERRATA,
                        s -> s.replace(
                                "schemas/Connection.yaml",
                                "    x-reads-alias: {names: [update_at], erratum: N57}\n",
                                "")),
                new Fault(
                        "tolerance for another name removed from one of two types",
                        Suite.ERRATA,
                        s -> s.replace(
                                "schemas/ErrorDetail.yaml",
                                "    x-reads-alias: {names: [error_message], erratum: P28}\n",
                                "")),
                new Fault(
                        "tolerance for another name on one of two types is for a third",
                        Suite.ERRATA,
                        s -> s.replace("schemas/ErrorDetail.yaml", "names: [error_code]", "names: [error_msg]")),
                new Fault(
                        "evidence without its mark",
                        Suite.SHAPE,
                        s -> s.replace(
                                ERRATA,
                                "{mark: B, source: \"older English reference, pages vpcep_06_0302",
                                "{source: \"older English reference, pages vpcep_06_0302")),
                new Fault(
                        "tolerance for JSON text removed",
                        Suite.ERRATA,
                        s -> s.replace(ENDPOINT, "    x-reads-json-text: P29\n", "")),
                new Fault(
                        "tolerance without evidence removed",
                        Suite.ERRATA,
                        s -> s.replace("schemas/PolicyStatement.yaml", "    x-reads-single-as-list: P05\n", "")),
                new Fault(
                        "tolerance for a spelling removed",
                        Suite.ERRATA,
                        s -> s.replace(
                                "schemas/EndpointServiceType.yaml",
                                "x-reads-as:\n  - text: gataway\n    value: gateway\n    erratum: P11\n",
                                "")),
                new Fault(
                        "tolerance names another erratum",
                        Suite.ERRATA,
                        s -> s.replace(ENDPOINT, "boolean: P02", "boolean: P01")),
                new Fault(
                        "tolerance without erratum",
                        Suite.ERRATA,
                        s -> s.replace(
                                ENDPOINT,
                                "    x-java-name: routeTables",
                                "    x-java-name: routeTables\n    x-reads-single-as-list: P99")),
                // The catalogue.
                new Fault("code dropped", Suite.WORDS, s -> {
                    s.replace(CODES, "  - EndPoint.2048\n", "");
                    s.replace(CODES, "  - INVALID_POLICY\n", "");
                    s.cut(CODES, "  - code: EndPoint.2048\n", "  - code: EndPoint.2049");
                }),
                new Fault("code re-spelt", Suite.CATALOGUE, s -> {
                    s.replace(CODES, "  - Endpoint.1018\n", "  - EndPoint.1018\n");
                    s.replace(CODES, "  - code: Endpoint.1018\n", "  - code: EndPoint.1018\n");
                }),
                new Fault(
                        "code with another status",
                        Suite.CATALOGUE,
                        s -> s.replace(
                                CODES,
                                "name: RESOURCE_NOT_FOUND\n    status: 404",
                                "name: RESOURCE_NOT_FOUND\n    status: 400")),
                new Fault(
                        "code with another message",
                        Suite.CATALOGUE,
                        s -> s.replace(CODES, "message: Invalid limit.", "message: The limit is invalid.")),
                new Fault(
                        "reading of a code changed where the status does not tell",
                        Suite.CATALOGUE,
                        s -> s.replace(
                                CODES,
                                "    kind: INVALID_REQUEST\n    retry: NEVER\n  - code: EndPoint.0007",
                                "    kind: CONFLICT\n    retry: NEVER\n  - code: EndPoint.0007")),
                new Fault(
                        "throttling read as a bad request",
                        Suite.CATALOGUE,
                        s -> s.replace(CODES, "kind: THROTTLED", "kind: INVALID_REQUEST")),
                new Fault("codes in another order", Suite.CATALOGUE, s -> {
                    s.replace(
                            CODES, "  - EndPoint.0003\n  - EndPoint.0004\n", "  - EndPoint.0004\n  - EndPoint.0003\n");
                }),
                // Security and server.
                new Fault("security removed", Suite.SHAPE, s -> s.cut(OPENAPI, "security:\n", "tags:\n")),
                new Fault(
                        "token no longer demanded by the documents of one operation",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                "facts/ListEndpoints.yaml",
                                "name: X-Auth-Token, required: true",
                                "name: X-Auth-Token, required: false")),
                new Fault(
                        "length of the token's header changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("facts/ListEndpoints.yaml", "maxLength: 2048", "maxLength: 1024")),
                new Fault(
                        "row of the token's header removed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                "facts/ListEndpoints.yaml",
                                "  - {in: header, name: X-Auth-Token, required: true, type: string, minLength: 1, maxLength: 2048}\n",
                                "")),
                new Fault(
                        "header that the contract lacks no longer demanded",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                "facts/ListEndpoints.yaml",
                                "name: Content-Type, required: true",
                                "name: Content-Type, required: false")),
                new Fault(
                        "one operation open to everybody",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "paths/quotas.yaml",
                                "    operationId: ListQuotaDetails\n",
                                "    operationId: ListQuotaDetails\n    security: []\n")),
                new Fault(
                        "signature no longer accepted",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "  - Signature: []\n", "")),
                new Fault(
                        "token header renamed",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "name: X-Auth-Token", "name: X-Token")),
                new Fault(
                        "region's default changed",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "default: cn-north-4", "default: cn-east-3")),
                new Fault(
                        "European region in the common domain",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "https://vpcep.{region}.myhuaweicloud.eu", "https://vpcep.eu.com")),
                new Fault(
                        "European region without its IAM",
                        Suite.SHAPE,
                        s -> s.replace(OPENAPI, "    x-iam-url: https://iam.{region}.myhuaweicloud.eu\n", "")),
                new Fault(
                        "European server for every region",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "enum: [eu-west-101]", "enum: [eu-west-101, eu-west-0]")),
                new Fault(
                        "region listed twice",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "{id: eu-west-0,", "{id: eu-west-101,")),
                // Conduct and keywords.
                new Fault(
                        "creation that may be sent again",
                        Suite.CONDUCT,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "operationId: CreateEndpoint\n",
                                "operationId: CreateEndpoint\n    x-idempotent: true\n")),
                new Fault(
                        "search that may no longer be sent again",
                        Suite.CONDUCT,
                        s -> s.replace("paths/tags.yaml", "    x-idempotent: true\n", "")),
                new Fault(
                        "extension misspelt",
                        Suite.SHAPE,
                        s -> s.replace("paths/tags.yaml", "x-idempotent: true", "x-repeatable: true")),
                new Fault(
                        "extension where it does nothing",
                        Suite.SHAPE,
                        s -> s.append("schemas/Tag.yaml", "x-java-digits: true\n")),
                new Fault("accept and reject swapped", Suite.CONDUCT, s -> {
                    s.replace(
                            "paths/connections.yaml", "action: ConnectionAction.RECEIVE", "action: ConnectionAction.?");
                    s.replace("paths/connections.yaml", "ConnectionAction.REJECT", "ConnectionAction.RECEIVE");
                    s.replace("paths/connections.yaml", "ConnectionAction.?", "ConnectionAction.REJECT");
                }),
                new Fault(
                        "failed state taken out of a wait",
                        Suite.CONDUCT,
                        s -> s.replace(
                                "paths/endpoints.yaml", "[EndpointStatus.FAILED, EndpointStatus.", "[EndpointStatus.")),
                new Fault(
                        "failed state added to a wait",
                        Suite.CONDUCT,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "EndpointStatus.DELETING]",
                                "EndpointStatus.DELETING, EndpointStatus.CREATING]")),
                new Fault(
                        "wait for another state",
                        Suite.CONDUCT,
                        s -> s.replace(
                                "paths/endpoint-services.yaml",
                                "until: EndpointServiceStatus.AVAILABLE",
                                "until: EndpointServiceStatus.CREATING")),
                new Fault(
                        "wait for an end becomes one for a state",
                        Suite.CONDUCT,
                        s -> s.replaceFirst("paths/endpoints.yaml", "        gone: true\n", "")),
                new Fault(
                        "deletion taken for done by another code",
                        Suite.CONDUCT,
                        s -> s.replace("paths/endpoints.yaml", "codes: [EndPoint.2018]", "codes: [EndPoint.2010]")),
                new Fault(
                        "operation deprecated",
                        Suite.CONDUCT,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "operationId: DeleteEndpoint\n",
                                "operationId: DeleteEndpoint\n    deprecated: true\n")),
                new Fault(
                        "operation no longer deprecated",
                        Suite.CONDUCT,
                        s -> s.replace("paths/endpoints.yaml", "    deprecated: true\n", "")),
                new Fault(
                        "parameter deprecated",
                        Suite.SHAPE,
                        s -> s.append("parameters/VpcIdFilter.yaml", "deprecated: true\n")),
                new Fault(
                        "property deprecated",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                "schemas/Tag.yaml", "    maxLength: 255", "    maxLength: 255\n    deprecated: true")),
                new Fault(
                        "empty value of a parameter allowed",
                        Suite.SHAPE,
                        s -> s.append("parameters/VpcIdFilter.yaml", "allowEmptyValue: true\n")),
                new Fault(
                        "parameter in another style",
                        Suite.SHAPE,
                        s -> s.append("parameters/VpcIdFilter.yaml", "style: form\n")),
                new Fault(
                        "server of an operation's own",
                        Suite.SHAPE,
                        s -> s.replace(
                                "paths/endpoints.yaml",
                                "operationId: DeleteEndpoint\n",
                                "operationId: DeleteEndpoint\n    servers: [{url: 'https://vpcep.example.com'}]\n")),
                new Fault(
                        "links in an answer",
                        Suite.SHAPE,
                        s -> s.append("responses/NotFound.yaml", "links: {again: {operationId: ListEndpoints}}\n")),
                new Fault(
                        "version unlike that of the build",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "API\n  version: ", "API\n  version: 9")),
                new Fault(
                        "status in a decision changed",
                        Suite.ERRATA,
                        s -> s.replace(ERRATA, "Answers 400 EndPoint.3076 to 17", "Answers 404 EndPoint.3076 to 17")),
                new Fault(
                        "number in a decision changed",
                        Suite.ERRATA,
                        s -> s.replace(ERRATA, "EndPoint.2045 to more than 60", "EndPoint.2045 to more than 61")),
                new Fault(
                        "number of the sandbox in a decision changed",
                        Suite.ERRATA,
                        s -> s.replace(ERRATA, "Grants 20 services", "Grants 25 services")),
                // Facts and files.
                new Fault("facts of an operation removed", Suite.ERRATA, s -> s.delete("facts/ListEndpoints.yaml")),
                new Fault(
                        "row of the facts removed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("facts/ListEndpoints.yaml", "      - {name: ip, type: string}\n", "")),
                new Fault(
                        "row of the facts changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("facts/ListEndpoints.yaml", "maximum: 1000", "maximum: 100")),
                new Fault(
                        "row of a later edition removed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(
                                EDITION,
                                "  - {operation: ListEndpointService, at: query.net_type, required: false, type: string, enum:"
                                        + " [vlan, vxlan, all], since: 2024-09-12, from: [SDKs, zh page 2025-12-04], mark: A}\n",
                                "")),
                new Fault(
                        "row of a later edition changed",
                        Suite.TRANSCRIPTION,
                        s -> s.replace(EDITION, "enum: [vlan, vxlan, all]", "enum: [vlan, vxlan]")),
                new Fault(
                        "row of a later edition without its mark",
                        Suite.SHAPE,
                        s -> s.replace(
                                EDITION,
                                "from: [SDKs, zh page 2025-12-04], mark: A}\n\n  - {operation: ListServiceDetails",
                                "from: [SDKs, zh page 2025-12-04]}\n\n  - {operation: ListServiceDetails")),
                new Fault(
                        "field no longer said to be new",
                        Suite.TRANSCRIPTION,
                        s -> s.cut(
                                "schemas/EndpointService.yaml",
                                "    x-since: '2026-01'\n    x-known-from: SDKs\n",
                                "    description: The IPv4")),
                new Fault(
                        "old row no longer said to be superseded",
                        Suite.ERRATA,
                        s -> s.replace(ERRATA, "- id: E03\n  kind: edition\n", "- id: E03\n")),
                new Fault(
                        "old row said to be superseded by nothing",
                        Suite.ERRATA,
                        s -> s.replace(ERRATA, "- id: P45\n", "- id: E45\n  kind: edition\n")),
                new Fault(
                        "inferred field made a part of the contract",
                        Suite.ERRATA,
                        s -> s.append(
                                "schemas/CreateEndpointServiceRequest.yaml",
                                "  pool_id:\n    type: string\n    description: The pool.\n")),
                new Fault(
                        "object mapped to another schema",
                        Suite.TRANSCRIPTION,
                        s -> s.replace("facts/objects.yaml", "PermissionObject: Permission", "PermissionObject: Tag")),
                new Fault(
                        "schema that nothing refers to",
                        Suite.DOCUMENT,
                        s -> s.append("schemas/Unused.yaml", "type: object\ndescription: None.\n")),
                new Fault(
                        "angle bracket in a description",
                        Suite.DOCUMENT,
                        s -> s.replace(ENDPOINT, "The id of the VPC", "The <b>id</b> of the VPC")),
                new Fault(
                        "backslash in a pattern",
                        Suite.DOCUMENT,
                        s -> s.replace(ENDPOINT, "pattern: ^[^<>]*$", "pattern: ^[^<>\\\\d]*$")),
                // Kinds that changes at random showed.
                new Fault(
                        "key of a code that nobody reads",
                        Suite.SHAPE,
                        s -> s.replace(
                                CODES,
                                "name: AUTHENTICATION_FAILED\n    status: 401",
                                "name: AUTHENTICATION_FAILED\n    reason: none\n    status: 401")),
                new Fault(
                        "keyword of a property that a parser drops",
                        Suite.SHAPE,
                        s -> s.append("schemas/Tag.yaml", "    maxLenght: 5\n")),
                new Fault(
                        "column of a row that nobody reads",
                        Suite.SHAPE,
                        s -> s.replace(
                                "facts/ListEndpoints.yaml",
                                "{name: ip, type: string}",
                                "{name: ip, type: string, id: 1}")),
                new Fault(
                        "header without a type",
                        Suite.SHAPE,
                        s -> s.replace("headers/RetryAfter.yaml", "type: string", "format: date")),
                new Fault(
                        "property without a description",
                        Suite.SHAPE,
                        s -> s.replace(ENDPOINT, "    description: The unique id of the VPC endpoint.\n", "")),
                new Fault(
                        "group whose only operation went to another",
                        Suite.DOCUMENT,
                        s -> s.replace("paths/quotas.yaml", "tags: [Quotas]", "tags: [EndpointServices]")),
                new Fault(
                        "group that no operation is in",
                        Suite.DOCUMENT,
                        s -> s.replace(OPENAPI, "- name: Quotas\n", "- name: Quota\n")),
                new Fault(
                        "two texts of a path in another order",
                        Suite.DOCUMENT,
                        s -> s.replaceFirst(
                                "paths/permissions.yaml",
                                "    - $ref: ../parameters/ProjectId.yaml\n    - $ref: ../parameters/EndpointServiceId.yaml\n",
                                "    - $ref: ../parameters/EndpointServiceId.yaml\n    - $ref: ../parameters/ProjectId.yaml\n")),
                new Fault(
                        "pages in an order in which what is created meanwhile moves the others",
                        Suite.CONDUCT,
                        s -> s.replace("paths/endpoints.yaml", "SortDirection.ASCENDING", "SortDirection.DESCENDING")),
                new Fault(
                        "list without its pages",
                        Suite.CONDUCT,
                        s -> s.cut("paths/endpoints.yaml", "    x-java-page:\n", "    tags:")),
                new Fault(
                        "failure of the service that is never retried",
                        Suite.CATALOGUE,
                        s -> s.replace(
                                CODES,
                                "kind: SERVER_FAILURE\n    retry: IDEMPOTENT\n  - code: EndPoint.0002",
                                "kind: SERVER_FAILURE\n    retry: NEVER\n  - code: EndPoint.0002")),
                new Fault(
                        "property of an example misspelt",
                        Suite.STORY,
                        s -> s.replaceFirst(LIST_EXAMPLE, "marker_id: 16777337", "marker: 16777337")),
                new Fault(
                        "erratum about a name that nothing has",
                        Suite.WORDS,
                        s -> s.replaceFirst(ERRATA, "field: is_charge", "field: is_charged")),
                new Fault(
                        "erratum that does not point to a violation",
                        Suite.ERRATA,
                        s -> s.replaceFirst(
                                ERRATA,
                                "    - examples/as-printed/ListServiceDescribeDetails.response.json#/is_charge\n",
                                "")),
                new Fault(
                        "word misspelt",
                        Suite.WORDS,
                        s -> s.replace(ENDPOINT, "The unique id of the VPC", "The uniqeu id of the VPC")),
                new Fault(
                        "text of another property",
                        Suite.WORDS,
                        s -> s.replace(ENDPOINT, "The unique id of the VPC endpoint.", "The state of the connection.")),
                new Fault(
                        "name in a text that nothing has",
                        Suite.WORDS,
                        s -> s.replaceFirst("schemas/ErrorDetail.yaml", "`ErrorCode`", "`ErrorCodes`")),
                new Fault(
                        "number in a text that is not the bound",
                        Suite.WORDS,
                        s -> s.replace(
                                "schemas/AddPermissionsRequest.yaml", "at most 50 per call", "at most 60 per call")),
                new Fault(
                        "Java name unlike that of its fellows",
                        Suite.DOCUMENT,
                        s -> s.replace(ENDPOINT, "x-java-name: dnsEnabled", "x-java-name: dns")),
                new Fault(
                        "value that one example alone shows changed",
                        Suite.STORY,
                        s -> s.replace(LIST_EXAMPLE, "ee38223b-aacb", "ee38223b-aacc")),
                new Fault(
                        "documented field left out of an example",
                        Suite.STORY,
                        s -> s.replaceFirst(LIST_EXAMPLE, "      updated_at: '2022-08-03T03:05:12Z'\n", "")),
                new Fault(
                        "region left out",
                        Suite.DOCUMENT,
                        s -> s.replace(
                                OPENAPI,
                                "      - {id: ap-southeast-2, constant: AP_SOUTHEAST_2, name: AP-Bangkok}\n",
                                "")),
                new Fault(
                        "row of a later edition surer than what it rests on",
                        Suite.TRANSCRIPTION,
                        s -> s.replaceFirst(
                                EDITION,
                                "present: false, since: 2023-05-25, from: [SDKs, zh page 2025-12-04], mark: B",
                                "present: false, since: 2023-05-25, from: [SDKs, zh page 2025-12-04], mark: A")),
                new Fault(
                        "field of a later edition since another day than elsewhere",
                        Suite.TRANSCRIPTION,
                        s -> s.replaceFirst(
                                EDITION,
                                "PermissionObject.permission_type, type: string, enum: [domainId, orgPath], since: 2023-06-29",
                                "PermissionObject.permission_type, type: string, enum: [domainId, orgPath], since: 2023-06-30")),
                new Fault(
                        "operation moved to another group",
                        Suite.DOCUMENT,
                        s -> s.replaceFirst("paths/tags.yaml", "tags: [Tags]", "tags: [Quotas]")),
                new Fault(
                        "page that the documentation links to changed",
                        Suite.DOCUMENT,
                        s -> s.replace("paths/endpoints.yaml", "vpcep_06_0306.html", "vpcep_06_0307.html")),
                new Fault(
                        "smaller pages",
                        Suite.CONDUCT,
                        s -> s.replaceFirst("paths/endpoints.yaml", "pageSize: 100", "pageSize: 10")),
                new Fault(
                        "number that the documents say changed",
                        Suite.ERRATA,
                        s -> s.replaceFirst(ERRATA, "A name of 18 characters", "A name of 19 characters")),
                new Fault(
                        "one side of a contradiction left out",
                        Suite.ERRATA,
                        s -> s.replaceFirst(
                                ERRATA,
                                "    - where: Response examples of both operations\n      says: The text \"true\", in every item.\n",
                                "")),
                new Fault(
                        "call that no longer takes the body's content alone",
                        Suite.CONDUCT,
                        s -> s.replaceFirst("paths/tags.yaml", "    x-java-flat-body: true\n", "")),
                new Fault(
                        "call that sends what it should leave out",
                        Suite.CONDUCT,
                        s -> s.replace("paths/tags.yaml", "without: [limit, offset]", "without: [limit]")),
                new Fault(
                        "wait that can fail and tells no errors",
                        Suite.CONDUCT,
                        s -> s.replaceFirst("paths/endpoints.yaml", "        errors: errors\n", "")),
                new Fault(
                        "reference to a missing file",
                        Suite.DOCUMENT,
                        s -> s.replace(ENDPOINT, "$ref: Tag.yaml", "$ref: Label.yaml")));
    }

    /** What no suite over the spec folder can see; the reason stands with each. */
    static List<Named<Fault.Damage>> knownLimits() {
        return List.of(
                limit(
                        "words of a description changed: ours, and compared with nothing",
                        s -> s.replace(ENDPOINT, "The unique id of the VPC endpoint.", "An id.")),
                limit("contract and facts changed alike: the documents themselves are not here", s -> {
                    s.replace("parameters/VpcIdFilter.yaml", "maxLength: 64", "maxLength: 36");
                    s.replace(
                            "facts/ListEndpoints.yaml",
                            "name: vpc_id, required: false, type: string, minLength: 1, maxLength: 64",
                            "name: vpc_id, required: false, type: string, minLength: 1, maxLength: 36");
                }),
                limit("contract and errata changed alike: a decision, for a reviewer to see", s -> {
                    s.replace("schemas/AddPermissionsRequest.yaml", "maxItems: 50", "maxItems: 60");
                    s.replace("schemas/AddPermissionsRequest.yaml", "at most 50 per call", "at most 60 per call");
                    s.replace(
                            ERRATA,
                            "BatchAddPermissionRequest.permissions, attribute: maxItems, documented: null, spec: 50",
                            "BatchAddPermissionRequest.permissions, attribute: maxItems, documented: null, spec: 60");
                }));
    }

    private static Named<Fault.Damage> limit(String name, Fault.Damage damage) {
        return Named.of(name, damage);
    }
}
