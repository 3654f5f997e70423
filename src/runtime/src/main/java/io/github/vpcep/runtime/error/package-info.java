/** What a call throws: one small tree of unchecked exceptions, by meaning. */
@NullMarked
package io.github.vpcep.runtime.error;

import org.jspecify.annotations.NullMarked;
