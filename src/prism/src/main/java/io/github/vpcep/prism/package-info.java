/** Starts Prism, the mock server that is made from the contract, and runs the tools of the spec folder. */
@NullMarked
package io.github.vpcep.prism;

import org.jspecify.annotations.NullMarked;
