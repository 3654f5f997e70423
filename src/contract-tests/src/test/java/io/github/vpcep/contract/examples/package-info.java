/** Every example against the contract, by an independent validator. */
@NullMarked
package io.github.vpcep.contract.examples;

import org.jspecify.annotations.NullMarked;
