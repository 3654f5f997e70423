/** What a router finds, reads and refuses, with tables of operations written by hand. */
@NullMarked
package io.github.vpcep.router;

import org.jspecify.annotations.NullMarked;
