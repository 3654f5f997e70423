/** The behaviour of the state in memory, and what its pages cost. */
@NullMarked
package io.github.vpcep.sandbox.store.memory;

import org.jspecify.annotations.NullMarked;
