/**
 * What generated code tells of its API: operations, error codes, the server's address, how JSON is read and written.
 * Users of the client need nothing from here; it may change in any release, together with the code that is generated
 * for it.
 */
@NullMarked
package io.github.vpcep.runtime.contract;

import org.jspecify.annotations.NullMarked;
