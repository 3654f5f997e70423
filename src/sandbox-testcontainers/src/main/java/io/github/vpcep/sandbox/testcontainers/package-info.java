/** The sandbox's image in Testcontainers. */
@NullMarked
package io.github.vpcep.sandbox.testcontainers;

import org.jspecify.annotations.NullMarked;
