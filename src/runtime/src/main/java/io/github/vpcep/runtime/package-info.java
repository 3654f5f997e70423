/**
 * What a user of the client configures: the client's builder, retries, options per call, listeners. Credentials are in
 * {@link io.github.vpcep.runtime.auth}.
 *
 * <p>The client logs through SLF4J, to the logger {@code io.github.vpcep.runtime}: one line per try at debug
 * (operation, method, path, number of the try, status or failure, duration, request id), headers and the first 16 KiB
 * of the bodies at trace. Secrets are left out: what credentials set is never logged, and neither are the values of
 * headers and JSON fields whose names speak of passwords, tokens, cookies, secrets, signatures or authorization.
 */
@NullMarked
package io.github.vpcep.runtime;

import org.jspecify.annotations.NullMarked;
