/** The sandbox measured against Prism, against fixed bytes and against itself with more state; and its soak. */
@NullMarked
package io.github.vpcep.benchmarks.sandbox;

import org.jspecify.annotations.NullMarked;
