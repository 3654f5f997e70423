/**
 * All credentials: how requests prove who sends them. Users start at {@link io.github.vpcep.runtime.auth.Credentials}.
 */
@NullMarked
package io.github.vpcep.runtime.auth;

import org.jspecify.annotations.NullMarked;
