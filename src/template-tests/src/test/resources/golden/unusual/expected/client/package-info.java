/** The client of the Odds and ends API, version 1: {@link io.github.vpcep.client.VpcepClient} is where to begin. */
@NullMarked
package io.github.vpcep.client;

import org.jspecify.annotations.NullMarked;
