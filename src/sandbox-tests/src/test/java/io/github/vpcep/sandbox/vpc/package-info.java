/** The VPCs of a set-up. */
@NullMarked
package io.github.vpcep.sandbox.vpc;

import org.jspecify.annotations.NullMarked;
