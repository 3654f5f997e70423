/** Which operation a request reaches, where paths could be mixed up. */
@NullMarked
package io.github.vpcep.contract.routing;

import org.jspecify.annotations.NullMarked;
