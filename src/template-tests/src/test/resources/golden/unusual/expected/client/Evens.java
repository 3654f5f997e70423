// Generated from spec/paths, operations tagged Evens: ListEvens; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.util.List;

/**
 * A second group.
 *
 * <p>Every call waits for its answer; {@link EvensAsync} has the same calls as futures.
 */
public interface Evens {
    /**
     * Lists what is even.
     *
     * <p>Documented as {@code ListEvens}.
     *
     * @return The things.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    List<Thing> listEvens();
}
