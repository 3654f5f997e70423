/** The HTTP side: implements the generated interfaces and translates, no more. */
@NullMarked
package io.github.vpcep.sandbox.api;

import org.jspecify.annotations.NullMarked;
