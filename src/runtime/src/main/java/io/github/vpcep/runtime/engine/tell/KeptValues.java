package io.github.vpcep.runtime.engine.tell;

import io.github.vpcep.runtime.contract.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the optional properties of answers whose values were none of their type: a warning the first time, later at
 * debug. The values are not told, they may be anything.
 */
public final class KeptValues {
    /** More than a contract has properties, should a server put names of its own into a path. */
    private static final int REMEMBERED = 1000;

    private final Logger log = LoggerFactory.getLogger(CallLog.NAME);
    private final Set<Operation> operations = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Notes an operation, to call its answers by its id. */
    public void know(Operation operation) {
        operations.add(operation);
    }

    /**
     * Tells of one.
     *
     * @param request method and path, as the contract writes it, of the request that was answered
     * @param property its type and its name on the wire, as in {@code Endpoint.created_at}
     */
    public void tell(String request, String property) {
        String line = name(request) + " was answered with a value of " + property
                + " that the contract does not allow: it is kept in additionalProperties() as it was sent";
        if (told.size() < REMEMBERED && told.add(line)) {
            log.warn("{}; from now on this is told at debug", line);
        } else {
            log.debug(line);
        }
    }

    private String name(String request) {
        return operations.stream()
                .filter(operation -> request.equals(operation.method() + " " + operation.path()))
                .map(Operation::id)
                .findFirst()
                .orElse(request);
    }
}
