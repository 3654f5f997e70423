/** The types of the Tolerant reader, version 1. */
@NullMarked
package io.github.vpcep.model;

import org.jspecify.annotations.NullMarked;
