package io.github.vpcep.runtime.engine.prepare;

import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.read.JsonTrouble;
import okhttp3.Request;
import retrofit2.Call;

/** Makes the requests of calls. */
public final class Requests {
    private Requests() {}

    /**
     * Returns the request of a call.
     *
     * @throws IllegalArgumentException if an argument cannot be written; the message gives operation and field
     */
    public static Request of(Operation operation, Call<?> call) {
        try {
            return call.request();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(operation.id() + " was not sent: " + JsonTrouble.inRequest(e), e);
        }
    }
}
