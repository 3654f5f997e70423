/** Requests just inside and just outside every bound of the contract. */
@NullMarked
package io.github.vpcep.sandbox.bounds;

import org.jspecify.annotations.NullMarked;
