/** What a call does beyond its bytes: sent again or not, open or not, deprecated or not, waited for until when. */
@NullMarked
package io.github.vpcep.contract.conduct;

import org.jspecify.annotations.NullMarked;
