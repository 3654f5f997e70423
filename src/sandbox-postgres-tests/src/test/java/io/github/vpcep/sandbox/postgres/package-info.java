@NullMarked
package io.github.vpcep.sandbox.postgres;

import org.jspecify.annotations.NullMarked;
