/** The suite "Change": what a spec edit does, and what of it must be announced. */
@NullMarked
package io.github.vpcep.specdiff;

import org.jspecify.annotations.NullMarked;
