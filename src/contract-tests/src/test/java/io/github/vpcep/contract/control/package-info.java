/** The second contract: that of the sandbox's control API. */
@NullMarked
package io.github.vpcep.contract.control;

import org.jspecify.annotations.NullMarked;
