/** The client and the sandbox, with Prism in between, which checks each request and each answer by the contract. */
@NullMarked
package io.github.vpcep.contract.wire;

import org.jspecify.annotations.NullMarked;
