/** Turns a contract into what the templates lay out: names, types, words and checks are decided here. */
@NullMarked
package io.github.vpcep.generator;

import org.jspecify.annotations.NullMarked;
