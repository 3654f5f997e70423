/** Waiting until a resource is in a state, or gone, by asking for it again and again. */
@NullMarked
package io.github.vpcep.runtime.waiting;

import org.jspecify.annotations.NullMarked;
