// Generated from the operations of spec/openapi.yaml; edit that file, not this one.

package io.github.vpcep.server;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.vpcep.router.Input;
import io.github.vpcep.router.Operation;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.Router;
import java.util.List;

/**
 * The operations of the Odds and ends API for a server on any HTTP library: {@link Router} finds the one that a request
 * is for, reads what it takes, and runs it.
 */
public final class VpcepRouter {
    /** Gives the implementations; one that is made for a request may know who calls. */
    public interface Apis {
        /** A second group. Requests for them are refused as not implemented unless this is overridden. */
        default EvensApi evens() {
            throw Refusal.notImplemented("Evens");
        }

        /**
         * What other contracts seldom have. Requests for them are refused as not implemented unless this is overridden.
         */
        default OddsApi odds() {
            throw Refusal.notImplemented("Odds");
        }
    }

    /**
     * All operations: id, method, path, status of the answer, whether there is a body in the request and in the answer,
     * and how the request is read.
     */
    public static final List<Operation<Apis>> OPERATIONS = List.of(
            new Operation<>("ListEvens", "GET", "/evens", 200, Operation.Body.NONE, true, VpcepRouter::listEvens),
            new Operation<>("ListNames", "GET", "/names", 200, Operation.Body.NONE, true, VpcepRouter::listNames),
            new Operation<>(
                    "SetName", "PATCH", "/names/{number}", 200, Operation.Body.REQUIRED, true, VpcepRouter::setName),
            new Operation<>("SetNames", "PUT", "/names", 200, Operation.Body.REQUIRED, true, VpcepRouter::setNames));

    private VpcepRouter() {}

    /** A router for these operations. */
    public static Router<Apis> create() {
        return new Router<>(OPERATIONS);
    }

    private static Operation.Invocation<Apis> listEvens(Input in) {
        return apis -> apis.evens().listEvens();
    }

    private static Operation.Invocation<Apis> listNames(Input in) {
        OddsApi.ListNamesParams params = OddsApi.ListNamesParams.builder()
                ._builder(in.query("builder").text().orNull())
                ._hashCode(in.query("hash_code").text().orNull())
                .since(in.query("since").instant().orNull())
                .build();
        return apis -> apis.odds().listNames(params);
    }

    private static Operation.Invocation<Apis> setName(Input in) {
        Long number = in.path("number").longInteger().required();
        String body = in.body(String.class);
        return apis -> apis.odds().setName(number, body);
    }

    private static Operation.Invocation<Apis> setNames(Input in) {
        List<String> body = in.body(new TypeReference<List<String>>() {});
        return apis -> apis.odds().setNames(body);
    }
}
