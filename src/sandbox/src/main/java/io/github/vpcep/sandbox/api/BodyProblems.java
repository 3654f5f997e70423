package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.json.MissingProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
            Map.entry("TagFilter.key", ErrorCode.EMPTY_TAG));

    /** Properties whose wrong type has a code of its own. */
    private static final Map<String, ErrorCode> TYPE_CODES = Map.of("enable_dns", ErrorCode.INVALID_ENABLE_DNS);

    /** Properties whose bounds have a code of their own, which holds for numbers that no type can hold as well. */
    private static final Map<String, ErrorCode> BOUND_CODES =
            Map.of("client_port", ErrorCode.INVALID_SERVICE_PORT, "server_port", ErrorCode.INVALID_SERVICE_PORT);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private BodyProblems() {}

    static Problem notUtf8() {
        return invalid("The body is not UTF-8.");
    }

    static Problem halfCharacter() {
        return invalid("The body has an escape of half a character.");
    }

    static Problem isNull() {
        return invalid("The body has to be a JSON object.");
    }

    static Problem encoded() {
        return invalid("The header Content-Encoding has to be absent: bodies are not compressed.");
    }

    static Problem tooLarge(int limit) {
        return invalid("The body has more than " + limit + " bytes.");
    }

    static Problem noPorts() {
        ErrorCode code = ErrorCode.MISSING_PORT_OR_PROTOCOL;
        return new Problem(code, code.message() + " A service has at least one port mapping.");
    }

    /** What the mapper threw. */
    static Problem of(IOException e) {
        Optional<MissingProperty> missing = MissingProperty.in(e);
        if (missing.isPresent()) {
            return of(missing.get());
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            List<JsonMappingException.Reference> path = mapping.getPath();
            String last = String.valueOf(path.get(path.size() - 1).getFieldName());
            ErrorCode code =
                    (isOutOfBounds(mapping) ? BOUND_CODES : TYPE_CODES).getOrDefault(last, ErrorCode.INVALID_PARAMETER);
            return new Problem(code, code.message() + " The body cannot be read at " + place(path) + ".");
        }
        return invalid("The body is not the JSON object that the operation takes" + position(e) + ".");
    }

    /** Whether it is a whole number, in digits or in a text of digits, with too many of them. */
    private static boolean isOutOfBounds(JsonMappingException e) {
        if (e.getCause() instanceof InputCoercionException number) {
            return number.getInputType() == JsonToken.VALUE_NUMBER_INT;
        }
        return e instanceof InvalidFormatException text
                && WHOLE_NUMBER.matcher(String.valueOf(text.getValue())).matches();
    }

    private static Problem of(MissingProperty missing) {
        ErrorCode code = MISSING_CODES.getOrDefault(missing.type() + "." + missing.name(), ErrorCode.MISSING_PARAMETER);
        return new Problem(code, code.message() + " The property " + missing.name() + " is required.");
    }

    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference each : path) {
            if (each.getFieldName() == null) {
                text.append('[').append(each.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(shortened(each.getFieldName()));
            }
        }
        return text.toString();
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }

    private static String position(IOException e) {
        JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Problem invalid(String message) {
        return new Problem(ErrorCode.INVALID_PARAMETER, ErrorCode.INVALID_PARAMETER.message() + " " + message);
    }
}
