package io.github.vpcep.contract.wire;

import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.contract.wire.Recorder.Exchange;
import java.lang.reflect.Method;

/**
 * A test of this suite, read from its name.
 *
 * @param operation what the name begins with
 * @param refused whether the operation is to be refused, which the name ends with
 */
record Scenario(String operation, boolean refused) implements OfOperation {
    static Scenario of(Method test) {
        String name = test.getName();
        return new Scenario(operation(name.substring(0, name.indexOf('_'))), name.endsWith("_isRefused"));
    }

    /** The operationId of what a method is named after. */
    static String operation(String method) {
        return Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }

    boolean isPlayedBy(Exchange exchange) {
        return exchange.operation().equals(operation) && refused == exchange.status() >= 400;
    }
}
