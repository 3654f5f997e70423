/** The types of the Error catalogue, version 1. */
@NullMarked
package io.github.vpcep.model;

import org.jspecify.annotations.NullMarked;
