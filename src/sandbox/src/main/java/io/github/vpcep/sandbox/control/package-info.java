/** What a test orders and looks at: faults, the time, the requests that came. Knows nothing of the API. */
@NullMarked
package io.github.vpcep.sandbox.control;

import org.jspecify.annotations.NullMarked;
