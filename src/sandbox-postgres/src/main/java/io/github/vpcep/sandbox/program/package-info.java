/** The sandbox as a program. */
@NullMarked
package io.github.vpcep.sandbox.program;

import org.jspecify.annotations.NullMarked;
