/** The contract as one document that every tool understands. */
@NullMarked
package io.github.vpcep.contract.document;

import org.jspecify.annotations.NullMarked;
