/** A stateful VPCEP for tests and for work without a cloud account. */
@NullMarked
package io.github.vpcep.sandbox;

import org.jspecify.annotations.NullMarked;
