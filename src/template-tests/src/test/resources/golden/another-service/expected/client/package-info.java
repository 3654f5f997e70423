/** The client of the Zone API, version 2: {@link io.github.vpcep.client.VpcepClient} is where to begin. */
@NullMarked
package io.github.vpcep.client;

import org.jspecify.annotations.NullMarked;
