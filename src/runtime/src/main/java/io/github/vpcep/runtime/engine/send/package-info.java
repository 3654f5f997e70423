/**
 * Authenticate and send: the third station of a call's way. Completes each try, asks the credentials, watches the
 * connection. Not exported.
 */
@NullMarked
package io.github.vpcep.runtime.engine.send;

import org.jspecify.annotations.NullMarked;
