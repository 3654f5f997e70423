/** The state of the sandbox as a model. */
@NullMarked
package io.github.vpcep.sandbox.state;

import org.jspecify.annotations.NullMarked;
