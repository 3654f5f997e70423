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
    /** Deletes records of a zone. */
    String BATCH_DELETE_RECORD_SETS = "BatchDeleteRecordSets";

    /** Lists the records of a zone. */
    String LIST_RECORD_SETS = "ListRecordSets";

    /** Shows a record. */
    String SHOW_RECORD_SET = "ShowRecordSet";

    /** One of the constants. */
    String value();
}
