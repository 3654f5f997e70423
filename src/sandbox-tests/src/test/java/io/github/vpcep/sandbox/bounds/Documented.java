package io.github.vpcep.sandbox.bounds;

import static java.util.Map.entry;

import io.github.vpcep.model.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the documents answer to either side of a bound. */
final class Documented {
    /** What a request gets that is beyond a bound of a field: by operation, field and keyword, or by less of them. */
    private static final Map<String, ErrorCode> REFUSALS = Map.ofEntries(
            // Parameters.
            entry("path:version", ErrorCode.RESOURCE_NOT_FOUND),
            entry("path:project_id", ErrorCode.INVALID_PROJECT_ID),
            entry("path:vpc_endpoint_service_id", ErrorCode.INVALID_ENDPOINT_SERVICE_ID),
            entry("path:vpc_endpoint_id", ErrorCode.INVALID_ENDPOINT_ID),
            entry("path:permission_id", ErrorCode.INVALID_PARAMETER),
            entry("path:resource_type", ErrorCode.INVALID_RESOURCE_TYPE),
            entry("path:resource_id", ErrorCode.INVALID_ENDPOINT_SERVICE_ID),
            entry("query:limit", ErrorCode.INVALID_LIMIT),
            entry("query:offset", ErrorCode.INVALID_OFFSET),
            entry("query:sort_key", ErrorCode.INVALID_SORT_KEY),
            entry("query:sort_dir", ErrorCode.INVALID_SORT_DIRECTION),
            entry("query:status", ErrorCode.INVALID_STATUS),
            entry("query:endpoint_service_name", ErrorCode.INVALID_SERVICE_NAME_FILTER),
            entry("query:id", ErrorCode.INVALID_ENDPOINT_SERVICE_ID),
            entry("ListServiceConnections query:id", ErrorCode.INVALID_ENDPOINT_ID),
            entry("ListEndpoints query:id", ErrorCode.INVALID_ENDPOINT_ID),
            entry("query:vpc_id", ErrorCode.INVALID_VPC_ID),
            entry("query:permission", ErrorCode.INVALID_PERMISSION),
            entry("query:type", ErrorCode.INVALID_RESOURCE_TYPE),
            entry("query:marker_id", ErrorCode.INVALID_MARKER_ID),
            entry("query:net_type", ErrorCode.INVALID_PARAMETER),
            // Bodies, whatever is in them.
            entry("required", ErrorCode.MISSING_PARAMETER),
            entry("type", ErrorCode.INVALID_PARAMETER),
            entry("body required", ErrorCode.BODY_IS_NULL),
            // Services.
            entry("body.port_id", ErrorCode.INVALID_PORT_ID),
            entry("body.vip_port_id", ErrorCode.INVALID_VIP_PORT_ID),
            entry("body.service_name", ErrorCode.INVALID_SERVICE_NAME),
            entry("body.endpoint_service_name", ErrorCode.INVALID_SERVICE_NAME),
            entry("body.service_type", ErrorCode.INVALID_PARAMETER),
            entry("body.server_type", ErrorCode.INVALID_SERVER_TYPE),
            entry("body.tcp_proxy", ErrorCode.INVALID_PARAMETER),
            entry("body.ip_version", ErrorCode.INVALID_PARAMETER),
            entry("UpgradeEndpointService body.action", ErrorCode.INVALID_PARAMETER),
            entry("UpgradeEndpoint body.action", ErrorCode.INVALID_PARAMETER),
            entry("body.ports required", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            entry("body.ports minItems", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            entry("body.ports maxItems", ErrorCode.TOO_MANY_PORTS),
            entry("body.ports[].client_port", ErrorCode.INVALID_SERVICE_PORT),
            entry("body.ports[].client_port required", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            entry("body.ports[].server_port", ErrorCode.INVALID_SERVICE_PORT),
            entry("body.ports[].server_port required", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            entry("body.ports[].protocol", ErrorCode.INVALID_PROTOCOL),
            // Connections and whitelists.
            entry("body.connections minItems", ErrorCode.MISSING_PARAMETER),
            entry("body.connections[].description", ErrorCode.INVALID_PARAMETER),
            entry("body.endpoints minItems", ErrorCode.MISSING_PARAMETER),
            entry("body.endpoints maxItems", ErrorCode.ONLY_ONE_ENDPOINT_ALLOWED),
            entry("AcceptOrRejectEndpoint body.action", ErrorCode.INVALID_CONNECTION_ACTION),
            entry("AddOrRemoveServicePermissions body.action", ErrorCode.INVALID_PERMISSION_ACTION),
            entry("body.permissions required", ErrorCode.MISSING_PERMISSIONS),
            entry("body.permissions minItems", ErrorCode.MISSING_PERMISSIONS),
            entry("body.permissions maxItems", ErrorCode.BATCH_TOO_LARGE),
            entry("body.permissions[]", ErrorCode.INVALID_PERMISSION),
            entry("body.permissions[].permission", ErrorCode.INVALID_PERMISSION),
            entry("body.permissions[].id", ErrorCode.INVALID_PARAMETER),
            entry("body.permission_type", ErrorCode.INVALID_PARAMETER),
            // Endpoints.
            entry("body.endpoint_service_id", ErrorCode.INVALID_ENDPOINT_SERVICE_ID),
            entry("body.endpoint_service_id required", ErrorCode.MISSING_ENDPOINT_SERVICE_ID),
            entry("body.endpoint_service_id minLength", ErrorCode.MISSING_ENDPOINT_SERVICE_ID),
            entry("body.vpc_id", ErrorCode.INVALID_VPC_ID),
            entry("body.vpc_id required", ErrorCode.MISSING_VPC_ID),
            entry("body.vpc_id minLength", ErrorCode.MISSING_VPC_ID),
            entry("body.subnet_id", ErrorCode.INVALID_SUBNET_ID),
            entry("body.subnet_id minLength", ErrorCode.MISSING_SUBNET_ID),
            entry("body.port_ip", ErrorCode.INVALID_PORT_IP),
            entry("body.enable_dns type", ErrorCode.INVALID_ENABLE_DNS),
            entry("body.whitelist maxItems", ErrorCode.ENDPOINT_WHITELIST_FULL),
            entry("body.routetables minItems", ErrorCode.MISSING_PARAMETER),
            entry("body.policy_statement minItems", ErrorCode.INVALID_POLICY),
            entry("body.policy_statement[].Effect", ErrorCode.INVALID_POLICY),
            entry("body.policy_statement[].Effect required", ErrorCode.INVALID_POLICY),
            entry("body.policy_statement[].Action", ErrorCode.INVALID_POLICY),
            entry("body.policy_statement[].Action required", ErrorCode.INVALID_POLICY),
            entry("body.policy_statement[].Resource", ErrorCode.INVALID_POLICY),
            entry("body.policy_statement[].Resource required", ErrorCode.INVALID_POLICY),
            entry("body.description", ErrorCode.INVALID_PARAMETER),
            // Tags.
            entry("BatchAddOrRemoveResourceInstance body.action", ErrorCode.INVALID_ACTION),
            entry("ListResourceInstances body.action", ErrorCode.INVALID_ACTION),
            entry("tags maxItems", ErrorCode.TOO_MANY_TAGS),
            entry("BatchAddOrRemoveResourceInstance body.tags required", ErrorCode.EMPTY_TAG),
            entry("BatchAddOrRemoveResourceInstance body.tags minItems", ErrorCode.EMPTY_TAG),
            entry("tags_any maxItems", ErrorCode.TOO_MANY_TAGS),
            entry("not_tags maxItems", ErrorCode.TOO_MANY_TAGS),
            entry("not_tags_any maxItems", ErrorCode.TOO_MANY_TAGS),
            entry("body.matches[].key required", ErrorCode.MISSING_PARAMETER),
            entry("key minLength", ErrorCode.EMPTY_TAG),
            entry("key maxLength", ErrorCode.INVALID_TAG_KEY_LENGTH),
            entry("key required", ErrorCode.EMPTY_TAG),
            entry("value maxLength", ErrorCode.INVALID_TAG_VALUE_LENGTH),
            entry("values maxItems", ErrorCode.TOO_MANY_TAGS),
            entry("values[] maxLength", ErrorCode.INVALID_TAG_VALUE_LENGTH),
            entry("body.limit", ErrorCode.INVALID_LIMIT),
            entry("body.offset", ErrorCode.INVALID_OFFSET),
            entry("body.matches[].key", ErrorCode.INVALID_PARAMETER));

    /** Ids that the server makes up: those of any other length are well-formed, and of nothing. */
    private static final Map<String, ErrorCode> UNKNOWN = Map.of(
            "path:vpc_endpoint_service_id", ErrorCode.RESOURCE_NOT_FOUND,
            "path:vpc_endpoint_id", ErrorCode.ENDPOINT_NOT_FOUND,
            "path:permission_id", ErrorCode.RESOURCE_NOT_FOUND,
            "path:resource_id", ErrorCode.RESOURCE_NOT_FOUND,
            "ListServiceDescribeDetails query:id", ErrorCode.RESOURCE_NOT_FOUND,
            "ListServiceDescribeDetails query:endpoint_service_name", ErrorCode.RESOURCE_NOT_FOUND,
            "body.endpoint_service_id", ErrorCode.ENDPOINT_SERVICE_NOT_FOUND,
            "body.permissions[].id", ErrorCode.RESOURCE_NOT_FOUND);

    /** Where an erratum makes the server take more than the contract, or less. */
    static final List<Deviation> DEVIATIONS = List.of(
            // A single action may come without a list.
            new Deviation("P05", "body.policy_statement[].Action type", Side.OUTSIDE, null),
            // Paging takes numbers for digits.
            new Deviation("N34", "body.limit type", Side.OUTSIDE, null),
            new Deviation("N34", "body.offset type", Side.OUTSIDE, null),
            // System tags are not looked at.
            new Deviation("N39", "body.sys_tags[].key minLength", Side.OUTSIDE, null),
            new Deviation("N39", "body.sys_tags[].key maxLength", Side.OUTSIDE, null),
            new Deviation("N39", "body.sys_tags[].values maxItems", Side.OUTSIDE, null),
            new Deviation("N39", "body.sys_tags[].values[] maxLength", Side.OUTSIDE, null),
            // Without a version the path is that of all versions.
            new Deviation("N45", "path:version required", Side.OUTSIDE, null),
            // No IPv4 address has 1 or 128 characters.
            new Deviation("N22", "body.port_ip minLength", Side.INSIDE, ErrorCode.INVALID_PORT_IP),
            new Deviation("N22", "body.port_ip maxLength", Side.INSIDE, ErrorCode.INVALID_PORT_IP));

    private Documented() {}

    enum Side {
        INSIDE,
        OUTSIDE
    }

    /**
     * A bound that the server does not have just so.
     *
     * @param erratum which erratum says it
     * @param bound field and keyword
     * @param side where the answer is another one
     * @param code that answer, null for success
     */
    record Deviation(
            String erratum,
            String bound,
            Side side,
            @Nullable ErrorCode code) {
        boolean isOf(Bound other, Side otherSide) {
            return side == otherSide && bound.equals(other.field().path() + " " + other.keyword());
        }
    }

    /** The code that a request on that side of a bound gets, null for success. */
    static @Nullable ErrorCode answer(Bound bound, Side side) {
        for (Deviation each : DEVIATIONS) {
            if (each.isOf(bound, side)) {
                return each.code();
            }
        }
        return side == Side.INSIDE ? inside(bound) : outside(bound);
    }

    private static @Nullable ErrorCode inside(Bound bound) {
        if (!bound.keyword().endsWith("Length")) {
            return null;
        }
        String path = bound.field().path();
        return Stream.of(bound.field().operation().id() + " " + path, path)
                .map(UNKNOWN::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static ErrorCode outside(Bound bound) {
        String operation = bound.field().operation().id() + " ";
        String path = bound.field().path();
        String keyword = bound.keyword();
        String own = " " + keyword;
        Stream<String> exact =
                Stream.of(operation + path + own, path + own, path.substring(path.lastIndexOf('.') + 1) + own);
        boolean form = bound.field().isBody() && (keyword.equals("required") || keyword.equals("type"));
        Stream<String> general = form ? Stream.of(keyword) : Stream.of(operation + path, path);
        return Stream.concat(exact, general)
                .map(REFUSALS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No code is known for " + bound));
    }
}
