package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Call;
import io.github.vpcep.router.Operation;
import io.github.vpcep.router.RefusedException;
import io.github.vpcep.router.Route;
import io.github.vpcep.router.Router;
import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.auth.BodyLimit;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.server.VpcepRouter;
import io.github.vpcep.server.VpcepRouter.Apis;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations of the contract: finds the one that is meant, admits the caller, and runs it by the rules. */
final class Operations {
    private static final int ID_LENGTH = 64;

    /** The bounds are rules, each with a code of its own. */
    private static final Router<Apis> ROUTER =
            new Router<>(VpcepRouter.OPERATIONS, new RequestBodies()).withoutBounds();

    private final Domain domain;
    private final Authentication authentication;

    Operations(Domain domain, Authentication authentication) {
        this.domain = domain;
        this.authentication = authentication;
    }

    /** The ids of all operations. */
    static Set<String> ids() {
        return ROUTER.operations().stream().map(Operation::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The operation that a request reaches, or throws why it reaches none, in the order of the documents. */
    Route<Apis> admit(Exchange exchange) {
        HttpRequest request = exchange.request();
        Route<Apis> route = find(request, exchange);
        authenticate(request, exchange);
        checkPath(route);
        if (route.operation().body() != Operation.Body.NONE) {
            BodyLimit.check(request);
        }
        return route;
    }

    private Route<Apis> find(HttpRequest request, Exchange exchange) {
        try {
            Route<Apis> route = ROUTER.find(request.method(), request.path());
            exchange.matched(route.operation().id());
            return route;
        } catch (RefusedException e) {
            // Who may not call is not told what there is.
            authenticate(request, exchange);
            throw e;
        }
    }

    private void authenticate(HttpRequest request, Exchange exchange) {
        if (!Authentication.isOpen(request.path())) {
            exchange.admit(authentication.authenticate(request));
        }
    }

    private static void checkPath(Route<Apis> route) {
        checkId(route, "vpc_endpoint_service_id", ErrorCode.INVALID_ENDPOINT_SERVICE_ID);
        checkId(route, "vpc_endpoint_id", ErrorCode.INVALID_ENDPOINT_ID);
        // The catalogue has no code for ids of records.
        checkId(route, "permission_id", ErrorCode.INVALID_PARAMETER);
        String name = route.path("resource_type");
        if (name != null) {
            ResourceType type = ResourceType.fromExact(name);
            if (!type.isKnown()) {
                throw new Problem(ErrorCode.INVALID_RESOURCE_TYPE);
            }
            boolean isService = type.is(ResourceType.ENDPOINT_SERVICE);
            checkId(
                    route,
                    "resource_id",
                    isService ? ErrorCode.INVALID_ENDPOINT_SERVICE_ID : ErrorCode.INVALID_ENDPOINT_ID);
        }
    }

    private static void checkId(Route<Apis> route, String name, ErrorCode code) {
        String id = route.path(name);
        if (id != null && (id.isBlank() || id.length() > ID_LENGTH)) {
            throw new Problem(code, code.message() + " An id has 1 to " + ID_LENGTH + " characters.");
        }
    }

    /** Reads the request that was admitted, and carries it out. */
    HttpAnswer run(Route<Apis> route, Exchange exchange) {
        Call<Apis> call = route.read(exchange.request());
        exchange.passOver(call.unknown());
        if (domain.settings().strict() && !call.unknown().isEmpty()) {
            throw BodyProblems.unknown(call.unknown());
        }
        Answer answer = call.run(new Resources(domain, exchange));
        return HttpAnswer.of(answer.status(), answer.body().length == 0 ? null : HttpAnswer.JSON, answer.body());
    }
}
