@NullMarked
package io.github.vpcep.json;

import org.jspecify.annotations.NullMarked;
