/** How JSON is read and written: strict, with the tolerances that generated types ask for by name. */
@NullMarked
package io.github.vpcep.json;

import org.jspecify.annotations.NullMarked;
