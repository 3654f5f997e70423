/** What everyone uses: checks of arguments. It knows nothing of the rest. */
@NullMarked
package io.github.vpcep.runtime.ground;

import org.jspecify.annotations.NullMarked;
