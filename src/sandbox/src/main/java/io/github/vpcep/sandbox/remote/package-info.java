/** The control API: implements the generated interfaces of its contract, and guards them. */
@NullMarked
package io.github.vpcep.sandbox.remote;

import org.jspecify.annotations.NullMarked;
