/** Servers and clients that several suites use. */
@NullMarked
package io.github.vpcep.contract.support;

import org.jspecify.annotations.NullMarked;
