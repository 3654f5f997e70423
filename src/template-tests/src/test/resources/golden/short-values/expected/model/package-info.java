/** The types of the Garage API, version 1. */
@NullMarked
package io.github.vpcep.model;

import org.jspecify.annotations.NullMarked;
