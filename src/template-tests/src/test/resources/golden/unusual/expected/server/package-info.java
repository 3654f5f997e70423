/** The Odds and ends API, version 1, as Jakarta REST interfaces for servers to implement. */
@NullMarked
package io.github.vpcep.server;

import org.jspecify.annotations.NullMarked;
