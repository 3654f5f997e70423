package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.json.MissingProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body, in words of the contract and not of Java. */
final class BodyProblems {
    /** Properties whose absence has a code of its own, by type and name. */
    private static final Map<String, ErrorCode> MISSING_CODES = Map.ofEntries(
            Map.entry("CreateEndpointRequest.endpoint_service_id", ErrorCode.MISSING_ENDPOINT_SERVICE_ID),
            Map.entry("CreateEndpointRequest.vpc_id", ErrorCode.MISSING_VPC_ID),
            Map.entry("CreateEndpointServiceRequest.vpc_id", ErrorCode.MISSING_VPC_ID),
            Map.entry("CreateEndpointServiceRequest.ports", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            Map.entry("PortMapping.client_port", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            Map.entry("PortMapping.server_port", ErrorCode.MISSING_PORT_OR_PROTOCOL),
            Map.entry("AddPermissionsRequest.permissions", ErrorCode.MISSING_PERMISSIONS),
            Map.entry("RemovePermissionsRequest.permissions", ErrorCode.MISSING_PERMISSIONS),
            Map.entry("WhitelistRequest.permissions", ErrorCode.MISSING_PERMISSIONS),
            Map.entry("PolicyStatement.Effect", ErrorCode.INVALID_POLICY),
            Map.entry("PolicyStatement.Action", ErrorCode.INVALID_POLICY),
            Map.entry("PolicyStatement.Resource", ErrorCode.INVALID_POLICY),
            Map.entry("Tag.key", ErrorCode.EMPTY_TAG),
            Map.entry("TagActionRequest.tags", ErrorCode.EMPTY_TAG),
            Map.entry("TagFilter.key", ErrorCode.EMPTY_TAG));

    /** Properties whose wrong type has a code of its own. */
    private static final Map<String, ErrorCode> TYPE_CODES = Map.of("enable_dns", ErrorCode.INVALID_ENABLE_DNS);

    /** Properties whose bounds have a code of their own, which holds for numbers that no type can hold as well. */
    private static final Map<String, ErrorCode> BOUND_CODES =
            Map.of("client_port", ErrorCode.INVALID_SERVICE_PORT, "server_port", ErrorCode.INVALID_SERVICE_PORT);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private BodyProblems() {}

    static Problem encoded() {
        return invalid("The header Content-Encoding has to be absent: bodies are not compressed.");
    }

    static Problem noPorts() {
        ErrorCode code = ErrorCode.MISSING_PORT_OR_PROTOCOL;
        return new Problem(code, code.message() + " A service has at least one port mapping.");
    }

    static Problem unknown(List<String> places) {
        return invalid("The contract does not have " + String.join(", ", places) + ".");
    }

    /** What the router found. */
    static Problem of(Refusal refusal) {
        Exception cause = refusal.cause();
        return switch (refusal.kind()) {
            case PROPERTY_MISSING -> missing(refusal, cause);
            case PROPERTY_INVALID -> {
                String last = refusal.place().substring(refusal.place().lastIndexOf('.') + 1);
                Map<String, ErrorCode> codes = cause instanceof JsonMappingException mapping && isOutOfBounds(mapping)
                        ? BOUND_CODES
                        : TYPE_CODES;
                ErrorCode code = codes.getOrDefault(last, ErrorCode.INVALID_PARAMETER);
                yield new Problem(
                        code,
                        code.message() + " The body cannot be read at " + refusal.place()
                                + (refusal.allowed().isEmpty() ? "" : ", where it has " + refusal.allowed()) + ".");
            }
            default ->
                invalid("The body is not " + refusal.allowed()
                        + (refusal.place().isEmpty() ? "" : ", at " + refusal.place()) + ".");
        };
    }

    /** Whether it is a whole number, in digits or in a text of digits, with too many of them. */
    private static boolean isOutOfBounds(JsonMappingException e) {
        if (e.getCause() instanceof InputCoercionException number) {
            return number.getInputType() == JsonToken.VALUE_NUMBER_INT;
        }
        return e instanceof InvalidFormatException text
                && WHOLE_NUMBER.matcher(String.valueOf(text.getValue())).matches();
    }

    private static Problem missing(Refusal refusal, @Nullable Exception cause) {
        ErrorCode code = (cause == null ? Optional.<MissingProperty>empty() : MissingProperty.in(cause))
                .map(each -> MISSING_CODES.get(each.type() + "." + each.name()))
                .orElse(ErrorCode.MISSING_PARAMETER);
        return new Problem(code, code.message() + " The property " + refusal.place() + " is required.");
    }

    static Problem invalid(String message) {
        return new Problem(ErrorCode.INVALID_PARAMETER, ErrorCode.INVALID_PARAMETER.message() + " " + message);
    }
}
