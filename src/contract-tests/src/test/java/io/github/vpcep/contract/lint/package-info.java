/** The linters of the spec folder. */
@NullMarked
package io.github.vpcep.contract.lint;

import org.jspecify.annotations.NullMarked;
