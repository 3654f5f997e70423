/** What the documents print, decoded by the client's model. */
@NullMarked
package io.github.vpcep.contract.reader;

import org.jspecify.annotations.NullMarked;
