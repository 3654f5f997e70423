/** What the files of the contract look like. */
@NullMarked
package io.github.vpcep.contract.shape;

import org.jspecify.annotations.NullMarked;
