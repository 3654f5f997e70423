/** What goes to a repository. */
@NullMarked
package io.github.vpcep.contract.published;

import org.jspecify.annotations.NullMarked;
