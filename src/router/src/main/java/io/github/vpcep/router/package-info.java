/** From a request to the operation that it is for, and to its answer: what a server needs beside its HTTP library. */
@NullMarked
package io.github.vpcep.router;

import org.jspecify.annotations.NullMarked;
