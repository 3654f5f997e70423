/** What a user of the client configures: the client's builder and the credentials. */
@NullMarked
package io.github.vpcep.runtime;

import org.jspecify.annotations.NullMarked;
