/** The workflows that are told beside the contract. */
@NullMarked
package io.github.vpcep.contract.story;

import org.jspecify.annotations.NullMarked;
