/** How the contract speaks: its words, and that each text is about one thing. */
@NullMarked
package io.github.vpcep.contract.words;

import org.jspecify.annotations.NullMarked;
