@NullMarked
package io.github.vpcep.generator;

import org.jspecify.annotations.NullMarked;
