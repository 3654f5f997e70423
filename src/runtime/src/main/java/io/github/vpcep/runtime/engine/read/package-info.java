/**
 * Read the answer: the fourth station of a call's way. Makes values of good answers, and exceptions of all else. Not
 * exported.
 */
@NullMarked
package io.github.vpcep.runtime.engine.read;

import org.jspecify.annotations.NullMarked;
