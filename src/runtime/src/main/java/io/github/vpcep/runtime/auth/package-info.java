/** Credentials that sign, and credentials that fetch tokens. Made by {@link io.github.vpcep.runtime.Credentials}. */
@NullMarked
package io.github.vpcep.runtime.auth;

import org.jspecify.annotations.NullMarked;
