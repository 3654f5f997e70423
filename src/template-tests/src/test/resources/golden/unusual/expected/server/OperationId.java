// Generated from spec/openapi.yaml by templates/server/operationId.mustache; edit those files, not this one.

package io.github.vpcep.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The id of the operation that a method serves, as documented; for logs, metrics and routing by operation. The ids are
 * the constants.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OperationId {
    /** Lists what is even. */
    String LIST_EVENS = "ListEvens";

    /** Lists names. */
    String LIST_NAMES = "ListNames";

    /** Sets a name. */
    String SET_NAME = "SetName";

    /** Sets names. */
    String SET_NAMES = "SetNames";

    /** One of the constants. */
    String value();
}
