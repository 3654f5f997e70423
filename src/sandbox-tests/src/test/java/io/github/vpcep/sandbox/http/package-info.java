/** The HTTP library and what stands around it, on connections. */
@NullMarked
package io.github.vpcep.sandbox.http;

import org.jspecify.annotations.NullMarked;
