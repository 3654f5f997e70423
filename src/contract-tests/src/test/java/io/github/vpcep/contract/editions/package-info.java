/** What was right by an earlier edition of the contract stays right. */
@NullMarked
package io.github.vpcep.contract.editions;

import org.jspecify.annotations.NullMarked;
