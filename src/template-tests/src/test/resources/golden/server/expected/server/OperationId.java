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
    /** Adds cars. */
    String ADD_CARS = "AddCars";

    /** Removes a car. */
    String DELETE_CAR = "DeleteCar";

    /** Removes cars. */
    String DELETE_CARS = "DeleteCars";

    /** Lists the cars. */
    String LIST_CARS = "ListCars";

    /** Renames a car. */
    String RENAME_CAR = "RenameCar";

    /** Lists the versions. */
    String LIST_VERSIONS = "ListVersions";

    /** Shows a version. */
    String SHOW_VERSION = "ShowVersion";

    /** One of the constants. */
    String value();
}
