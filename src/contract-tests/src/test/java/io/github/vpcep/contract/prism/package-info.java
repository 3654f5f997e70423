/** The client against a mock that is made from the contract. */
@NullMarked
package io.github.vpcep.contract.prism;

import org.jspecify.annotations.NullMarked;
