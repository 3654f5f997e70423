/** Where the state is kept, one unit of work per request, all or nothing. */
@NullMarked
package io.github.vpcep.sandbox.store;

import org.jspecify.annotations.NullMarked;
