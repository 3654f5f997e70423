/** The tasks of the guide for those who come from the vendor's SDK, in both ways. */
@NullMarked
package io.github.vpcep.peer.migration;

import org.jspecify.annotations.NullMarked;
