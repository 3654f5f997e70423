/** The types of the Kinds of values, version 1. */
@NullMarked
package io.github.vpcep.model;

import org.jspecify.annotations.NullMarked;
