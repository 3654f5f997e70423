/** The catalogue of error codes, in the contract and through the client. */
@NullMarked
package io.github.vpcep.contract.catalogue;

import org.jspecify.annotations.NullMarked;
