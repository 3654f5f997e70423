/** What is said to work together is what the applications of src/consumers try. */
@NullMarked
package io.github.vpcep.contract.consumers;

import org.jspecify.annotations.NullMarked;
