/**
 * What generated code tells of its API: operations, error codes, its servers, how JSON is read and written. Users of
 * the client need nothing from here but {@link io.github.vpcep.runtime.contract.Region}; the rest may change in any
 * release, together with the code that is generated for it.
 */
@NullMarked
package io.github.vpcep.runtime.contract;

import org.jspecify.annotations.NullMarked;
