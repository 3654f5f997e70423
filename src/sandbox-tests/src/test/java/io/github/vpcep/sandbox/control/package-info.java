/** Tests of the room with the same name. */
@NullMarked
package io.github.vpcep.sandbox.control;

import org.jspecify.annotations.NullMarked;
