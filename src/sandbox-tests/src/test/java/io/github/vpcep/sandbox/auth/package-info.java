/** Tokens, each with what it is refused for. */
@NullMarked
package io.github.vpcep.sandbox.auth;

import org.jspecify.annotations.NullMarked;
