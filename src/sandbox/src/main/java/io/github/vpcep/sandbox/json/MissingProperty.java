package io.github.vpcep.sandbox.json;

import io.github.vpcep.json.MissingPropertyException;
import java.util.Optional;

/**
 * A required property of a type of the contract that was left out.
 *
 * @param type the name of the type
 * @param name the name of the property, as in JSON
 */
public record MissingProperty(String type, String name) {
    /** The one that the mapper's exception is about, if it is about one. */
    public static Optional<MissingProperty> in(Throwable thrown) {
        // The builder's exception is somewhere among the causes.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingPropertyException missing) {
                return Optional.of(new MissingProperty(missing.type(), missing.wireName()));
            }
        }
        return Optional.empty();
    }
}
