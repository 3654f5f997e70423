/** Deliberate faults in the contract, and which suites see them. */
@NullMarked
package io.github.vpcep.contract.faults;

import org.jspecify.annotations.NullMarked;
