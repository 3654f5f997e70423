/** Which suites prove which operation, as a page that is made and never written. */
@NullMarked
package io.github.vpcep.contract.coverage;

import org.jspecify.annotations.NullMarked;
