@NullMarked
package io.github.vpcep.examples;

import org.jspecify.annotations.NullMarked;
