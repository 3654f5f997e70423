/** The program, from outside. */
@NullMarked
package io.github.vpcep.sandbox.program;

import org.jspecify.annotations.NullMarked;
