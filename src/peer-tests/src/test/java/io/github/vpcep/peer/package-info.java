/** The vendor's SDK as the sandbox's client. Each test drives the operation that its name begins with. */
@NullMarked
package io.github.vpcep.peer;

import org.jspecify.annotations.NullMarked;
