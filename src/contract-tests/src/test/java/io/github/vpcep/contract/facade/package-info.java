/** What the client's public signatures mention. */
@NullMarked
package io.github.vpcep.contract.facade;

import org.jspecify.annotations.NullMarked;
