/** Tests of the room with the same name. */
@NullMarked
package io.github.vpcep.sandbox.remote;

import org.jspecify.annotations.NullMarked;
