/** How every store behaves, wherever it keeps the state. */
@NullMarked
package io.github.vpcep.sandbox.store;

import org.jspecify.annotations.NullMarked;
