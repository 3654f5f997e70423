/**
 * One call's state: what it is, what holds for it, what has become of it so far, and the time that passes meanwhile.
 * Every station of its way reads it. Not exported.
 */
@NullMarked
package io.github.vpcep.runtime.engine.call;

import org.jspecify.annotations.NullMarked;
