package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.sandbox.Fault;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.server.OperationId;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Runs between routing and the operation: what goes before any operation, in the order of the documents. */
final class OperationFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** The bytes of the body, or nothing when there are too many. */
    static final String BODY = "io.github.vpcep.sandbox.body";

    /** The method as it was sent: Jersey makes GET of HEAD. */
    static final String METHOD = "io.github.vpcep.sandbox.method";

    private static final int ID_LENGTH = 64;
    private static final Map<String, ErrorCode> PATH_IDS = Map.of(
            "vpc_endpoint_service_id", ErrorCode.INVALID_ENDPOINT_SERVICE_ID,
            "vpc_endpoint_id", ErrorCode.INVALID_ENDPOINT_ID);

    private static final Map<String, ErrorCode> NUMBERS =
            Map.of("limit", ErrorCode.INVALID_LIMIT, "offset", ErrorCode.INVALID_OFFSET);

    @Override
    public void filter(ContainerRequestContext context) {
        ContainerRequest request = (ContainerRequest) context;
        ResourceMethod matched = request.getUriInfo().getMatchedResourceMethod();
        Method method = matched.getInvocable().getDefinitionMethod();
        OperationId operation = method.getAnnotation(OperationId.class);
        if (operation == null || !matched.getHttpMethod().equals(request.getProperty(METHOD))) {
            // HEAD and OPTIONS, which the framework adds to each path.
            throw notAllowed(request);
        }
        Exchange exchange = Exchange.current();
        exchange.matched(operation.value());
        Problem refusal = exchange.refusal();
        if (refusal != null) {
            throw refusal;
        }
        checkPath(request);
        checkNumbers(request);
        if (method.isAnnotationPresent(Consumes.class)) {
            checkBody(request);
        }
        if (exchange.fault() == null) {
            Fault fault = exchange.faults().take(operation.value());
            if (fault != null) {
                begin(fault, exchange);
            }
        }
    }

    /** Jakarta REST answers 204 where there is no body; work that goes on is answered 202. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 204 && request.getUriInfo().getPath().matches("v2/[^/]+/vpc-endpoints/.*")) {
            response.setStatus(202);
        }
    }

    private static NotAllowedException notAllowed(ContainerRequest request) {
        List<String> methods = request.getUriInfo().getMatchedModelResource().getResourceMethods().stream()
                .map(ResourceMethod::getHttpMethod)
                .toList();
        return new NotAllowedException(
                Response.status(405).allow(methods.toArray(String[]::new)).build());
    }

    private static void checkPath(ContainerRequest request) {
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            ErrorCode code = PATH_IDS.get(name);
            if (code != null && (values.get(0).isBlank() || values.get(0).length() > ID_LENGTH)) {
                throw new Problem(code, code.message() + " An id has 1 to " + ID_LENGTH + " characters.");
            }
            if (name.equals("resource_type")
                    && !ResourceType.fromString(values.get(0)).isKnown()) {
                throw new Problem(ErrorCode.INVALID_RESOURCE_TYPE);
            }
        });
    }

    /** Jersey takes an empty number for one that was not sent. */
    private static void checkNumbers(ContainerRequest request) {
        NUMBERS.forEach((name, code) -> {
            if ("".equals(request.getUriInfo().getQueryParameters().getFirst(name))) {
                throw new Problem(code, code.message() + " It is empty.");
            }
        });
    }

    private static void checkBody(ContainerRequest request) {
        if (!(request.getProperty(BODY) instanceof byte[] body)) {
            throw BodyProblems.tooLarge(Limits.BODY);
        }
        if (isBlank(body) && needsBody(request)) {
            throw new Problem(ErrorCode.BODY_IS_NULL);
        }
    }

    private static boolean needsBody(ContainerRequest request) {
        Method method =
                request.getUriInfo().getMatchedResourceMethod().getInvocable().getDefinitionMethod();
        return Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(NotNull.class));
    }

    private static boolean isBlank(byte[] body) {
        for (byte each : body) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return true;
    }

    private static void begin(Fault fault, Exchange exchange) {
        exchange.suffer(fault);
        if (fault.error() != null) {
            throw new Problem(fault.error());
        }
        if (!fault.delay().isZero()) {
            exchange.delay(fault.delay());
            // What is thrown ends this attempt, and is not told.
            throw new Problem(ErrorCode.REQUEST_TIMED_OUT);
        }
    }
}
