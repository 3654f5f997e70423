/**
 * Try it again: the second station of a call's way. Decides whether and when a try is followed by another. Not
 * exported.
 */
@NullMarked
package io.github.vpcep.runtime.engine.retry;

import org.jspecify.annotations.NullMarked;
