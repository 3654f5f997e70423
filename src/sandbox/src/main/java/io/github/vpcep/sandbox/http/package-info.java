/** HTTP/1.1 on connections: the library below, and what it leaves to its user. Knows nothing of the API. */
@NullMarked
package io.github.vpcep.sandbox.http;

import org.jspecify.annotations.NullMarked;
