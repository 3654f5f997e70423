@NullMarked
package io.github.vpcep.jackson3;

import org.jspecify.annotations.NullMarked;
