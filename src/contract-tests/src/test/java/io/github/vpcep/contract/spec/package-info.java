/** The spec folder as the checks read it. */
@NullMarked
package io.github.vpcep.contract.spec;

import org.jspecify.annotations.NullMarked;
