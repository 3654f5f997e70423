/** The state in memory. */
@NullMarked
package io.github.vpcep.sandbox.store.memory;

import org.jspecify.annotations.NullMarked;
