package io.github.vpcep.sandbox.json;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A required property of a type of the contract that was left out.
 *
 * @param type the name of the type
 * @param name the name of the property, as in JSON
 */
public record MissingProperty(String type, String name) {
    /** How the types of the contract say it. */
    private static final Pattern MESSAGE = Pattern.compile("(\\w+)\\.(\\w+) is required and missing");

    /** The one that the mapper's exception is about, if it is about one. */
    public static Optional<MissingProperty> in(Throwable thrown) {
        // The builder's exception is somewhere among the causes.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher message = MESSAGE.matcher(String.valueOf(cause.getMessage()));
            if (cause instanceof IllegalStateException && message.matches()) {
                return Optional.of(new MissingProperty(message.group(1), message.group(2)));
            }
        }
        return Optional.empty();
    }
}
